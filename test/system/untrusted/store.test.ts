import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/files/journal.ts';
import { CLEAN, git, type Outcome, project, redomain, write } from '../../cli-project.ts';
import { keptIn, snapshot } from '../../tree.ts';
import { redomainProcess } from '../cli-process.ts';

const LATE = '29991231T235959999Z-ffffff';
const LATE_NOW = `999999-${LATE}`;

/** A journal that names files which a run must never touch, as a commit could bring it. */
function journalOf(run: string, version: number, entry: object): string {
  const file = { path: 'README.md', index: 0, offset: 0, length: 4, before: hashOf(Buffer.from('evil')), mode: 0o4777, ...entry };
  return JSON.stringify({ version, run, files: [{ after: hashOf(Buffer.from(CLEAN['README.md']!)), ...file }], directories: [] });
}

const planted = (entry: object) => (root: string) => {
  for (const [run, version] of [[LATE, 1] as const, [LATE_NOW, 1] as const, [LATE_NOW, 2] as const])
    for (const name of [run, `${run.slice(0, -1)}e`]) {
      write(root, `.redomain/runs/${name}/journal.json`, journalOf(name, version, entry));
      write(root, `.redomain/runs/${name}/originals`, 'evil');
    }
};

const linked = (name: string, target: string) => (root: string) => {
  mkdirSync(join(root, name, '..'), { recursive: true });
  symlinkSync(target, join(root, name));
};

/** What a repository may bring under the names of a store, old and new. */
const SHAPES: readonly (readonly [string, (root: string) => void])[] = [
  ['a link out of the tree', linked('.redomain', '../victim')],
  ['a link to the tree', linked('.redomain', '.')],
  ['a link to git', linked('.redomain', '.git')],
  ['runs that are a link out of the tree', linked('.redomain/runs', '../../victim')],
  ['runs that are a link to the tree', linked('.redomain/runs', '..')],
  ['a run that is a link', linked(`.redomain/runs/${LATE}`, '../../../victim')],
  ['a lock that is a link', linked('.redomain/lock', '../../victim/kept')],
  ['a lock that is a directory', (root) => write(root, '.redomain/lock/x', '')],
  ['a lock of a living process', (root) => write(root, '.redomain/lock', `{"pid":${process.pid},"host":"elsewhere"}`)],
  ['a cache that is a link', linked('.redomain/cache.json', '../../victim/kept')],
  ['a file in its place', (root) => write(root, '.redomain', 'file')],
  ['a later run', planted({})],
  ['a later run that names the link file of a submodule', planted({ path: 'vendor/lib/.git' })],
  ['a later run that leads out by its path', planted({ path: '../victim/kept' })],
  ['a later run that leads out by its index', planted({ index: '/../../victim/kept' })],
  ['a later run that is damaged', planted({ length: -1, before: null })],
  [
    'answers, a series and a counter',
    (root) => {
      write(root, '.redomain/answers.json', '{"version":1,"answers":[]}');
      write(root, '.redomain/series.json', JSON.stringify({ base: 'a'.repeat(40), head: 'b'.repeat(40), at: LATE, ended: true }));
      write(root, '.redomain/runs-begun', '999999999\n');
    },
  ],
];

interface Place {
  readonly root: string;
  readonly victim: string;
}

/** A tree beside a directory that nobody may touch. */
function placed(shape: (root: string) => void, isCommitted: boolean): Place {
  const above = project({ 'victim/kept': 'kept', 'victim/d/e': 'kept' });
  const [root, victim] = [join(above, 'tree'), join(above, 'victim')];
  for (const [path, text] of Object.entries(CLEAN)) write(root, path, text);
  shape(root);
  if (isCommitted) {
    git(root, 'init', '--quiet');
    git(root, 'config', 'user.name', 'n');
    git(root, 'config', 'user.email', 'n@ex.ai');
    git(root, 'add', '--all', '--force');
    git(root, 'commit', '--quiet', '-m', 'all of it');
  }
  return { root, victim };
}

/** What differs by the place alone. */
/** What git tracks below .redomain is scanned as other files are. */
const VARYING = /\(\d+ files?, [^)]*\)|\d{6}-\d{8}T\d{9}Z-[0-9a-f]{6}|\b[0-9a-f]{7,40}\b|\d+(?:\.\d+)? m?s\b/g;
const SKIPPED = /^ *Skipped: 1 file\n.*\n *\.redomain.*\n\n/gm;
const told = ({ status, stdout, stderr }: Outcome, root: string): Outcome => ({
  status,
  stdout: stdout.replaceAll(root, 'ROOT').replace(SKIPPED, '').replace(VARYING, 'X'),
  stderr: stderr.replaceAll(root, 'ROOT').replace(VARYING, 'X'),
});

const STEPS: readonly (readonly string[])[] = [
  ['--check', '--no-diff'],
  ['--check', '--cache', '--no-diff'],
  ['--write', '--no-diff'],
  ['--check', '--no-diff'],
  ['undo'],
  ['undo'],
  ['--write', '--no-diff'],
];
const COMMITTING = [['--write', '--commit', '--no-diff'], ['undo']];

async function course(root: string, isCommitted: boolean): Promise<Outcome[]> {
  const said: Outcome[] = [];
  for (const step of STEPS) said.push(told(await redomain(root, step), root));
  if (!isCommitted) return said;
  git(root, 'checkout', '--quiet', '--force', '.');
  git(root, 'clean', '--quiet', '--force', 'shared');
  for (const step of COMMITTING) said.push(told(await redomain(root, step), root));
  return said;
}

const filesOf = (root: string): Record<string, string> =>
  Object.fromEntries(Object.entries(snapshot(root)).filter(([path]) => path !== '.redomain' && !path.startsWith('.redomain/')));

describe('a store that a repository brings changes nothing', () => {
  for (const isCommitted of [true, false]) {
    const kind = isCommitted ? 'in a clone' : 'in an unpacked archive';
    const plain = placed(() => {}, isCommitted);
    let expected: readonly Outcome[];
    beforeAll(async () => {
      expected = await course(plain.root, isCommitted);
    });
    it.each(SHAPES)(`%s, ${kind}`, { timeout: 120_000 }, async (_, shape) => {
      const { root, victim } = placed(shape, isCommitted);
      const outside = snapshot(victim);
      const brought = snapshot(join(root, '.redomain'), true);
      const said = await course(root, isCommitted);
      // The second undo has nothing to take back and names the runs of the old place, where there are any.
      const [second] = said.splice(5, 1);
      expect(said).toEqual(expected.toSpliced(5, 1));
      expect(second!.status).toBe(2);
      expect(second!.stderr).toMatch(/there is no run to undo|it is not taken back/);
      expect(filesOf(root)).toEqual(filesOf(plain.root));
      expect(snapshot(victim)).toEqual(outside);
      expect(snapshot(join(root, '.redomain'), true)).toEqual(brought);
      if (isCommitted) expect(git(root, 'fsck')).toBe('');
    });
  }
});

describe('a committed cache', () => {
  it('of a tree without findings does not make a check of one with findings pass', async () => {
    const clean = project({ ...CLEAN, 'README.md': '', 'compose.yaml': '', 'app/client.py': '' });
    git(clean, 'init', '--quiet');
    git(clean, 'add', '--all');
    await redomain(clean, ['--write']);
    git(clean, 'add', '--all');
    expect((await redomain(clean, ['--check', '--cache'])).status).toBe(0);
    const [cache, report] = await Promise.all(
      ['cache.json', 'report.json'].map(async (name) => readFileSync(join(await keptIn(clean), name), 'utf8')),
    );
    const root = project({
      ...CLEAN,
      '.redomain/cache.json': cache!,
      '.redomain/report.json': report!,
      'redomain/cache.json': cache!,
    });
    git(root, 'init', '--quiet');
    git(root, 'add', '--all', '--force');
    expect((await redomain(root, ['--check', '--no-diff'])).status).toBe(1);
    expect((await redomain(root, ['--check', '--cache', '--no-diff'])).status).toBe(1);
    expect((await redomain(root, ['--check', '--cache', '--no-diff'])).status).toBe(1);
  });
});

describe('a journal in the store itself', () => {
  const good = { path: 'README.md', index: 0, offset: 0, length: 4, mode: 0o644 };
  it.each([
    ['a mode with more than permissions', { ...good, mode: 0o4755 }, 'files[0].mode'],
    ['a path of git', { ...good, path: 'vendor/lib/.GIT' }, 'files[0].path'],
    ['a path out of the tree', { ...good, path: '../x' }, 'files[0].path'],
    ['an absolute path', { ...good, path: '/etc/x' }, 'files[0].path'],
    ['an index that is a path', { ...good, index: '/../../x' }, 'files[0].index'],
    ['a length beyond any file', { ...good, length: 2 ** 52 }, 'files[0].length'],
    ['a further field', { ...good, run: 'this' }, 'files[0]'],
  ])('with %s is refused, by the place in it', async (_, entry, place) => {
    const root = project(CLEAN);
    const home = join(await keptIn(root), 'runs', LATE_NOW);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'journal.json'), journalOf(LATE_NOW, 2, entry));
    writeFileSync(join(home, 'originals'), 'evil');
    const before = snapshot(root);
    const { status, stderr } = await redomain(root, ['undo']);
    expect(status).toBe(2);
    expect(stderr).toContain(`the journal of run ${LATE_NOW} is damaged: ${place}`);
    expect(snapshot(root)).toEqual(before);
  });

  it('of the old place is named with how to take it back, and not taken', async () => {
    const root = project(CLEAN);
    const old = '20260101T000000000Z-abcdef';
    write(root, `.redomain/runs/${old}/journal.json`, journalOf(old, 1, {}));
    for (const args of [['undo'], ['undo', old]]) {
      const { status, stderr } = await redomain(root, args);
      expect(status).toBe(2);
      expect(stderr).toContain(`run ${old} was kept by redomain 0.1 in the tree`);
      expect(stderr).toContain(`\`npx redomain@0.1 undo ${old}\` takes it back`);
    }
  });
});

it('the order of runs does not hang on the clock', async () => {
  const root = project(CLEAN);
  const early = join(project({ 'early.mjs': EARLY }), 'early.mjs');
  await redomain(root, ['--write', 'README.md']);
  const between = snapshot(root);
  await redomainProcess(root, ['--write'], { env: { NODE_OPTIONS: `--import=${pathToFileURL(early)}` } });
  expect(snapshot(root)).not.toEqual(between);
  await redomain(root, ['undo']);
  expect(snapshot(root)).toEqual(between);
});

/** The clock a day back. */
const EARLY = `const Real = Date;
globalThis.Date = class extends Real {
  constructor(...values) { super(...(values.length > 0 ? values : [Real.now() - 86_400_000])); }
  static now() { return Real.now() - 86_400_000; }
};
`;

it('undo gives back the mode of a file and no more rights than it had', async () => {
  const root = project(CLEAN);
  chmodSync(join(root, 'README.md'), 0o4750);
  const before = snapshot(root);
  await redomain(root, ['--write']);
  expect((await redomain(root, ['undo'])).status).toBe(0);
  expect(snapshot(root)).toEqual(before);
});

it('a file that git tracks below .redomain is a file of the tree, also for a write', async () => {
  const root = project({ ...CLEAN, '.redomain/a.md': 'https://api.old.ex.ai\n' });
  git(root, 'init', '--quiet');
  git(root, 'add', '--all', '--force');
  expect((await redomain(root, ['--write'])).status).toBe(0);
  expect(readFileSync(join(root, '.redomain/a.md'), 'utf8')).toBe('https://new.ex.ai\n');
  await redomain(root, ['undo']);
  expect(readFileSync(join(root, '.redomain/a.md'), 'utf8')).toBe('https://api.old.ex.ai\n');
});
