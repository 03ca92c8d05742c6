import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = join(import.meta.dirname, '../docs/security.md');
const text = readFileSync(page, 'utf8');
/** Statements that a test has to hold: the items of every section but the last, which says what is not promised. */
const statements = text
  .slice(0, text.indexOf('## What it does not protect from'))
  .split('\n')
  .filter((line) => line.startsWith('- '));

describe('each statement of the page on security', () => {
  it('is there', () => {
    expect(statements.length).toBeGreaterThan(25);
  });

  it.each(statements)('names a test that is there: %s', (statement) => {
    const links = [...statement.matchAll(/\[test\]\((\S+) "([^"]+)"\)/g)];
    expect(links.length).toBeGreaterThan(0);
    for (const [, file, title] of links) {
      const target = join(dirname(page), file!);
      expect(existsSync(target), file).toBe(true);
      expect(readFileSync(target, 'utf8')).toContain(title);
    }
  });
});
