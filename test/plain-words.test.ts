import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../src/cli/command-line.ts';
import { type Command, commands } from '../src/cli/command-table.ts';
import { type FlagName, flags } from '../src/cli/flags.ts';
import { plainWords } from '../src/cli/plain-words.ts';

const names = Object.keys(flags) as FlagName[];
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names).map((name) => `--${name}`) },
  { weight: 2, arbitrary: fc.constantFrom('-c', '-o', '-j', '-q', '-v', '-qv', '-j4', '-cx', '-', '--', '-x', '-h') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('src', 'a.py', '1', '1.50', '0x1', 'json', 'text', 'HEAD~1', '2/8', '', ' ', 'true', 'no'),
  },
  { weight: 2, arbitrary: fc.constantFrom(...commands.map(({ name }) => name)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '--format=json',
      '--format=',
      '--write=no',
      '--cwd=/',
      '--no-check',
      '--noDiff',
      '--jobs=3',
      '--cwd.x=1',
    ),
  },
  { weight: 1, arbitrary: fc.string() },
);

async function read(argv: readonly string[]): Promise<object> {
  const words = await readCommandLine(argv, '1', 100);
  if (typeof words === 'string') return {};
  const command = commands.find(({ name }) => name === words.name)! as Command;
  const spelled = [...command.flags, ...(command.positional ? [command.positional.name] : [])];
  const said = spelled.filter((name) => words.values[name] !== undefined).map((name) => [name, words.values[name]] as const);
  return {
    name: words.name,
    values: Object.fromEntries(said.filter(([, value]) => !(Array.isArray(value) && value.length === 0))),
  };
}

describe('a plain command line', () => {
  it('says what the whole parser reads in it', async () => {
    let plain = 0;
    const holds = fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (argv) => {
      const words = plainWords(argv);
      if (!words) return;
      plain++;
      expect(words, JSON.stringify(argv)).toEqual(await read(argv));
    });
    await fc.assert(holds, { numRuns: 4000, seed: 7 });
    expect(plain).toBeGreaterThan(400);
  });

  it.each([
    [[]],
    [['--check', '--cache']],
    [['--check', '--since', 'HEAD~1', '-q', 'src']],
    [['hosts', '--format=json']],
    [['merge-reports', '1.json', '2.json']],
  ])('%j is one', async (argv: string[]) => {
    expect(plainWords(argv)).toEqual(await read(argv));
  });

  it.each([
    [['--help']],
    [['--format', 'xml']],
    [['--check', '--check']],
    [['undo', '1', '2']],
    [['src', 'hosts']],
    [['hosts', '--write']],
    [['--', '-x']],
  ])('%j is none', (argv: string[]) => {
    expect(plainWords(argv)).toBeUndefined();
  });
});
