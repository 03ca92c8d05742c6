import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '@lezer/common';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, splice } from '../src/core/edits.ts';
import type { Edit } from '../src/types/source.ts';
import { reusable } from '../transforms/python/parse/reusable.ts';
import { parse } from '../transforms/python/parse/tree.ts';
import { editsAt, replacing } from './edit-case.ts';
import { FIXTURES } from './fixture-cases.ts';
import { file, MODULE, write } from './python-case.ts';

/** The outline of an edited text, with the tree of the text before at hand, must be that of the same text by itself. */
function compare(text: string, edits: readonly Edit[]): void {
  const origin = { file: file(text), edits: inOrder(edits) };
  parse(origin.file);
  // What is remembered of the nodes of the original serves it alone.
  write.outline(origin.file, MODULE);
  const after = splice(text, origin.edits);
  expect(write.outline(file(after), MODULE, origin), after).toEqual(write.outline(file(after), MODULE));
}

const folder = join(FIXTURES, 'python');
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.py'));
const texts = fixtures.map((name) => readFileSync(join(folder, name), 'utf8'));

const ITEMS = [
  '"api.old.ex.ai"',
  "f'{a}.old.ex.ai/{b!r}'",
  '"""\napi.old.ex.ai\n"""',
  'x',
  '[a, "b"]',
  'call(a, b="c")',
  '(\n  1)',
];
const statement = fc
  .tuple(fc.constantFrom(...ITEMS), fc.constantFrom(...ITEMS))
  .chain(([a, b]) =>
    fc.constantFrom(`x = ${a}`, `assert ${a} == ${b}`, `f(${a}, ${b})  # api.old.ex.ai`, `return ${a}`, `# ${'c'.repeat(90)}`),
  );
const block = fc
  .tuple(
    fc.constantFrom('def f():', 'class A:', 'if x:', 'with a as b:', 'try:\n    pass\nfinally:'),
    fc.array(statement, { minLength: 1 }),
  )
  .map(([head, body]) => [head, ...body].join('\n    '));
const program = fc.array(fc.oneof(statement, block), { minLength: 1, maxLength: 30 }).map((parts) => `${parts.join('\n')}\n`);
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom('', 'new', '"', '\n', '    ', ':', '(', 'x = 1\n', '#')), {
  maxLength: 3,
});

describe('a text that was made of another one', () => {
  test('has the outline that it has by itself: a long import that moves, and what is imported by it', () => {
    const others = Array.from({ length: 400 }, (_, index) => `    NAME_${index},\n`).join('');
    const between = 'import os\nos.environ["A"] = "b"\n'.repeat(20);
    const text = `"""api.old.ex.ai"""\n${between}from shared.domain_config import (\n    API_URL,\n${others})\n\nx = API_URL\n`;
    for (const host of ['n.ex', 'very.much.longer.new.ex.ai']) compare(text, replacing(text, /[\w.]*old\.ex\.ai/g, host));
  });

  test('has the outline that it has by itself: every fixture, other hosts', () => {
    expect(texts.length).toBeGreaterThan(40);
    for (const text of texts)
      for (const host of ['n.ex', 'very.much.longer.new.ex.ai']) compare(text, replacing(text, /[\w.]*old\.ex\.ai/g, host));
  });

  test('has the outline that it has by itself: any program, other hosts', () => {
    fc.assert(
      fc.property(program, (text) => compare(text, replacing(text, /api\.old\.ex\.ai/g, 'new.ex.ai'))),
      { numRuns: 500 },
    );
  });

  test('has the outline that it has by itself: any program, any edits', () => {
    fc.assert(
      fc.property(program, edits, (text, places) => {
        compare(text, editsAt(text, places));
      }),
      { numRuns: 1000 },
    );
  });

  test('is read from a tree of the same nodes', () => {
    const large = texts.join('\n');
    expect(reusable(parse(file(large)).tree).children.length).toBeGreaterThan(parse(file(large)).tree.children.length);
    for (const text of [large, ...texts]) {
      const { tree } = parse(file(text));
      expect(shape(reusable(tree))).toEqual(shape(tree));
    }
    fc.assert(
      fc.property(program, (text) => {
        const { tree } = parse(file(text));
        expect(shape(reusable(tree))).toEqual(shape(tree));
      }),
    );
  });
});

/** The nodes of a tree with their places. */
function shape(tree: Tree): string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from} ${to}`) });
  return nodes;
}
