import { describe, expect, it } from 'vitest';
import { compileGlobs } from '../../../src/core/glob/glob.ts';
import { project, redomain } from '../../cli-project.ts';

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Each of them makes a regular expression that V8 compares for ever with one of the paths below. */
const HOSTILE: readonly (readonly [name: string, glob: string])[] = [
  ['a group that repeats a character that repeats', '(a+)+b'],
  ['groups in groups that repeat', '((a|b)*)*c'],
  ['a class of POSIX that repeats', `${'[[:alpha:]]+'.repeat(12)}1`],
  ['classes that repeat', `${'[a-z]+'.repeat(12)}1`],
  ['an extended group of one that repeats', '@(+(a))+b'],
  ['an extended group that repeats', '@((a|aa)+)b'],
  ['optional groups', `${'?(a)'.repeat(60)}${'a'.repeat(60)}b`],
  ['alternatives that are alike', `${'{a,aa}'.repeat(80)}b`],
  ['empty alternatives', `${'{,a}'.repeat(80)}b`],
  ['alternatives in alternatives', `${nested(60, '{a,', '}')}${nested(60, '{,a,', '}')}b`],
  ['empty alternatives in alternatives', `${nested(150, '{,', '}')}${nested(150, '{,a', '}')}b`],
  ['groups with alternatives that are alike', `${'@(a|aa)'.repeat(80)}b`],
  ['stars in every step', `${'*a*/'.repeat(60)}b`],
  ['directories that may be missing', `${'{*/,}'.repeat(60)}b`],
  ['what must not follow', `${'!(a|aa)*a'.repeat(2)}b`],
  ['a bound of a regular expression', '(a|aa){1,9}(a|aa){1,9}(a|aa){1,9}b'],
  ['plain groups that repeat', `${'(a|aa)+'.repeat(6)}b`],
];
const PATHS = ['a'.repeat(255), 'a/'.repeat(1000), `${'aaa/'.repeat(60)}a`, `${'a'.repeat(120)}c`, `${'a'.repeat(60)}b`];

describe('a hostile glob', () => {
  it.each(HOSTILE)('of %s is compared in time', (_, glob) => {
    const matches = compileGlobs([glob]);
    const start = process.cpuUsage();
    for (const path of PATHS) matches(path);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });

  const files = {
    [`${'a'.repeat(200)}.md`]: 'https://api.old.ex.ai\n',
    [`${'aaa/'.repeat(60)}c.md`]: 'https://api.old.ex.ai\n',
    'aaa/b.py': 'x = "https://api.old.ex.ai"\n',
  };
  const config = (globs: readonly string[]): string =>
    JSON.stringify({
      environments: { staging: { backend: { host: 'new.ex.ai', retired: ['api.old.ex.ai'] } } },
      modules: [{ file: 'd.py', scope: [...globs, '**/*.py'] }],
      deliver: [{ files: globs, as: 'keep' }],
    });

  it.each(HOSTILE)(
    'of %s takes no time in a configuration or on the command line, and ends in no internal error',
    async (_, glob) => {
      const root = project({ ...files, 'redomain.json': config([glob]) });
      for (const args of [['--no-diff'], ['--no-diff', glob]]) {
        const { status, stdout, stderr } = await redomain(root, args);
        expect(stderr).not.toMatch(/internal error|Maximum|RangeError|Invalid regular/);
        expect(stderr === '' || /redomain\.json:1:\d+|matches no file|does not exist/.test(stderr), stderr).toBe(true);
        expect([1, 2]).toContain(status);
        if (status === 1) expect(stdout).toContain('to change');
      }
    },
  );

  it.each(['(?<=a)b', '(a)\\1', '(?<n>a)b'])('that looks back, %s, is refused with a word', async (glob) => {
    const { status, stderr } = await redomain(project({ ...files, 'redomain.json': config([glob]) }), []);
    expect(status).toBe(2);
    expect(stderr).toMatch(/redomain\.json:1:\d+ .*: "\S+" is no glob but a regular expression/);
  });

  it('is no glob that people write: those mean what they did', () => {
    const matches = compileGlobs(['docs/**', '**/*.{ts,tsx}', 'a/!(b|c)/*.py', '[a-c]?.md', 'x/{y,z}/**/*.json']);
    const taken = [
      'docs/a/b.md',
      'docs',
      'a.ts',
      'x/b/c.tsx',
      '.github/a.ts',
      'a/d/e.py',
      'ab.md',
      'x/y/a.json',
      'x/z/b/c/a.json',
    ];
    for (const path of taken) expect(matches(path), path).toBe(true);
    for (const path of ['doc/a', 'a.js', 'a/b/e.py', 'd1.md', 'x/w/a.json', 'ab/c.md']) expect(matches(path), path).toBe(false);
  });
});
