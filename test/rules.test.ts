import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explain } from '../src/commands/explain.ts';
import { RULE_NAMES } from '../src/config/schema.ts';
import { severityOf } from '../src/plan/findings.ts';
import { rules } from '../src/rules/index.ts';
import { report } from './sample-report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('rules', () => {
  it('are those that the configuration knows, in its order', () => {
    expect(rules.map(({ name }) => name)).toEqual(RULE_NAMES);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    '%s has a file, a whole page, and the severity that a run gives it',
    (name, rule) => {
      expect(existsSync(`${root}src/rules/${name}.ts`)).toBe(true);
      expect(rule.summary).toMatch(/^[a-z].*[^.]$/);
      expect(rule.page).toMatch(new RegExp(`^# ${name}\n\n\\S`));
      const headings = [...rule.page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      expect(headings).toEqual(['What it does', 'Why it matters', 'Example', 'How to mend it']);
      expect(rule.page.split('\n').filter((line) => line.length > 140)).toEqual([]);
      expect(severityOf(name, report().policy)).toBe(rule.severity);
    },
  );

  it('have pages that were generated from them', () => {
    for (const { name, page } of rules) expect(readFileSync(`${root}docs/rules/${name}.md`, 'utf8')).toBe(page);
  });
});

describe('explain', () => {
  it('lists all rules', () => {
    for (const { name, summary } of rules) expect(explain(undefined, false)).toMatch(new RegExp(`^${name} +${summary}$`, 'm'));
  });

  it('prints a page as it is, or coloured', () => {
    expect(explain('retired-host', false)).toBe(rules[0]!.page);
    const coloured = explain('retired-host', true);
    expect(coloured).toContain('\u001b[1mWhat it does\u001b[22m');
    expect(coloured).not.toContain('`');
  });

  it('says what was probably meant', () => {
    expect(() => explain('retired-hosts', false)).toThrowError(expect.objectContaining({ hint: 'did you mean retired-host?' }));
    expect(() => explain('x', false)).toThrowError(expect.objectContaining({ hint: expect.stringContaining('bad-suppression') }));
  });
});
