import pico from 'picocolors';
import { table } from './table.ts';

/** The page of a rule or a reason: Markdown as it is, or with headings and code coloured and fences left out. */
export function paintedPage(page: string, color: boolean): string {
  if (!color) return page;
  const colors = pico.createColors(true);
  let isCode = false;
  const lines = page.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return colors.cyan(`    ${line}`);
    if (line.startsWith('#')) return colors.bold(line.replace(/^#+ /, ''));
    if (line.startsWith('    ')) return colors.cyan(line);
    return line
      .replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code))
      .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => colors.bold(words))
      .replace(/^(A report says: )\*(.*)\*$/, (_, lead: string, words: string) => lead + colors.italic(words));
  });
  return lines.join('\n');
}

/** Names with what each says, under a heading. */
export interface Listed {
  readonly heading: string;
  readonly entries: readonly { readonly name: string; readonly summary: string }[];
}

/** Everything that has a page. */
export function pageList(lists: readonly Listed[], color: boolean): string {
  const colors = pico.createColors(color);
  const parts = lists.map(({ heading, entries }) => {
    const rows = table(
      entries.map(({ name, summary }) => [name, summary]),
      '',
      2,
    );
    const painted = rows.map((row, index) => row.replace(entries[index]!.name, (name) => colors.bold(name)));
    return `${colors.bold(heading)}\n\n${painted.join('\n')}\n`;
  });
  return `${parts.join('\n')}\n${colors.dim('redomain explain WORD prints the page of a rule or a reason')}\n`;
}
