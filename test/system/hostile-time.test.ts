import { describe, expect, test } from 'vitest';
import { compilePrefilter } from '../../src/core/compile-prefilter.ts';
import { importable } from '../../src/core/importable.ts';
import type { FilePlan } from '../../src/plan/file-plan.ts';
import { createPlanner } from '../../src/plan/planner.ts';
import type { Binding, DomainModule, Policy } from '../../src/types/policy.ts';
import { languageFor } from '../../transforms/languages.ts';
import { POLICY } from '../policy.ts';

const bindings: readonly Binding[] = [
  { name: 'STAGING_BACKEND_HOST', value: 'new.ex.ai', service: 'staging.backend', part: 'host' },
  { name: 'STAGING_BACKEND_URL', value: 'https://new.ex.ai', service: 'staging.backend', part: 'url' },
];
const modules: readonly DomainModule[] = [
  { file: 'shared/domains.py', language: 'python', scope: ['**/*.py'], bindings },
  { file: 'shared/domains.ts', language: 'typescript', scope: ['**/*.{ts,tsx}'], bindings },
];
const policy: Policy = {
  ...POLICY,
  modules,
  entries: [
    ...POLICY.entries,
    { from: { host: '*-*-*-*-*-*-x.many.ex.ai' }, to: { host: '*-*-*-*-*-*-y.many.ex.ai' } },
    { from: { host: '**.**.**.deep.ex.ai' }, to: { host: 'new.ex.ai' } },
  ],
};
const prefilter = compilePrefilter(policy);
const planner = createPlanner({
  policy,
  unsafe: false,
  today: '2030-01-01',
  resolve: ({ file }) => {
    const specifier = file.endsWith('.py') ? 'shared.domains' : '../shared/domains';
    return importable({ file }, () => ({ file, specifier, bindings }));
  },
});

async function plan(path: string, text: string): Promise<FilePlan | undefined> {
  const bytes = Buffer.from(text);
  bytes.copy(prefilter.room(bytes.length));
  prefilter.mayHold(bytes.length);
  return planner.plan({ path, text, encoding: 'utf8' }, await languageFor(path));
}

/** Of the processor: what else the machine does has no part in it. */
async function milliseconds(path: string, text: string): Promise<number> {
  const start = process.cpuUsage();
  await plan(path, text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const HOST = 'https://api.old.ex.ai/x';
const BOTH = 'https://new.ex.ai/y https://api.old.ex.ai/x';

/** What the regular expressions repeat. */
const RUNS = [
  'a',
  'A',
  '.',
  'a.',
  '-',
  '*',
  '\\',
  '\\.',
  '%25',
  '%',
  '@',
  'a@',
  '/',
  '//',
  ':',
  '://',
  'a://',
  '%3A%2F%2F',
  '&#x2F;',
  '$',
  '$a',
  '{',
  '}',
  '${',
  '{{',
  '(',
  ')',
  '[',
  ']',
  '[.]',
  ' ',
  '\t',
  '\n',
  '\r\n',
  ' \n',
  ',',
  ', ',
  'a   ',
  '=',
  'a=',
  'a:',
  'a: ',
  '"',
  "'",
  '`',
  '\\"',
  "\\'",
  '"""',
  '<',
  '<a ',
  '<id ',
  '<!DOCTYPE ',
  'xmlns=',
  '$id:',
  '#',
  '# ',
  '#\n',
  '//\n',
  'for ',
  'for a,*',
  'in ',
  'as ',
  'as a.',
  'with (\n',
  'import',
  'import ',
  'sys.path[',
  'if (',
  'redomain-',
  'redomain-ignore ',
  'redomain-disable -- r\n',
  '\\N{',
  '2024-01-01T00:00',
  'Error: ',
  '/releases/',
  '1.',
  '->',
  '- ',
  'é',
  '\u0130',
  '/* ',
  '/**/ ',
  '@a',
  '@a)',
  '*/',
] as const;

/** Where a run stands, next to a host. */
const PLACES: readonly (readonly [place: string, file: string, around: (run: string) => string])[] = [
  ['before a host in Markdown', 'a.md', (run) => `${run}${HOST}\n`],
  ['behind a host in Markdown', 'a.md', (run) => `${HOST}${run}\n`],
  ['between two hosts in YAML', 'a.yaml', (run) => `url: ${BOTH}${run}${HOST}\n`],
  ['as a label of a configuration', 'a.conf', (run) => `${run} "${HOST}"\n`],
  ['in a string of Python', 'a.py', (run) => `x = "${run}${HOST}${run}"\n`],
  ['beside a string of Python', 'a.py', (run) => `${run}\ny = 1\nx = "${HOST}"  # ${run}\n`],
  ['in a string of TypeScript', 'a.ts', (run) => `const x = \`${run}${HOST}${run}\`;\n`],
  ['beside a string of TypeScript', 'a.tsx', (run) => `/* ${run} */\nconst x = '${HOST}'; // ${run}\n`],
];

const REPEATED: readonly (readonly [name: string, file: string, text: (n: number) => string])[] = [
  ['hosts on one line', 'a.md', (n) => `${HOST} `.repeat(n)],
  ['retired and canonical hosts on one line', 'a.yaml', (n) => `${BOTH} `.repeat(n)],
  ['hosts with words between them on one line', 'a.txt', (n) => `${'word '.repeat(14)}${HOST} `.repeat(n)],
  ['hosts for review on one line', 'a.md', (n) => `deprecated: ${HOST} `.repeat(n)],
  ['e-mail addresses on one line', 'a.md', (n) => 'ops@api.old.ex.ai '.repeat(n)],
  ['items of one line of JSON', 'a.json', (n) => `{"a": [${Array(n).fill(`"${HOST}"`).join(', ')}]}`],
  [
    'keys of one object on one line of JSON',
    'a.json',
    (n) => `{${Array.from({ length: n }, (_, i) => `"${HOST}/${i}": 1`).join()}}`,
  ],
  ['values of one line of a table', 'a.csv', (n) => Array(n).fill(HOST).join()],
  ['values of one variable', 'a.env', (n) => `A=${Array(n).fill(HOST).join()}\n`],
  ['elements on one line of XML', 'a.xml', (n) => `<a>${HOST}</a>`.repeat(n)],
  ['links on one line of HTML', 'a.html', (n) => `<a href="${HOST}">x</a>`.repeat(n)],
  ['escaped hosts on one line', 'a.conf', (n) => 'api\\.old\\.ex\\.ai '.repeat(n)],
  ['hosts of which the beginning is not known on one line', 'a.conf', (n) => '${x}.old.ex.ai '.repeat(n)],
  ['unknown hosts on one line', 'a.txt', (n) => Array.from({ length: n }, (_, i) => `u${i}.ex.ai`).join(' ')],
  ['outputs of a notebook', 'a.ipynb', (n) => `{"cells": [{"outputs": [${Array(n).fill(`"${HOST}"`).join()}]}]}`],
  ['hosts on lines', 'a.md', (n) => `see ${HOST}\n`.repeat(n)],
  ['hosts for review on lines', 'a.md', (n) => `deprecated: ${HOST}\n`.repeat(n)],
  ['indented keys', 'a.yaml', (n) => `k:\n${`  key: ${HOST}\n`.repeat(n)}`],
  ['keys of one line of JSON', 'a.json', (n) => `{${`"${HOST}": 1, "https://new.ex.ai": [{ "a`.repeat(n)}`],
  ['keys of JSON', 'a.json', (n) => `{\n${Array.from({ length: n }, (_, i) => `  "${HOST}/${i}": 1,\n`).join('')}}\n`],
  ['suppressions', 'a.md', (n) => `${HOST} <!-- redomain-ignore -- reason -->\n`.repeat(n)],
  ['suppressions on one line', 'a.md', (n) => `${HOST} <!-- redomain-ignore -- reason --> `.repeat(n)],
  ['suppressions below a carriage return', 'a.md', (n) => `\r${`${HOST} <!-- redomain-ignore -- reason -->\n`.repeat(n)}`],
  ['suppressions of ranges that never end', 'a.md', (n) => `${HOST}\n# redomain-disable -- reason\n`.repeat(n)],
  ['pattern hosts', 'a.txt', (n) => Array.from({ length: n }, (_, i) => `${'a-'.repeat(28)}${i}.many.ex.ai\n`).join('')],
  ['deep pattern hosts', 'a.txt', (n) => Array.from({ length: n }, (_, i) => `${'a.'.repeat(100)}${i}.dee.ex.ai\n`).join('')],
  ['strings of Python', 'a.py', (n) => Array.from({ length: n }, (_, i) => `v${i} = "${HOST}"\n`).join('')],
  [
    'keys of a dictionary of Python',
    'a.py',
    (n) => `d = {\n${Array.from({ length: n }, (_, i) => `  "${HOST}/${i}": "https://new.ex.ai/${i}",\n`).join('')}}\n`,
  ],
  ['items of a list of Python', 'a.py', (n) => `d = [${`"${HOST}", "https://new.ex.ai/",\n`.repeat(n)}]\n`],
  ['adjacent strings of Python', 'a.py', (n) => `d = (${`"${HOST}"\n`.repeat(n)})\n`],
  ['hosts in a docstring', 'a.py', (n) => `"""\n${`${BOTH}\n`.repeat(n)}"""\n`],
  ['hosts in one string of Python', 'a.py', (n) => `x = "${`${BOTH} `.repeat(n)}"\n`],
  [
    'functions of Python',
    'a.py',
    (n) => Array.from({ length: n }, (_, i) => `def f${i}(x="${HOST}"):\n    assert x != "${HOST}"\n`).join(''),
  ],
  ['strings of one function of Python', 'a.py', (n) => `def f():\n${`    get("${HOST}")\n`.repeat(n)}`],
  [
    'values of one function of Python that are called wrong',
    'a.py',
    (n) => `def f():\n${Array.from({ length: n }, (_, i) => `    invalid_url_${i} = "${HOST}"\n`).join('')}`,
  ],
  [
    'values of Python that are called wrong beside others that are called right',
    'a.py',
    (n) => Array.from({ length: n }, (_, i) => `invalid_${i} = "${HOST}"\nvalid_${i} = "https://new.ex.ai/y"\n`).join(''),
  ],
  ['strings of TypeScript', 'a.ts', (n) => Array.from({ length: n }, (_, i) => `export const v${i} = '${HOST}';\n`).join('')],
  ['items of a list of TypeScript', 'a.ts', (n) => `export const d = [${`'${HOST}', 'https://new.ex.ai/',\n`.repeat(n)}];\n`],
  [
    'keys of an object of TypeScript',
    'a.ts',
    (n) => `export const d = {${Array.from({ length: n }, (_, i) => `'${HOST}/${i}': 'https://new.ex.ai/${i}',\n`).join('')}};\n`,
  ],
  ['hosts in a comment of Python', 'a.py', (n) => `# ${`${HOST} `.repeat(n)}\n`],
  ['hosts in a comment of TypeScript', 'a.ts', (n) => `// ${`${HOST} `.repeat(n)}\n`],
  ['retired hosts in one template', 'a.ts', (n) => `export const d = \`${`${HOST} `.repeat(n)}\`;\n`],
  ['hosts between the expressions of one template', 'a.ts', (n) => `export const d = \`${`${HOST} \${a} `.repeat(n)}\`;\n`],
  ['retired hosts in one string of Python', 'a.py', (n) => `x = "${`${HOST} `.repeat(n)}"\n`],
  ['hosts in one template', 'a.ts', (n) => `export const d = \`${`${BOTH} `.repeat(n)}\`;\n`],
  ['sums of TypeScript', 'a.ts', (n) => `export const d = [${`${`'${HOST}' +\n`.repeat(50)}'',`.repeat(n / 50)}];\n`],
  [
    'functions of TypeScript',
    'a.ts',
    (n) => Array.from({ length: n }, (_, i) => `export const f${i} = (x = '${HOST}') => x !== '${HOST}';\n`).join(''),
  ],
  ['elements of TSX', 'a.tsx', (n) => `export const d = <p>${`<a href="${HOST}">${HOST}</a>\n`.repeat(n)}</p>;\n`],
];

const slow: string[] = [];
const FLOOR = 40;
/** How many times larger all is than by default: what grows with a small factor alone shows itself in tens of thousands. */
const SIZE = Number(process.env.GROWTH ?? 1);

/**
 * The time of four times as much is less than eight times the time; what takes next to nothing counts as that. Where it seems more, four times
 * as much of both tells what grows from what merely begins slowly.
 */
async function growth(name: string, file: string, text: (n: number) => string, n: number): Promise<number> {
  await plan(file, text(n >> 2));
  let best = Number.POSITIVE_INFINITY;
  for (const size of [n, n, 4 * n]) {
    if (best < 8) break;
    const small = await milliseconds(file, text(size));
    const large = await milliseconds(file, text(4 * size));
    if (process.env.SHOW_TIMES && large > 200) slow.push(`${name}: ${small.toFixed(0)} ms, ${large.toFixed(0)} ms`);
    best = Math.min(best, large / Math.max(small, FLOOR));
  }
  return best;
}

describe('time is linear', { timeout: 300_000 * SIZE }, () => {
  test.each(PLACES)('in runs %s', async (place, file, around) => {
    for (const run of RUNS) {
      const name = `${JSON.stringify(run)} ${place}`;
      expect(await growth(name, file, (n) => around(run.repeat(Math.ceil(n / run.length))), 3000 * SIZE), name).toBeLessThan(8);
    }
    if (slow.length > 0) console.log(slow.splice(0).join('\n'));
  });
  test.each(REPEATED)('in the number of %s', async (name, file, text) => {
    expect(await growth(name, file, text, 500 * SIZE)).toBeLessThan(8);
    if (slow.length > 0) console.log(slow.splice(0).join('\n'));
  });
});

const nested = (open: string, close: string, depth: number): string =>
  `x = ${open.repeat(depth)}"${HOST}"${close.repeat(depth)}\n`;

describe('deep nesting', () => {
  test.each([
    ['parentheses of Python', 'a.py', '(', ')'],
    ['lists of Python', 'a.py', '[', ']'],
    ['format strings of Python', 'a.py', 'f"{', '}"'],
    ['sums of Python', 'a.py', 'a + ', ''],
    ['parentheses of TSX', 'a.tsx', '(', ')'],
    ['elements of TSX', 'a.tsx', '<a>', '</a>'],
    ['templates of TypeScript', 'a.ts', '`${', '}`'],
    ['sums of TypeScript', 'a.ts', 'a + ', ''],
    ['lists of a notebook', 'a.ipynb', '[', ']'],
  ])('of 20,000 %s is a named failure, of 100 it is read', async (_, file, open, close) => {
    const deep = await plan(file, nested(open, close, 20_000));
    expect(deep?.report.reason).toMatch(/does not parse|nested too deeply/);
    expect(deep?.counts).toMatchObject([{ verdict: expect.stringMatching(/review|failed/), count: 1 }]);
    expect(deep?.output).toBe(nested(open, close, 20_000));
    const read = await plan(file, nested(open, close, 100));
    expect(read?.report.reason).toBeUndefined();
  });

  test('of format strings, 200 deep, is read', async () => {
    const { report } = (await plan('a.py', nested('f"{', '}"', 200)))!;
    expect(report.reason).toBeUndefined();
  });

  test('costs the texts times their depth, which the parser limits', async () => {
    const sum = (depth: number): string => `export const d = ${`'${HOST}' +\n`.repeat(depth)}'';\n`;
    await plan('a.ts', sum(200));
    expect(await milliseconds('a.ts', sum(1000))).toBeLessThan(10_000);
    expect((await plan('a.ts', sum(20_000)))?.report.reason).toMatch(/does not parse|nested too deeply/);
  });
});
