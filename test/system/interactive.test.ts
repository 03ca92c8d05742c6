import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CONFIG, git, redomain, textsOf, write } from '../cli-project.ts';
import { repository } from '../commit-project.ts';
import { BEGIN_AGAIN, because, CTRL_C, GO_ON, hasPython, kill, press, type Step, session, WRITE } from './terminal-session.ts';

const FILES: Readonly<Record<string, string>> = {
  'redomain.yaml': CONFIG.replace(
    'modules:',
    '    auth:\n      host: login.ex.ai\n      retired: [auth.old.ex.ai]\nmodules: # of the team',
  ),
  'shared/__init__.py': '',
  'app/__init__.py': '',
  'app/settings.py': 'TIMEOUT = 5\n',
  'app/client.py':
    'from app.settings import TIMEOUT\n\nURL = "https://api.old.ex.ai/health"\nLOGIN = "https://auth.old.ex.ai/login"\n',
  'app/jobs.py': 'from app.settings import TIMEOUT\n\nJOBS = "https://api.old.ex.ai/jobs"\n',
  'README.md': 'See https://api.old.ex.ai/docs.\n',
  'data.json': '{ "api": "https://api.old.ex.ai" }\n',
};

/** The three questions of these files. */
const [TEXTS, BACKEND, AUTH] = [
  'Pattern 1 of 3: api.old.ex.ai',
  'Pattern 2 of 3: https://api.old',
  'Pattern 3 of 3: https://auth.old',
];

const preload = pathToFileURL(join(import.meta.dirname, 'kill/act-at-call.mjs')).href;

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
const changedIn = (root: string): string[] =>
  git(root, 'status', '--porcelain', '-uall')
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(3))
    .sort();
const answersIn = (root: string): { choice: string }[] =>
  existsSync(join(root, '.git/redomain/answers.json')) ? JSON.parse(read(root, '.git/redomain/answers.json')).answers : [];
/** The places of migrated files that are still to do, as a check names them. */
const checked = async (root: string): Promise<string[]> => {
  const { stdout } = await redomain(root, ['--check', '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: { decision: string; path: string; line: number; text: string }[] };
  return findings.filter(({ decision }) => decision !== 'keep').map(({ path, line, text }) => `${path}:${line} ${text}`);
};
const undoes = async (root: string): Promise<void> => {
  expect((await redomain(root, ['undo'])).status).toBe(0);
  expect(changedIn(root)).toEqual([]);
};

describe.skipIf(!hasPython)('--interactive', () => {
  test('asks from the first question to the resumed end, and writes what was accepted', async () => {
    const root = repository(FILES);
    const first = await session(root, [press(TEXTS, 'a'), press(BACKEND, CTRL_C)]);
    expect(first).toMatchObject({ status: -2, missing: null });
    expect(first.screen).toContain('stopped by SIGINT');
    expect(first.screen).toContain('Your answers are kept (2 places accepted, 3 open); `redomain --write --interactive` goes on');
    expect(changedIn(root)).toEqual([]);

    const second = await session(root, [
      GO_ON,
      press(BACKEND, 'f'),
      press('app/client.py: 1 place; 2 files of the pattern open', 's'),
      press('app/jobs.py: 1 place; 1 file of the pattern open', 'a'),
      press(AUTH, 'a'),
      WRITE,
    ]);
    expect(second).toMatchObject({ status: 1, missing: null });
    expect(second.screen).toContain('declined  you skipped it');
    expect(changedIn(root)).toEqual(['README.md', 'app/client.py', 'app/jobs.py', 'data.json', 'shared/domains.py']);
    expect(read(root, 'app/client.py')).toBe(
      'from app.settings import TIMEOUT\nfrom shared.domains import STAGING_AUTH_URL\n\nURL = "https://api.old.ex.ai/health"\nLOGIN = f"{STAGING_AUTH_URL}/login"\n',
    );
    expect(await checked(root)).toEqual(['app/client.py:4 api.old.ex.ai']);
    expect(answersIn(root)).toEqual([]);
    await undoes(root);
  });

  test('makes of all that is accepted what --write makes', async () => {
    const [asked, plain] = [repository(FILES), repository(FILES)];
    expect(await session(asked, [press(TEXTS, 'a'), press(BACKEND, 'a'), press(AUTH, 'a'), WRITE])).toMatchObject({ status: 0 });
    await redomain(plain, ['--write', '--quiet']);
    expect(textsOf(asked)).toEqual(textsOf(plain));
  });

  const REASON: Step = { expect: ['Why does it stay?'], type: CTRL_C };
  const FIRST = press(TEXTS, 'a');
  test.each<[string, readonly Step[], readonly string[]]>([
    ['the first', [press(TEXTS, CTRL_C)], []],
    ['a pattern', [FIRST, press(BACKEND, CTRL_C)], ['accept']],
    [
      'a file',
      [FIRST, press(BACKEND, 'f'), press('app/client.py: 1', 'a'), press('app/jobs.py: 1', CTRL_C)],
      ['accept', 'each', 'accept'],
    ],
    ['a reason', [FIRST, press(BACKEND, 'k'), REASON], ['accept']],
    ['the last', [FIRST, press(BACKEND, 's'), press(AUTH, 'a'), { ...WRITE, type: CTRL_C }], ['accept', 'skip', 'accept']],
  ])('loses no answer to Ctrl-C at %s question, nor at the one whether to go on', async (_, steps, answers) => {
    const root = repository(FILES);
    const { status, missing, screen } = await session(root, steps);
    expect({ status, missing }).toEqual({ status: -2, missing: null });
    expect(screen).toContain(answers.length > 0 ? 'Your answers are kept' : 'nothing was answered yet');
    expect(answersIn(root).map(({ choice }) => choice)).toEqual(answers);
    if (answers.length > 0) {
      expect(await session(root, [{ ...GO_ON, type: CTRL_C }])).toMatchObject({ status: -2, missing: null });
      expect(answersIn(root).map(({ choice }) => choice)).toEqual(answers);
    }
    expect(changedIn(root)).toEqual([]);
  });

  test('takes the end of input for Ctrl-C', async () => {
    const { status, screen } = await session(repository(FILES), [press(TEXTS, 'k'), { ...REASON, type: '\u0004' }]);
    expect(status).toBe(-2);
    expect(screen).toContain('stopped by SIGINT');
  });

  test('loses no answer to other signals, and goes on where it was', async () => {
    const root = repository(FILES);
    expect(await session(root, [press(TEXTS, 'a'), kill(BACKEND, 'SIGKILL')])).toMatchObject({ status: -9, missing: null });
    const term = await session(root, [GO_ON, press(BACKEND, 'a'), kill(AUTH, 'SIGTERM')]);
    expect(term).toMatchObject({ status: -15, missing: null });
    expect(term.screen).toContain('4 places accepted, 1 open');
    expect(await session(root, [GO_ON, press(AUTH, 'a'), WRITE])).toMatchObject({ status: 0, missing: null });
    expect(await checked(root)).toEqual([]);
  });

  test('loses no answer when the write itself is stopped', async () => {
    const [root, plain] = [repository(FILES), repository(FILES)];
    const act = { ACT_AT: 'renameSync:6', ACT: 'kill -INT $PPID', NODE_OPTIONS: `--import=${preload}` };
    const stopped = await session(root, [press(TEXTS, 'a'), press(BACKEND, 'a'), press(AUTH, 'a'), WRITE], act);
    expect(stopped).toMatchObject({ status: -2, missing: null });
    expect(stopped.screen).toContain('what had been written is as it was before. Your answers are kept;');
    expect(changedIn(root)).toEqual([]);
    expect(await session(root, [GO_ON, WRITE])).toMatchObject({ status: 0, missing: null });
    await redomain(plain, ['--write', '--quiet']);
    expect(textsOf(root)).toEqual(textsOf(plain));
  });

  test('keeps by a comment where there is one, and by an entry of the configuration where there is none', async () => {
    const root = repository(FILES);
    const steps = [
      press(TEXTS, 'k'),
      because('links of before the move'),
      press(BACKEND, 'a'),
      press(AUTH, 'k'),
      because(''),
      press(AUTH, 'k'),
      because('the old login stays'),
      WRITE,
    ];
    const { status, screen, missing } = await session(root, steps);
    expect({ status, missing }).toEqual({ status: 0, missing: null });
    expect(screen).toContain('No comment can say so in data.json: an entry of redomain.yaml will keep the whole file');
    expect(read(root, 'README.md')).toBe(
      'See https://api.old.ex.ai/docs. <!-- redomain-ignore retired-host -- links of before the move -->\n',
    );
    expect(read(root, 'redomain.yaml')).toBe(
      `${FILES['redomain.yaml']}deliver:\n  - { files: ["data.json"], as: keep } # links of before the move\n`,
    );
    expect(read(root, 'data.json')).toBe(FILES['data.json']);
    expect(read(root, 'app/client.py')).toContain(
      'URL = f"{STAGING_BACKEND_URL}/health"\n# redomain-ignore retired-host -- the old login stays\nLOGIN = "https://auth.old',
    );
    expect(await checked(root)).toEqual([]);
    await undoes(root);
  });

  test('opens the editor at the file, and asks again what has changed there', async () => {
    const root = repository(FILES);
    const edited = join(root, '.git/edited');
    const env = {
      EDITOR: `'${join(import.meta.dirname, 'terminal/edit.sh')}' --wait`,
      EDITED: edited,
      EDIT: 'MORE = "https://api.old.ex.ai/more"',
    };
    const steps = [
      press(TEXTS, 'a'),
      press(BACKEND, 'a'),
      press(AUTH, 'e'),
      press('2 places in 1 file: app/client.py', 'a'),
      press(AUTH, 'a'),
      WRITE,
    ];
    const first = await session(root, steps, env);
    expect(first).toMatchObject({ status: 0, missing: null });
    expect(readFileSync(edited, 'utf8')).toBe(`--wait ${join(root, 'app/client.py')}\n`);
    expect(first.screen).toContain('Asked again, as the file changed since: app/client.py');
    expect(read(root, 'app/client.py')).toContain('/login"\nMORE = f"{STAGING_BACKEND_URL}/more"\n');
    await redomain(root, ['undo']);
    expect(read(root, 'app/client.py')).toBe(`${FILES['app/client.py']}${env.EDIT}\n`);
  });

  test('says how to name an editor where there is none, and goes on', async () => {
    const root = repository(FILES);
    const { screen, missing } = await session(root, [
      press(TEXTS, 'e'),
      press('There is no editor: set VISUAL or EDITOR', CTRL_C),
    ]);
    expect(missing).toBeNull();
    expect(screen).toContain('EDITOR=nano');
  });

  test('takes the last answer back, also one of an earlier run', async () => {
    const root = repository(FILES);
    await session(root, [press(TEXTS, 'a'), press(BACKEND, CTRL_C)]);
    const { screen, missing } = await session(root, [GO_ON, press(BACKEND, 'u'), press(TEXTS, 's'), press(BACKEND, 'q')]);
    expect(missing).toBeNull();
    expect(screen).toContain('Taken back: api.old.ex.ai → new.ex.ai (accept, 2 files)');
    expect(changedIn(root)).toEqual([]);
  });

  test('writes on quitting what was accepted, and asks the rest another time', async () => {
    const root = repository(FILES);
    const first = await session(root, [press(TEXTS, 's'), press(BACKEND, 'a'), press(AUTH, 'q')]);
    expect(first).toMatchObject({ status: 1, missing: null });
    expect(first.screen).toContain('2 places accepted, 2 skipped, 1 open; `redomain --write --interactive` asks what is open');
    expect(changedIn(root)).toEqual(['app/client.py', 'app/jobs.py', 'shared/domains.py']);
    expect(first.screen).toContain('declined  it is not answered yet');
    const second = await session(root, [GO_ON, press('Pattern 2 of 2: https://auth.old', 'a'), WRITE]);
    expect(second).toMatchObject({ status: 1, missing: null });
    expect(await checked(root)).toEqual(['README.md:1 api.old.ex.ai', 'data.json:1 api.old.ex.ai']);
  });

  test('asks again, with a word, for a file that changed since, and forgets all answers where that is wanted', async () => {
    const root = repository(FILES);
    await session(root, [press(TEXTS, 'a'), press(BACKEND, CTRL_C)]);
    write(root, 'README.md', `# Docs\n\n${FILES['README.md']}`);
    const again = await session(root, [GO_ON, press('1 place in 1 file: README.md', CTRL_C)]);
    expect(again.missing).toBeNull();
    expect(again.screen).toContain('Asked again, as the file changed since: README.md');
    const anew = await session(root, [BEGIN_AGAIN, press('2 places in 2 files: README.md, data.json', CTRL_C)]);
    expect(anew.missing).toBeNull();
    expect(answersIn(root)).toEqual([]);
  });

  test('shows nothing that could steer the terminal', async () => {
    const root = repository({ ...FILES, 'A\u001b[2Jb.md': 'x \u001b]0;owned\u0007 https://api.old.ex.ai\n' });
    const { screen, missing } = await session(root, [press(TEXTS, CTRL_C)]);
    expect(missing).toBeNull();
    expect(screen).toContain('A\\x1b[2Jb.md');
    expect(screen).toContain('x \\x1b]0;owned\\x07');
  });

  test('asks nothing, and writes as --write does, where nothing would change', async () => {
    const root = repository({ ...FILES, 'app/client.py': '', 'app/jobs.py': '', 'README.md': '', 'data.json': '' });
    expect(await session(root, [])).toMatchObject({ status: 0, missing: null });
    expect(changedIn(root)).toEqual(['shared/domains.py']);
  });
});

describe('--interactive is refused', () => {
  test('without a terminal', async () => {
    const root = repository(FILES);
    const { status, stderr } = await redomain(root, ['--write', '-i']);
    expect(status).toBe(2);
    expect(stderr).toContain('--interactive asks on a terminal, and stdin or stdout is none');
    expect(changedIn(root)).toEqual([]);
  });

  test.each([
    [['-i'], '--interactive goes with --write'],
    [['-i', '--check'], '--interactive goes with --write'],
    [['-i', '--write', '--commit'], '--interactive and --commit exclude each other'],
    [['-i', '--write', '--cache'], '--interactive and --cache exclude each other'],
    [['-i', '--write', '--quiet'], '--interactive and --quiet exclude each other'],
    [['-i', '--write', '--format', 'json'], '--interactive goes with --format text, not json'],
  ])('with %j', async (args, words) => {
    const { status, stderr } = await redomain(repository(FILES), args);
    expect({ status, stderr: stderr.split('\n')[0] }).toEqual({ status: 2, stderr: `redomain: ${words}` });
  });
});
