import pico from 'picocolors';
import type { Rule } from '../rules/rule.ts';
import { table } from './table.ts';

/** A rule's page: Markdown as it is, or with headings and code coloured. */
export function rulePage({ page }: Rule, color: boolean): string {
  if (!color) return page;
  const colors = pico.createColors(true);
  return page
    .split('\n')
    .map((line) => {
      if (line.startsWith('#')) return colors.bold(line.replace(/^#+ /, ''));
      if (line.startsWith('    ')) return colors.cyan(line);
      return line
        .replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code))
        .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => colors.bold(words));
    })
    .join('\n');
}

/** All rules with what each says. */
export function ruleList(rules: readonly Rule[], color: boolean): string {
  const colors = pico.createColors(color);
  const rows = table(
    rules.map(({ name, summary }) => [name, summary]),
    '',
    2,
  );
  const painted = rows.map((row, index) => row.replace(rules[index]!.name, (name) => colors.bold(name)));
  return `${painted.join('\n')}\n\n${colors.dim('redomain explain RULE prints the page of a rule')}\n`;
}
