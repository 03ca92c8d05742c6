import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain } from '../src/commands/explain.ts';
import { pageOf } from '../src/guards/page.ts';
import { REASONS } from '../src/guards/reasons.ts';
import { rules } from '../src/rules/index.ts';
import { REASON_CODES } from '../src/types/reason.ts';

const DOCS = join(import.meta.dirname, '..', 'docs', 'reasons');
const hintOf = (hint: unknown) => expect.objectContaining({ hint });

describe('the page of a reason', () => {
  test.each(REASON_CODES)('of %s is printed, and is what docs has', (code) => {
    const page = pageOf(REASONS[code]);
    expect(explain(code, false).endsWith(page)).toBe(true);
    expect(page).toBe(readFileSync(join(DOCS, `${code}.md`), 'utf8'));
    expect(page).toMatch(new RegExp(`^# ${code}\n\n[A-Z]`));
    expect(page).toMatch(/\n## Why\n\n[\s\S]+\n## How to settle it\n\n[\s\S]+\n$/);
  });

  test('names what stands for a detail, and leaves out what a person says', () => {
    expect(explain('retired-name', false)).toContain('A report says: *`NAME` names retired hosts*');
    expect(explain('suppressed', false)).not.toContain('A report says');
  });

  test('shows the entry of `deliver` where one makes sense', () => {
    expect(explain('pinned-artefact', false)).toContain('{ reason: pinned-artefact, files: ["services/**"], as: literal }');
    expect(explain('recorded-output', false)).toContain('as: keep }');
    expect(explain('no-name-in-text', false)).not.toContain('deliver');
  });

  test('follows that of the rule of the same name', () => {
    const both = rules.filter(({ name }) => name in REASONS);
    expect(both.map(({ name }) => name)).toEqual(['unknown-host', 'uncovered-host']);
    for (const { name } of both) expect(explain(name, false)).toMatch(new RegExp(`^# ${name}\n[\\s\\S]+\n# ${name}\n`));
    for (const { name, page } of both) expect(explain(name, false).startsWith(page)).toBe(true);
  });

  test('is coloured without fences', () => {
    const page = explain('pattern', true);
    expect(page).toContain('\u001b[1mHow to settle it\u001b[22m');
    expect(page).toContain('\u001b[36m    LINK = re.search(');
    expect(page).not.toMatch(/```|^#/m);
  });

  test('has a link in the index', () => {
    const index = readFileSync(join(DOCS, 'README.md'), 'utf8');
    for (const code of REASON_CODES) expect(index).toContain(`| [\`${code}\`](${code}.md) | ${REASONS[code].title} |`);
    expect(readdirSync(DOCS)).toHaveLength(REASON_CODES.length + 1);
  });
});

describe('without a word', () => {
  test('everything is listed, rules first', () => {
    const list = explain(undefined, false);
    expect(list.startsWith('Rules\n\nretired-host ')).toBe(true);
    expect(list).toContain('\n\nReasons\n\nchained-rename ');
    for (const code of REASON_CODES) expect(list.split('\n').some((line) => new RegExp(`^${code} +\\S`).test(line))).toBe(true);
    for (const { name } of rules) expect(list).toContain(name);
  });
});

describe('a word that is neither', () => {
  test.each([
    ['pinned-artifact', 'no reason "pinned-artifact"', 'did you mean pinned-artefact?'],
    ['retired-hosts', 'no rule "retired-hosts"', 'did you mean retired-host?'],
    ['names-bot', 'no reason "names-bot"', 'did you mean names-both?'],
  ])('%s is answered with the nearest', (word, message, hint) => {
    expect(() => explain(word, false)).toThrowError(expect.objectContaining({ message, hint }));
  });

  test('is answered with the rules where nothing is near', () => {
    expect(() => explain('x', false)).toThrowError(hintOf(expect.stringContaining('retired-host, hard-coded-host')));
  });
});
