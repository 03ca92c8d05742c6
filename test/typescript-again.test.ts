import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, splice } from '../src/core/edits.ts';
import type { Outline } from '../src/types/language.ts';
import type { Edit } from '../src/types/source.ts';
import { language } from '../transforms/typescript/language.ts';
import { parse } from '../transforms/typescript/parse/parse.ts';
import { parseAgain } from '../transforms/typescript/parse/parse-again.ts';
import { editsAt, replacing } from './edit-case.ts';
import { FIXTURES } from './fixture-cases.ts';
import { MODULE } from './typescript-sample.ts';

const PATH = 'app/page.tsx';
const file = (text: string, path = PATH) => ({ path, text, encoding: 'utf8' as const });
const { outline } = language.write!;

/** The outline of an edited text, with the tree of the text before at hand, must be that of the same text by itself. Gives whether a part was enough. */
function compare(text: string, edits: readonly Edit[], path = PATH): boolean {
  const origin = { file: file(text, path), edits: inOrder(edits) };
  const after = file(splice(text, origin.edits), path);
  expect(outline(after, MODULE, origin), after.text).toEqual(outline(after, MODULE));
  return 'pieced' in parseAgain(after, origin);
}

const said = ({ errors, items, unused }: Outline): string => JSON.stringify([errors, items, unused]);

const folder = join(FIXTURES, 'typescript');
const fixtures = readdirSync(folder).filter((name) => /\.[cm]?[jt]sx?$/.test(name));

const ITEMS = [
  "'https://api.old.ex.ai'",
  '`https://api.old.ex.ai/${a}`',
  '/api.old.ex.ai/',
  'b',
  'API',
  '{ a, [b]: "c" }',
  'call(a, "c")',
  '<a href="api.old.ex.ai">{b}</a>',
  'async () => { await a; }',
  'function () {}',
  'class {}',
];
const SHAPES: ((a: string, b: string) => string)[] = [
  (a) => `const x = ${a};`,
  (a) => `const x = ${a}`,
  (a, b) => `call(${a}, ${b}); // api.old.ex.ai`,
  (a, b) => `if (${a}) call(${b});`,
  (a) => `else call(${a});`,
  (a) => `for (const x of y) if (a) call(${a});`,
  (a) => `do call(${a}); while (a)`,
  (a) => `function f(x = ${a}) {\n  return x;\n}`,
  (a) => `export class A<T> {\n  #p = ${a};\n}`,
  (a) => `@decorated(${a})\nexport class B {}`,
  (a) => `export default ${a}`,
  () => "export { a as b } from 'c'",
  (a) => `/* api.old.ex.ai */ export const y = ${a};`,
  () => 'interface I { a: string }',
  () => 'type T = { a: string }',
  () => "type U = 'https://api.old.ex.ai';",
  () => "import z from 'z';",
  () => "import z from 'z'",
  () => "import { API } from '@/lib/domains';",
  () => "const { API } = require('@/lib/domains');",
  () => "'use client';",
  () => "'api.old.ex.ai'",
  () => '(a)',
  () => '[a] = b',
  () => '`api.old.ex.ai`',
  () => '++a',
  (a) => `label: while (a) ${a};`,
  () => '// @ts-ignore api.old.ex.ai',
  () => '// eslint-disable-next-line',
  () => '',
  () => ';',
  () => 'declare function g(a: string): void;',
  () => 'function g(a: string): void',
  () => 'declare module "m";',
  () => 'namespace N { export const a = 1; }',
  () => 'enum E { A = "api.old.ex.ai" }',
  () => '{ a; }',
];
const statement = fc
  .tuple(fc.constantFrom(...SHAPES), fc.constantFrom(...ITEMS), fc.constantFrom(...ITEMS))
  .map(([shape, a, b]) => shape(a, b));
const program = fc
  .tuple(
    fc.constantFrom('', '', '#!/usr/bin/env node\n', "'use strict'\n", "'use strict';\n"),
    fc.array(statement, { maxLength: 8 }),
  )
  .map(([head, statements]) => `${head}${statements.join('\n')}\n`);

const IMPORT = "import { STAGING_BACKEND_URL } from '@/lib/domains';\n";
const TEXTS = [
  '',
  'new',
  "'",
  '`',
  '\n',
  ';',
  '{',
  '}',
  '(',
  '//',
  '/*',
  '*/',
  ' else a;',
  "'use x';",
  '++',
  'await ',
  IMPORT,
  'STAGING_BACKEND_URL',
];
const places = fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom(...TEXTS)), { maxLength: 3 });

/** At the beginning of a line, where a statement may begin. */
function importing(text: string, line: number): Edit {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const start = starts[line % starts.length]!;
  return { start, end: start, text: IMPORT };
}

const runs = Number(process.env.AGAIN_RUNS ?? 1000);

describe('a text that was made of another one', () => {
  test('has the outline that it has by itself: every fixture, other hosts', () => {
    let parts = 0;
    for (const name of fixtures) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const host of ['n.ex', 'very.much.longer.new.ex.ai'])
        parts += compare(text, replacing(text, /[\w.]*old\.ex\.ai/g, host), `app/${name}`) ? 1 : 0;
    }
    expect(fixtures.length).toBeGreaterThan(40);
    expect(parts).toBeGreaterThan(fixtures.length);
  });

  test('has the outline that it has by itself: any program, an import and other hosts', () => {
    let parts = 0;
    fc.assert(
      fc.property(program, fc.nat(), (text, line) => {
        const edits = replacing(text, /'https:\/\/api\.old\.ex\.ai'/g, 'STAGING_BACKEND_URL');
        parts += compare(text, [importing(text, line), ...edits]) ? 1 : 0;
      }),
      { numRuns: runs },
    );
    expect(parts).toBeGreaterThan(0);
  });

  test('has the outline that it has by itself: any program, any edits', () => {
    fc.assert(
      fc.property(program, places, (text, at) => {
        compare(text, editsAt(text, at));
      }),
      { numRuns: runs },
    );
  });

  test('is alike in part only where it is alike as a whole: any program, any edits of two kinds', () => {
    let alike = 0;
    fc.assert(
      fc.property(program, places, places, fc.boolean(), (text, some, others, same) => {
        const [a, b] = [editsAt(text, some), editsAt(text, same ? some : others)];
        const one = outline(file(splice(text, a)), MODULE, { file: file(text), edits: a, others: b });
        const other = outline(file(splice(text, b)), MODULE, { file: file(text), edits: b, others: a });
        if (said(one) !== said(other)) return;
        alike++;
        expect(said(outline(file(splice(text, a)), MODULE))).toBe(said(outline(file(splice(text, b)), MODULE)));
      }),
      { numRuns: runs },
    );
    expect(alike).toBeGreaterThan(runs / 10);
  });

  test.each([
    ['const x = a\nb;\n', 'b', '(b)'],
    ['if (a) x;\nb;\nc;\n', 'b', 'else b'],
    ['type T = {}\nb;\n', 'b', '[b]'],
    ["'use strict'\nb;\n", 'b', '(b)'],
    ['a;\nb;\n c;\n', 'b;\n', '//'],
    ['a;\nb;\n(c);\n', 'b;', 'b'],
    ["z;\n'use client';\n", 'z;', ''],
    ['a;\nb;\n', 'a', "'use client'"],
    ["import 'z'\nb;\n", 'b', 'with ({});'],
    ["#!/bin/node\n'use strict';\nb;\n", 'strict', 'client'],
  ])('reads all where what stands alone would be another program: %j, %j becomes %j', (text, found, put) => {
    const start = text.lastIndexOf(found);
    expect(compare(text, [{ start, end: start + found.length, text: put }], 'app/page.ts')).toBe(false);
  });

  test('takes the statements that no edit touches from the other one', () => {
    const text = "import z from 'z';\nconst a = 'api.old.ex.ai';\nconst b = 1;\nconst c = 2;\n";
    const edits = replacing(text, /api\.old\.ex\.ai/g, 'n.ex');
    const original = file(text);
    const tree = parse(original);
    const again = parseAgain(file(splice(text, edits)), { file: original, edits });
    if (!('program' in tree && 'program' in again)) throw new Error('does not parse');
    const [before, after] = [tree, again].map(({ program: { body } }) => body as object[]);
    expect(after!.map((node, index) => node === before![index])).toEqual([true, false, true, true]);
    const items = outline(file(splice(text, edits)), MODULE, { file: original, edits, others: [] }).items;
    expect(items.filter((item) => item.startsWith('statement'))).toEqual(['statements 0 to 1', 'statements 2 to 4']);
  });
});
