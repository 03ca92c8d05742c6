import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Command, commands, flagOf } from '../src/cli/command-table.ts';
import { flags } from '../src/cli/flags.ts';
import { parse } from '../src/cli/invocation.ts';
import { FILES, project, redomain } from './cli-project.ts';

const { version } = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')) as {
  version: string;
};
const read = (...argv: string[]) => parse(argv, version, 100);

const FORMATS = '"text", "concise", "json", "diff", "sarif", "github", "gitlab", "junit", "markdown", "html", "rdjson"';

describe('the words of a command line', () => {
  it('are a plan of everything when there are none', async () => {
    expect(await read()).toEqual({
      kind: 'run',
      command: 'plan',
      cache: false,
      cwd: process.cwd(),
      paths: [],
      format: 'text',
      diff: true,
      unsafe: false,
      updateBaseline: false,
      interactive: false,
      staged: false,
      quiet: false,
      verbose: false,
      color: true,
    });
  });

  it.each<[string[], object]>([
    [['--write'], { command: 'write' }],
    [['--check'], { command: 'check' }],
    [['--write', '--commit'], { command: 'write', commit: { by: 'service', force: false } }],
    [['--commit', '--write', 'src'], { command: 'write', commit: { by: 'service' }, paths: ['src'] }],
    [['--write', '--commit', 'src'], { commit: { by: 'service' }, paths: ['src'] }],
    [['--write', '--commit', 'directory', 'src'], { commit: { by: 'directory' }, paths: ['src'] }],
    [['--write', '--commit', '--', 'language'], { commit: { by: 'service' }, paths: ['language'] }],
    [['--write', '--commit=language', '--force'], { commit: { by: 'language', force: true } }],
    [['--write', '--commit', '50', '--verify', 'npm test'], { commit: { by: 50, force: false, verify: 'npm test' } }],
    [['--write', '--', '--commit'], { command: 'write', paths: ['--commit'] }],
    [['a', 'b/**', '1.50'], { command: 'plan', paths: ['a', 'b/**', '1.50'] }],
    [['--', '--write', 'hosts'], { command: 'plan', paths: ['--write', 'hosts'] }],
    [['./hosts', '--write'], { command: 'write', paths: ['./hosts'] }],
    [['--format', 'json'], { format: 'json' }],
    [['--format=diff'], { format: 'diff' }],
    [['--format', 'json', '--format', 'text'], { format: 'text' }],
    [['--cwd', '/', '-o', 'report.json'], { cwd: '/', output: '/report.json' }],
    [['--no-diff', '--unsafe', '--no-color'], { diff: false, unsafe: true, color: false }],
    [['-qv', '-j', '3', '-c', 'my.yaml'], { quiet: true, verbose: true, jobs: 3, config: 'my.yaml' }],
    [['hosts', 'src', 'test', '--format', 'json'], { kind: 'hosts', paths: ['src', 'test'], format: 'json' }],
    [['hosts'], { kind: 'hosts', check: false }],
    [['hosts', '--probe', '--check'], { kind: 'hosts', check: true, probe: { seconds: 10 } }],
    [['hosts', '--probe', '--timeout', '9', '--timeout', '0.5'], { probe: { seconds: 0.5 } }],
    [['hosts', '--history'], { kind: 'hosts', history: {} }],
    [['hosts', '--history', '--since', '90d', '--format', 'html'], { history: { since: '90d' }, format: 'html' }],
    [['hosts', '--history', '--since', '1d', '--since', 'v1.2'], { history: { since: 'v1.2' } }],
    [['module', '--check'], { kind: 'module', check: true }],
    [['--check', '--shard', '2/8', '--format', 'json'], { command: 'check', shard: { index: 2, count: 8 } }],
    [['merge-reports', 'a.json', '--', '-b.json'], { kind: 'merge', reports: ['a.json', '-b.json'], format: 'text', diff: true }],
    [['undo', '0123'], { kind: 'undo', run: '0123' }],
    [['explain', 'retired-host'], { kind: 'explain', word: 'retired-host' }],
  ])('%j', async (argv, expected) => {
    expect(await read(...argv)).toMatchObject(expected);
  });

  it.each<[string[], string, string | undefined]>([
    [['--write', '--check'], '--write and --check exclude each other', 'run `redomain --write`, then `redomain --check`'],
    [['--format', 'diff', '--no-diff'], '--format diff and --no-diff exclude each other', undefined],
    [['--writ'], 'unknown flag --writ', 'did you mean --write?'],
    [['--noDiff'], 'unknown flag --noDiff', 'did you mean --no-diff?'],
    [['--sarif'], 'unknown flag --sarif', 'see `redomain --help`'],
    [['--no-write'], 'unknown flag --no-write', 'see `redomain --help`'],
    [['-z'], 'unknown flag -z', 'see `redomain --help`'],
    [['hosts', '--write'], 'unknown flag --write', 'see `redomain hosts --help`'],
    [['hosts', '--check'], '--check goes with --probe here', 'without it `hosts` connects to nothing'],
    [['hosts', '--timeout', '3'], '--timeout goes with --probe here', 'without it `hosts` connects to nothing'],
    [['hosts', '--since', 'v1'], '--since goes with --history here', 'the hosts themselves are those of the tree as it is'],
    [['--history'], 'unknown flag --history', 'see `redomain --help`'],
    ...['0', '-1', '601', 'soon', ''].map((word): [string[], string, undefined] => [
      ['hosts', '--probe', `--timeout=${word}`],
      `--timeout takes seconds, more than 0 and up to 600, not ${JSON.stringify(word)}`,
      undefined,
    ]),
    [['--probe'], 'unknown flag --probe', 'see `redomain --help`'],
    [['module', 'more'], 'unexpected argument: more', 'see `redomain module --help`'],
    [['undo', 'a', 'b'], 'unexpected argument: b', 'see `redomain undo --help`'],
    [['--format', 'xml'], `--format takes ${FORMATS}; not "xml"`, 'see `redomain --help`'],
    [['hosts', '--format', 'diff'], '--format takes "text", "json", "html"; not "diff"', 'see `redomain hosts --help`'],
    [['--output'], '--output needs a value', 'see `redomain --help`'],
    [['-o'], '-o needs a value', 'see `redomain --help`'],
    [['--jobs', '0'], '--jobs takes a whole number of at least 1, not "0"', undefined],
    [['--jobs', '1.5'], '--jobs takes a whole number of at least 1, not "1.5"', undefined],
    [['--jobs='], '--jobs takes a whole number of at least 1, not ""', undefined],
    [['--unsafe=maybe'], '--unsafe takes no value', undefined],
    [['--cwd', '/no/such'], '--cwd is no directory: /no/such', undefined],
    ...['0/8', '9/8', '1', '1/0', 'a/b', '1/2/3', '-1/2', ''].map((word): [string[], string, string] => [
      ['--check', '--format=json', `--shard=${word}`],
      `--shard takes I/N with I from 1 to N, not ${JSON.stringify(word)}`,
      'such as --shard 1/8',
    ]),
    [['--write', '--shard', '1/2', '--format', 'json'], '--shard and --write exclude each other', 'write the whole plan at once'],
    [
      ['--check', '--update-baseline', '--shard', '1/2', '--format', 'json'],
      '--shard and --update-baseline exclude each other',
      'a baseline is written by one run of all files',
    ],
    [
      ['--check', '--shard', '1/2'],
      '--shard goes with --format json, not text',
      '`redomain merge-reports` makes any format of the reports of all shards',
    ],
    [['merge-reports', 'a', '--format', 'diff', '--no-diff'], '--format diff and --no-diff exclude each other', undefined],
    [['merge-reports'], 'merge-reports needs the reports of all shards', 'name their files'],
    [['--commit'], '--commit goes with --write', 'without --write nothing is changed: redomain --write --commit'],
    [['--check', '--commit'], '--commit goes with --write', 'without --write nothing is changed: redomain --write --commit'],
    [['--staged', '--write', '--commit'], '--staged and --write exclude each other', 'the index is only read'],
    [
      ['--write', '--commit', '--shard', '1/2', '--format', 'json'],
      '--shard and --write exclude each other',
      'write the whole plan at once',
    ],
    [['--write', '--verify', 'make'], '--verify goes with --commit', 'such as `redomain --write --commit service`'],
    [['--write', '--force'], '--force goes with --commit', 'such as `redomain --write --commit service`'],
    [['--write', '--commit', '--verify', ' '], '--verify takes a command, not an empty one', 'such as --verify "npm test"'],
    ...['rule', '0', '-1', '1.5', ''].map((word): [string[], string, string] => [
      ['--write', `--commit=${word}`],
      `--commit takes service, directory, language or a number of files, not ${JSON.stringify(word)}`,
      'such as --commit directory, or --commit 100',
    ]),
    [['hosts', '--commit'], 'unknown flag --commit', 'see `redomain hosts --help`'],
    [['check'], 'no command, file or directory "check"', 'did you mean `redomain --check`?'],
    [['wirte'], 'no command, file or directory "wirte"', 'did you mean `redomain --write`?'],
    [['--chekc'], 'unknown flag --chekc', 'did you mean --check?'],
    [
      ['init', '--apex', 'https://ex.ai/'],
      '--apex takes a domain that someone can register, not "https://ex.ai/"',
      'such as --apex ex.ai',
    ],
    [['hots'], 'no command, file or directory "hots"', 'did you mean `redomain hosts`?'],
  ])('%j is refused', async (argv, message, hint) => {
    await expect(read(...argv)).rejects.toMatchObject({ name: 'UserError', message, hint });
  });
});

describe('help', () => {
  it.each(commands.map((command) => [command.name, command as Command] as const))(
    'redomain %s --help names all of its flags',
    async (name, command) => {
      const help = await read(...(name === '' ? [] : [name]), '--help');
      expect(help.kind).toBe('text');
      const { text } = help as { text: string };
      for (const flag of command.flags) {
        expect(text).toContain(`--${flag}`);
        expect(text.replace(/\s+/g, ' ')).toContain(flagOf(command, flag).describe.slice(0, 30));
      }
    },
  );

  it('names all commands', async () => {
    const { text } = (await read('-h')) as { text: string };
    for (const { name } of commands) expect(text).toContain(`redomain ${name}`.trim());
    expect(text).toContain('Exit codes:');
    expect(text).toContain('New here: `redomain init`');
    expect(((await read('undo', '--help')) as { text: string }).text).not.toContain('New here');
  });

  it('has one object per flag, under its name', async () => {
    for (const [name, flag] of Object.entries(flags)) expect(flag.name).toBe(name);
  });
});

describe('the process', () => {
  const root = project(FILES);

  it('prints help and version on stdout and exits 0', async () => {
    expect(await redomain(root, ['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect((await redomain(root, ['-V'])).stdout).toBe(`${version}\n`);
    const help = await redomain(root, ['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(/^Usage: redomain/);
  });

  it('exits 2 on a usage error, with one message, a hint and no stack', async () => {
    expect(await redomain(root, ['--chek'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'redomain: unknown flag --chek\n  did you mean --check?\n',
    });
  });

  it('explains rules without a configuration', async () => {
    const list = await redomain('/', ['explain']);
    expect(list).toMatchObject({ status: 0, stderr: '' });
    expect(list.stdout).toContain('bad-suppression');
    expect((await redomain('/', ['explain', 'needs-review'])).stdout).toMatch(/^# needs-review\n/);
    expect(await redomain('/', ['explain', 'need-review'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'redomain: no rule "need-review"\n  did you mean needs-review?\n',
    });
  });
});
