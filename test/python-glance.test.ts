import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language, Reading } from '../src/types/language.ts';
import type { Span } from '../src/types/source.ts';
import { evidenceOf } from '../transforms/python/evidence.ts';
import { language } from '../transforms/python/language.ts';
import { parse } from '../transforms/python/parse/tree.ts';
import { FIXTURES, fixturePlanner } from './fixture-cases.ts';
import { file, MODULE } from './python-case.ts';

const spans = (text: string): Span[] =>
  [...text.matchAll(/\bex\.ai/g)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** The reading at a glance; fails when it is not the full one of a file that parses. */
function compared(text: string, path?: string): Reading | undefined {
  const found = language.glance!(file(text, path), spans(text));
  const whole = language.read(file(text, path), spans(text));
  if (found && whole.failure === undefined) expect(found).toEqual(whole);
  return found;
}

const planner = await fixturePlanner(join(FIXTURES, 'redomain.yaml'));
const { glance: _, write, ...reading } = language;
const thorough: Language = { ...reading, write: { bind: write!.bind, render: write!.render, outline: write!.outline } };

/** What becomes of a text when languages may take short cuts, and when they may not. */
function planned(text: string, shortcuts: boolean) {
  const plan = planner.plan(file(text), shortcuts ? language : thorough);
  return { output: plan?.output, verdicts: plan?.findings.map(({ line, column, decision }) => `${line}:${column} ${decision}`) };
}

const line = fc.constantFrom(
  'x = "https://ex.ai"',
  'x: str = f"https://ex.ai/{y!r:>{w}}"',
  'a, b = "ex.ai", b"ex.ai"',
  'assert url == "ex.ai"  # ex.ai',
  '# ex.ai',
  'url = make(y)',
  'return "ex.ai"',
  'y = ["ex.ai", x, "a" "ex.ai"]',
  'z = {"ex.ai": 1, "b": "ex.ai", **c}',
  'f(x for x in ("ex.ai", k))',
  'g(a, "ex.ai", key="ex.ai")["ex.ai"].h',
  '"""ex.ai"""',
  'text = """ex.ai\n  (ex.ai\n"""  # ex.ai',
  'call(\n  "ex.ai",  # ex.ai\n  *more\n)',
  'raise ValueError("ex.ai")',
  'pass',
  'if x == "ex.ai": y = "ex.ai"',
  'w = "ex.ai" if a else lambda q: "ex.ai"',
);
const header = fc.constantFrom(
  ['def f(self, x="ex.ai") -> "T":  # ex.ai'],
  ['@d("ex.ai")', 'async def g():'],
  ['class A(Enum):'],
  ['class B:'],
  ['if x == "ex.ai":', 'elif "ex.ai" in x:', 'else:'],
  ['for url in ["ex.ai"]:', 'else:'],
  ['with open("ex.ai") as url, b:'],
  ['try:', 'except E as e:', 'finally:'],
  ['while not f("ex.ai"):'],
);
const block: fc.Memo<string[]> = fc.memo((depth) =>
  fc
    .array(
      depth > 1 ? fc.oneof({ weight: 2, arbitrary: line.map((one) => [one]) }, compound(depth - 1)) : line.map((one) => [one]),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((parts) => parts.flat()),
);
const compound: fc.Memo<string[]> = fc.memo((depth) =>
  fc.tuple(header, fc.array(block(depth), { minLength: 3, maxLength: 3 })).map(([heads, bodies]) =>
    heads.flatMap((head, index) => {
      if (head.startsWith('@')) return [head];
      const body = bodies[index % 3]!;
      return [head, ...[...body, ...(body.every((one) => one.startsWith('#')) ? ['pass'] : [])].map((one) => `  ${one}`)];
    }),
  ),
);
const program = block(4).map((lines) => `${lines.join('\n')}\n`);

describe('a glance', () => {
  test('gives what a reading gives', () => {
    let seen = 0;
    fc.assert(
      fc.property(program, (text) => {
        compared(text.trimEnd());
        if (compared(text)) seen++;
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(200);
  });

  test('changes no decision, also where a file does not parse', () => {
    const damage = fc.tuple(
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.constantFrom('', '(', ']', ':', '"', "'", ' ', '\n', '*', '=', ' if ', '1', ','),
    );
    const host = fc.constantFrom('api.old.ex.ai', 'new.ex.ai', 'https://api.old.ex.ai', 'https://new.ex.ai/x');
    fc.assert(
      fc.property(program, damage, host, (model, [place, cut, put], written) => {
        const text = model.replaceAll('ex.ai', written);
        const at = place % text.length;
        const damaged = text.slice(0, at) + put + text.slice(at + cut);
        for (const one of [text, damaged]) expect(planned(one, true)).toEqual(planned(one, false));
      }),
      { numRuns: 300 },
    );
  });

  test('gives what a reading gives for every fixture', () => {
    const root = fileURLToPath(new URL('../__testfixtures__', import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
    const found = files.filter((path) => compared(readFileSync(join(root, path), 'utf8'), path));
    expect(found.length).toBeGreaterThan(files.length / 2);
  });
});

describe('hits that no name can replace', () => {
  const excludes = (text: string, path?: string) => language.write!.excludes!(file(text, path), spans(text), () => importable);
  const importable = { ...MODULE, evidence: { packages: ['app', 'shared'], pytest: false } };

  test.each([
    ['# ex.ai', true],
    ['x = """\nex.ai\n"""', true],
    ['x = f"""\n{"ex.ai"}\n"""', false],
    ['x = "https://ex.ai"', false],
    ['x = y + """ex.ai\n"""', false],
  ])('%s: %s', (text, expected) => expect(excludes(text)).toBe(expected));

  test('are all of a file that shows no way to the root', () => {
    expect(excludes('import os\nx = "https://ex.ai"\n', 'tools/run.py')).toBe(true);
    expect(excludes('import sys\nsys.path.insert(0, "..")\nx = "https://ex.ai"\n', 'tools/run.py')).toBe(true);
    expect(excludes('import app.y\nx = "https://ex.ai"\n', 'tools/run.py')).toBe(false);
  });

  test('are never all of a file that does', () => {
    const top = fc.constantFrom(
      'import app\n',
      'from shared.x import y\n',
      'import sys, os\nsys.path.append(os.path.dirname(os.path.dirname(__file__)))\n',
      '#!/usr/bin/env python\n',
      'main()\n',
      '',
    );
    fc.assert(
      fc.property(top, program, fc.constantFrom('tools/run.py', 'app/run.py'), (head, text, path) => {
        const source = file(`${head}${text}`, path);
        const { tree, faults } = parse(source);
        const shown = faults.length === 0 && 'from' in evidenceOf(source, tree, importable);
        const named = language
          .read(source, spans(source.text))
          .literals.some(({ kind, blocked }) => kind === 'string' && !blocked);
        if (shown && named) expect(excludes(source.text, path)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
