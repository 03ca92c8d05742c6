import { describe, expect, it } from 'vitest';
import { importable } from '../../../src/core/importable.ts';
import type { FilePlan } from '../../../src/plan/file-plan.ts';
import { createPlanner } from '../../../src/plan/planner.ts';
import type { Policy } from '../../../src/types/policy.ts';
import { languageFor } from '../../../transforms/languages.ts';
import { CONFIG, FILES, project, textsOf } from '../../cli-project.ts';
import { POLICY } from '../../policy.ts';
import { redomainProcess } from '../cli-process.ts';

const HOST = 'https://api.old.ex.ai/x';
const bindings = [{ name: 'STAGING_BACKEND_URL', value: 'https://new.ex.ai', service: 'staging.backend', part: 'url' }] as const;
const policy: Policy = {
  ...POLICY,
  modules: [
    { file: 'shared/domains.py', language: 'python', scope: ['**/*.py'], bindings },
    { file: 'shared/domains.ts', language: 'typescript', scope: ['**/*.{ts,tsx,vue}'], bindings },
  ],
};
const planner = createPlanner({
  policy,
  unsafe: false,
  today: '2030-01-01',
  resolve: ({ file }) => {
    const specifier = file.endsWith('.py') ? 'shared.domains' : '../shared/domains';
    return importable({ file }, () => ({ file, specifier, bindings }));
  },
});

async function plan(path: string, text: string): Promise<FilePlan> {
  return planner.plan({ path, text, encoding: 'utf8' }, await languageFor(path))!;
}

const around =
  (open: string, close: string, inner = `"${HOST}"`) =>
  (n: number) =>
    `${open.repeat(n)}${inner}${close.repeat(n)}`;
const value = (open: string, close: string, inner?: string) => (n: number) => `x = ${around(open, close, inner)(n)}\n`;
const joined = (text: string, between: string) => (n: number) => `x = ${Array(n).fill(text).join(between)}\n`;
const indented = (head: string) => (n: number) =>
  `${Array.from({ length: n }, (_, i) => `${' '.repeat(i)}${head}\n`).join('')}${' '.repeat(n)}y = "${HOST}"\n`;

const PROGRAMS: readonly (readonly [name: string, file: string, text: (n: number) => string])[] = [
  ['parentheses', 'a.py', value('(', ')')],
  ['lists', 'a.py', value('[', ']')],
  ['dictionaries', 'a.py', value('{1: ', '}')],
  ['calls', 'a.py', value('f(', ')')],
  ['lambdas', 'a.py', value('lambda: ', '')],
  ['format strings', 'a.py', value('f"{', '}"', `'${HOST}'`)],
  ['negations', 'a.py', value('not ', '')],
  ['powers', 'a.py', value('2 ** ', '')],
  ['conditional expressions', 'a.py', value('a if b else ', '')],
  ['sums', 'a.py', joined(`"${HOST}"`, ' + ')],
  ['comparisons', 'a.py', joined(`"${HOST}"`, ' == ')],
  ['attributes', 'a.py', (n) => `x = "${HOST}"${'.a'.repeat(n)}\n`],
  ['subscripts', 'a.py', (n) => `x = "${HOST}"${'[0]'.repeat(n)}\n`],
  ['blocks', 'a.py', indented('if x:')],
  ['classes', 'a.py', indented('class A:')],
  ['branches', 'a.py', (n) => `if a:\n    pass\n${`elif b:\n    y = "${HOST}"\n`.repeat(n)}`],
  ['parentheses', 'a.tsx', value('(', ')')],
  ['lists', 'a.ts', value('[', ']')],
  ['objects', 'a.ts', value('{a: ', '}')],
  ['calls', 'a.ts', value('f(', ')')],
  ['elements', 'a.tsx', value('<a>', '</a>', HOST)],
  ['fragments', 'a.tsx', value('<>', '</>', HOST)],
  ['templates', 'a.ts', value('`${', '}`')],
  ['sums', 'a.ts', joined(`'${HOST}'`, ' + ')],
  ['fallbacks', 'a.ts', joined(`'${HOST}'`, ' ?? ')],
  ['conditional expressions', 'a.ts', value('a ? b : ', '')],
  ['functions', 'a.ts', around('function f(){', '}', `x = "${HOST}"`)],
  ['arrows', 'a.ts', value('() => ', '')],
  ['blocks', 'a.ts', around('{', '}', `x = "${HOST}"`)],
  ['branches', 'a.ts', (n) => `if (a) {}\n${`else if (b) y = "${HOST}";\n`.repeat(n)}`],
  ['chains of calls', 'a.ts', (n) => `x = f("${HOST}")${'.a()'.repeat(n)};\n`],
  ['chains of members', 'a.ts', (n) => `x = f("${HOST}")${'.a'.repeat(n)};\n`],
  ['negations', 'a.ts', value('!', '')],
  ['assignments', 'a.ts', (n) => `${'x = '.repeat(n)}"${HOST}";\n`],
  ['labels', 'a.ts', (n) => `${'a: '.repeat(n)}x = "${HOST}";\n`],
  ['namespaces', 'a.ts', around('namespace A {', '}', `export const x = "${HOST}"`)],
  ['tuple types', 'a.ts', (n) => `type A = ${around('[', ']')(n)};\n`],
  ['generic types', 'a.ts', (n) => `type A = ${around('Array<', '>')(n)};\n`],
  ['object types', 'a.ts', (n) => `type A = ${around('{ a: ', '}')(n)};\n`],
  ['union types', 'a.ts', (n) => `type A = ${Array(n).fill(`"${HOST}"`).join(' | ')};\n`],
  ['patterns', 'a.ts', (n) => `const ${around('[', ']', 'a')(n)} = "${HOST}";\n`],
  ['scripts', 'a.vue', (n) => `<template>${HOST}</template>\n<script>\n${value('[', ']')(n)}</script>\n`],
];
const DATA: typeof PROGRAMS = [
  ['lists', 'a.json', around('[', ']')],
  ['objects', 'a.json', around('{"a":', '}')],
  ['lists', 'a.ipynb', around('{"outputs":[', ']}')],
  ['lists', 'a.yaml', (n) => `a: ${around('[', ']')(n)}\n`],
  ['lists', 'a.toml', (n) => `a = ${around('[', ']')(n)}\n`],
  ['elements', 'a.xml', around('<a>', '</a>', HOST)],
  ['elements', 'a.html', around('<div>', '</div>', HOST)],
  ['blocks', 'a.svelte', around('{#if a}', '{/if}', HOST)],
  ['quotes', 'a.md', (n) => `${'> '.repeat(n)}${HOST}\n`],
  ['lists', 'a.md', (n) => `${'- '.repeat(n)}${HOST}\n`],
  ['blocks', 'a.tf', around('a { ', '}', HOST)],
  ['quotes in quotes', 'a.conf', (n) => `x = ${`"'`.repeat(n)}${HOST}${`'"`.repeat(n)}\n`],
];

/** A plan, or its hosts for review with a word; all of them counted. */
function expectAnEnd(text: string, { report, counts, findings, output }: FilePlan): void {
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(text.split('api.old.ex.ai').length - 1);
  expect(report.reason ?? '').toMatch(
    /^(?:|the file is nested too deeply to be read|does not parse, line \d+|cannot be read as python: it is longer .*)$/,
  );
  if (report.reason === undefined) return;
  expect(report.status).toBe('clean');
  expect(output).toBe(text);
  for (const { decision } of findings) expect(decision).toBe('review');
}

describe('what is nested deep ends in a plan, or is for review with a word', { timeout: 120_000 }, () => {
  it.each(PROGRAMS)('%s of %s', async (_, file, text) => {
    for (const depth of [300, 5000]) {
      const start = process.cpuUsage();
      expectAnEnd(text(depth), await plan(file, text(depth)));
      expect(process.cpuUsage(start).user / 1e6).toBeLessThan(60);
    }
  });

  it.each(DATA)('%s of %s, 100,000 deep', async (_, file, text) => {
    expectAnEnd(text(100_000), await plan(file, text(100_000)));
  });

  it('a sum of 100,000 texts', async () => {
    for (const file of ['a.py', 'a.ts']) {
      const text = joined("'a'", ' + ')(100_000).replace("'a'", `'${HOST}'`);
      expectAnEnd(text, await plan(file, text));
    }
  });
});

const DEEP: Readonly<Record<string, string>> = {
  'app/list.py': value('[', ']')(20_000),
  'app/list.ts': value('[', ']')(20_000),
  'app/sum.ts': joined(`'${HOST}'`, ' + ')(3000),
  'app/element.tsx': value('<a>', '</a>', HOST)(2000),
  'app/chain.ts': `x = f("${HOST}")${'.a()'.repeat(2000)};\n`,
  'app/a.ipynb': around('{"outputs":[', ']}')(100_000),
};

describe('in a run', { timeout: 300_000 }, () => {
  const config = `${CONFIG}  - { file: shared/domains.ts, scope: ["app/**/*.{ts,tsx}"] }\n`;
  const tree = { ...FILES, 'redomain.yaml': config, ...DEEP };

  it('the other files are planned and written as ever', async () => {
    const root = project(tree);
    for (const args of [['--no-diff'], ['hosts'], ['module'], ['--write', '--no-diff']]) {
      const { stderr, status } = await redomainProcess(root, args, { timeout: 200_000 });
      expect(stderr).toBe('');
      expect([0, 1]).toContain(status);
    }
    const { stdout } = await redomainProcess(root, ['--format', 'json'], { timeout: 200_000 });
    const { files, summary } = JSON.parse(stdout);
    const reasonOf = (path: string) => files.find((file: { path: string }) => file.path === path)?.reason;
    for (const path of Object.keys(DEEP)) expect(reasonOf(path), path).toMatch(/nested too deeply|does not parse/);
    expect(summary.ledger.review).toBeGreaterThan(3000);
    expect(textsOf(root)['app/client.py']).toContain('STAGING_BACKEND_URL');
  });

  it('every thread says the same', async () => {
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`docs/${index}.md`, `${HOST}\n`]));
    const copies = Object.fromEntries(
      Object.entries(DEEP).flatMap(([path, text]) => [0, 1, 2].map((copy) => [path.replace('app/', `app/${copy}`), text])),
    );
    const root = project({ ...FILES, 'redomain.yaml': config, ...many, ...copies });
    const said = async (jobs: number): Promise<unknown> => {
      const { stdout, stderr } = await redomainProcess(root, ['--format', 'json', '--jobs', String(jobs)], { timeout: 200_000 });
      expect(stderr).toBe('');
      return JSON.parse(stdout).files.map(({ path, reason }: { path: string; reason?: string }) => [path, reason]);
    };
    expect(await said(4)).toEqual(await said(1));
  });

  it.each([
    ['dom.py', `URL = "https://new.ex.ai"\n${value('[', ']', '')(20_000)}`],
    ['dom.ts', `export const URL = "https://new.ex.ai";\nexport const ${value('[', ']', '')(20_000)}`],
    ['dom.ts', `export const URL = "https://new.ex.ai";\nexport const ${joined('"a"', ' + ')(20_000)}`],
  ])('an adopted module %s is refused with a word', async (file, text) => {
    const adopting = CONFIG.slice(0, CONFIG.indexOf('modules:'));
    const root = project({ 'redomain.yaml': `${adopting}modules: [{ file: ${file}, adopt: true }]\n`, [file]: text });
    for (const args of [[], ['hosts'], ['module', '--check']]) {
      const { stderr, status } = await redomainProcess(root, args);
      expect(status).toBe(2);
      expect(stderr).toMatch(
        /redomain\.yaml:\d+:\d+ .*"dom\.\w+" (?:is nested too deeply to be read|cannot be read: it does not parse)/,
      );
    }
  });

  it('settings that are nested deep end nothing', async () => {
    const lists = around('[', ']', '')(100_000);
    const objects = around('{"a":', '}', '1')(100_000);
    const root = project({
      ...FILES,
      'redomain.yaml': config,
      'app/a.ts': `export const x = "${HOST}";\n`,
      'tsconfig.json': `{ "compilerOptions": { "paths": ${objects} }, "extends": ${lists} }`,
      'package.json': `{ "name": "a", "workspaces": ${lists} }`,
      'app/package.json': objects,
      'pyproject.toml': `[tool.a]\nx = ${lists}\n`,
      '.prettierrc': lists,
      'biome.json': objects,
      'compose.yml': `services: ${lists}\n`,
    });
    for (const args of [['--no-diff'], ['hosts'], ['--write', '--no-diff']]) {
      const { stderr, status } = await redomainProcess(root, args);
      expect(stderr).not.toContain('internal error');
      expect([0, 1]).toContain(status);
    }
  });
});
