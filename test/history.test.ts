import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { ByteStream } from '../src/files/byte-stream.ts';
import { openBlobs } from '../src/files/git-history.ts';
import { openHistory } from '../src/history/history.ts';
import { sampled } from '../src/history/sampling.ts';
import type { History, HistoryPoint, Inventory } from '../src/types/inventory.ts';
import { CONFIG, git, project, redomain, write } from './cli-project.ts';
import { POLICY } from './policy.ts';

const OLD = 'https://api.old.ex.ai\n';
const NEW = 'https://new.ex.ai\n';
const SETTINGS = `${CONFIG.replace(/modules:[\s\S]*/, '')}deliver:
  - { files: ["vendor/**"], as: ignore }
  - { files: ["logs/**"], as: keep }
`;

/** Commits all that stands in a tree, at noon of a day of January 2025 in UTC. */
function commit(root: string, day: number, message: string): string {
  const date = `2025-01-${String(day).padStart(2, '0')}T12:00:00Z`;
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const as = ['-c', 'user.name=n', '-c', 'user.email=n@ex.ai'];
  execFileSync('git', ['add', '-A'], { cwd: root });
  execFileSync('git', [...as, 'commit', '-qm', message, '--allow-empty'], { cwd: root, env });
  return git(root, 'rev-parse', 'HEAD').trim();
}

/** A history with a file that gains and loses a retired host, one that is renamed, one that is deleted, and a merge. */
function repository(below = ''): { top: string; root: string; commits: string[] } {
  const top = project({});
  const root = join(top, below);
  git(top, 'init', '-q', '-b', 'main');
  write(root, 'redomain.yaml', SETTINGS);
  write(root, 'a.md', 'nothing\n');
  write(root, 'twin.md', OLD);
  write(root, 'same.md', OLD);
  if (below !== '') write(top, 'beside.md', OLD);
  const commits = [commit(top, 1, 'two files of one content')];
  write(root, 'a.md', `${OLD}${OLD}`);
  write(root, 'vendor/a.md', OLD);
  write(root, 'logs/a.txt', OLD);
  write(root, 'wide.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(OLD, 'utf16le')]));
  write(root, 'image.bin', `\0${OLD}`);
  writeFileSync(Buffer.concat([Buffer.from(`${root}/n`), Buffer.from([0xff]), Buffer.from('.md')]), OLD);
  commits.push(commit(top, 2, 'one gains, one is ignored, one is kept'));
  renameSync(join(root, 'twin.md'), join(root, 'moved.md'));
  rmSync(join(root, 'same.md'));
  commits.push(commit(top, 3, 'one is renamed, one deleted'));
  git(top, 'checkout', '-q', '-b', 'side');
  write(root, 'side.md', OLD);
  commit(top, 4, 'on a branch');
  write(root, 'side.md', `${OLD}${NEW}`);
  commit(top, 5, 'still on the branch');
  git(top, 'checkout', '-q', 'main');
  const date = '2025-01-06T12:00:00Z';
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@ex.ai', 'merge', '-q', '--no-ff', '-m', 'merged', 'side'], {
    cwd: top,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
  commits.push(git(top, 'rev-parse', 'HEAD').trim());
  write(root, 'a.md', NEW);
  commits.push(commit(top, 7, 'one loses it again'));
  return { top, root, commits };
}

const LATER = new Date('2025-01-10T12:00:00Z');

async function counted(root: string, since?: string, paths: readonly string[] = []): Promise<History> {
  const policy = {
    ...POLICY,
    deliver: [
      { files: ['vendor/**'], as: 'ignore' },
      { files: ['logs/**'], as: 'keep' },
    ] as const,
  };
  const count = await openHistory({ root, cwd: root, paths, now: LATER, ...(since === undefined ? {} : { since }) });
  return count(policy, []);
}

const column = (points: readonly HistoryPoint[], of: (point: HistoryPoint) => number): number[] => points.map(of);

describe('the walk', () => {
  let root: string;
  let commits: string[];
  let history: History;
  beforeAll(async () => {
    ({ root, commits } = repository());
    history = await counted(root);
  });

  it('counts files as they gain, lose, move and go; a merge when it arrives', () => {
    const { points } = history;
    expect(points.map(({ commit: id }) => id)).toEqual(commits);
    expect(points.map(({ date }) => date)).toEqual([1, 2, 3, 6, 7].map((day) => `2025-01-0${day}T12:00:00Z`));
    expect(column(points, ({ files }) => files.retired)).toEqual([3, 6, 5, 6, 5]);
    expect(column(points, ({ files }) => files.canonical)).toEqual([1, 1, 1, 2, 3]);
    expect(column(points, ({ occurrences }) => occurrences.retired)).toEqual([3, 7, 6, 7, 5]);
    expect(column(points, ({ kept }) => kept)).toEqual([1, 2, 2, 2, 2]);
    expect(history).toMatchObject({ commits: 5, sampling: 'commit', shallow: false });
  });

  it('looks at each content once', () => {
    // Of a.md three, one of the four files with one address, wide.txt, image.bin, side.md as it was merged, and the configuration.
    expect(history.blobs).toEqual({ read: 8, missing: 0, large: 0 });
  });

  it('begins with what stood there when the time began', async () => {
    const days = async (since: string): Promise<string[]> =>
      (await counted(root, since)).points.map(({ date }) => date.slice(8, 10));
    expect(await days(commits[2]!)).toEqual(['03', '06', '07']);
    expect(await days('side')).toEqual(['03', '06', '07']);
    expect(await days('HEAD~1')).toEqual(['06', '07']);
    expect(await days('HEAD')).toEqual(['07']);
    expect(await days('2025-01-03')).toEqual(['02', '03', '06', '07']);
    expect(await days('2025-01-03T12:00')).toEqual(['03', '06', '07']);
    expect(await days('2025-01-03T12:00:00+00:01')).toEqual(['02', '03', '06', '07']);
    expect(await days('7d')).toEqual(['03', '06', '07']);
    expect(await days('96h')).toEqual(['06', '07']);
    expect(await days('1w')).toEqual(['03', '06', '07']);
    expect(await days('2m')).toEqual(['01', '02', '03', '06', '07']);
    expect(await days('1y')).toEqual(['01', '02', '03', '06', '07']);
    expect((await counted(root, '7d')).points[0]).toEqual(history.points[2]);
  });

  it('is narrowed by paths', async () => {
    const { points } = await counted(root, undefined, ['a.md', 'logs/**']);
    expect(column(points, ({ files }) => files.retired)).toEqual([0, 2, 2, 2, 1]);
  });

  it('ends with what a scan of the tree counts', async () => {
    const { stdout } = await redomain(root, ['hosts', '--history', '--format', 'json']);
    const { byState, history: told } = JSON.parse(stdout) as Inventory;
    const last = told!.points.at(-1)!;
    expect(last).toEqual(history.points.at(-1));
    for (const state of ['retired', 'canonical'] as const)
      expect(byState![state]).toEqual({ files: last.files[state], occurrences: last.occurrences[state] });
  });
});

it('looks at what stands below the root of the configuration alone', async () => {
  const { root } = repository('in/side');
  const { points } = await counted(root);
  expect(column(points, ({ files }) => files.retired)).toEqual([3, 6, 5, 6, 5]);
});

it('says that a clone is shallow', async () => {
  const { top } = repository();
  const clone = join(project({}), 'clone');
  git(top, 'clone', '-q', '--depth', '2', `file://${top}`, clone);
  const history = await counted(clone);
  expect(history.shallow).toBe(true);
  expect(column(history.points, ({ files }) => files.retired)).toEqual([6, 5]);
  expect((await redomain(clone, ['hosts', '--history'])).stdout).toContain('The clone is shallow and lacks older commits');
});

it('refuses a partial clone, for which git would have to fetch', async () => {
  const { top } = repository();
  git(top, 'config', 'uploadpack.allowFilter', 'true');
  const clone = join(project({}), 'partial');
  git(top, 'clone', '-q', '--filter=blob:none', `file://${top}`, clone);
  expect(await redomain(clone, ['hosts', '--history'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('redomain: this clone is partial: it lacks the contents of other commits'),
  });
  expect((await counted(clone, 'HEAD')).points.map(({ files }) => files.retired)).toEqual([5]);
  git(clone, 'fetch', '-q', '--refetch', '--no-filter');
  expect((await counted(clone)).points.length).toBe(5);
});

it('counts contents that are lost as if they held nothing, and says so', async () => {
  const { root, commits } = repository();
  const lost = git(root, 'rev-parse', `${commits[1]}:a.md`).trim();
  rmSync(join(root, '.git/objects', lost.slice(0, 2), lost.slice(2)));
  const history = await counted(root);
  expect(history.blobs).toEqual({ read: 7, missing: 1, large: 0 });
  expect(column(history.points, ({ files }) => files.retired)).toEqual([3, 5, 4, 5, 5]);
  const { stdout } = await redomain(root, ['hosts', '--history']);
  expect(stdout).toContain('This repository lacks 1 version of files: they count as if they held no host.');
});

it('reads a stream whatever its chunks are, and passes over what is too long', async () => {
  const bytes = new ByteStream(Readable.from(['', 'a', 'b\n', '', 'cd', 'ef\ngh'].map((text) => Buffer.from(text))));
  expect([await bytes.peek(), String(await bytes.until(10))]).toEqual([97, 'ab']);
  const pieces: string[] = [];
  expect(await bytes.pass(3, (piece, at) => pieces.push(`${at} ${piece}`))).toBe(true);
  expect(pieces).toEqual(['0 cd', '2 e']);
  expect([String(await bytes.until(10)), await bytes.pass(3, () => {}), await bytes.peek()]).toEqual(['f', false, undefined]);
  expect(await bytes.until(10)).toBeUndefined();
  const { root } = repository();
  const ids = ['a.md', 'redomain.yaml'].map((path) => git(root, 'rev-parse', `HEAD:${path}`).trim());
  const blobs = openBlobs(root, (length) => Buffer.alloc(length), NEW.length);
  const read: string[] = [];
  expect(await blobs.read([...ids, '0'.repeat(40)], (_, contents) => read.push(String(contents)))).toEqual({
    read: 1,
    missing: 1,
    large: 1,
  });
  await blobs.close();
  expect(read).toEqual([NEW]);
});

describe('sampling', () => {
  const HOUR = 3600;
  const hours = (count: number, step: number): number[] => Array.from({ length: count }, (_, index) => index * step * HOUR);

  test.each([
    ['commit', hours(200, 1 / 60), 200],
    ['hour', hours(597, 1 / 3), 200],
    ['6 hours', hours(1000, 1), 168],
    ['day', hours(199 * 12, 2), 200],
    ['week', hours(1000, 24), 145],
    ['month', hours(3000, 24), 100],
    ['year', hours(30_000, 24), 84],
  ] as const)('the last commit of each %s', (expected, times, count) => {
    const { sampling, indices } = sampled(times);
    expect(sampling).toBe(expected);
    expect(indices.length).toBe(count);
    expect([indices[0], indices.at(-1)]).toEqual([0, times.length - 1]);
  });

  test('a clock that goes back makes no further points', () => {
    const times = [0, 10, 5, 11, 6, 12, 7, 13].map((hour) => hour * HOUR);
    expect(sampled(times, 5)).toEqual({ sampling: 'hour', indices: [0, 2, 4, 6, 7] });
  });
});

describe('the command', () => {
  it('shows trends and a table', async () => {
    const { root, commits } = repository();
    const { status, stdout, stderr } = await redomain(root, ['hosts', '--history', '--since', 'HEAD~2']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const short = commits.map((id) => id.slice(0, 10));
    expect(stdout.slice(stdout.indexOf('Over '))).toBe(`Over 4 days
files with retired hosts    ▇█▇  5 → 5, at most 6 on 2025-01-06
files with canonical hosts  ▃▆█  1 → 3

time              commit      retired in files  canonical in files   ±  kept  occurrences
2025-01-03 12:00  ${short[2]}                 5                   1   ·     2            6
2025-01-06 12:00  ${short[3]}                 6                   2  +1     2            7
2025-01-07 12:00  ${short[4]}                 5                   3  −1     2            5

3 points: every commit along the first parents of HEAD, so that a merge counts when it arrives; times are in UTC.
It counts what the configuration of today calls retired and canonical, without the files that it ignores.
`);
  });

  it.each<[string, string, string]>([
    ['HEAD', 'At one commit', 'files with retired hosts    █  5\n'],
    ['HEAD~1', 'Over 24 hours', 'files with retired hosts    █▇  6 → 5\n'],
    ['2025-01-02', 'Over 6 days', 'files with retired hosts    ▅█▇█▇  3 → 5, at most 6 on 2025-01-02\n'],
  ])('says how long it is: since %s', async (since, title, line) => {
    const { root } = repository();
    const { stdout } = await redomain(root, ['hosts', '--history', '--since', since]);
    expect(stdout).toContain(`${title}\n${line}`);
  });

  it('has the fields that programs read', async () => {
    const { root, commits } = repository();
    const { stdout } = await redomain(root, ['hosts', '--history', '--since', 'HEAD~1', '--format', 'json']);
    const { history } = JSON.parse(stdout) as Inventory;
    expect(history).toEqual({
      since: 'HEAD~1',
      commits: 2,
      sampling: 'commit',
      shallow: false,
      blobs: { read: 7, missing: 0, large: 0 },
      points: [
        {
          commit: commits[3],
          date: '2025-01-06T12:00:00Z',
          files: { retired: 6, canonical: 2, unknown: 1, dynamic: 0 },
          occurrences: { retired: 7, canonical: 2, unknown: 1, dynamic: 0 },
          kept: 2,
        },
        {
          commit: commits[4],
          date: '2025-01-07T12:00:00Z',
          files: { retired: 5, canonical: 3, unknown: 1, dynamic: 0 },
          occurrences: { retired: 5, canonical: 3, unknown: 1, dynamic: 0 },
          kept: 2,
        },
      ],
    });
  });

  it('counts the hosts of a domain where there is no configuration, or none that it tells apart', async () => {
    const { root } = repository();
    const named = await redomain(root, ['hosts', '--apex', 'ex.ai', '--history', '--format', 'json']);
    const { history } = JSON.parse(named.stdout) as Inventory;
    expect(history!.apexes).toEqual(['ex.ai']);
    expect(column(history!.points, ({ files }) => files.retired)).toEqual([3, 6, 5, 6, 5]);
    rmSync(join(root, 'redomain.yaml'));
    const bare = await redomain(root, ['hosts', '--apex', 'ex.ai', '--history', '--format', 'json']);
    const { points } = (JSON.parse(bare.stdout) as Inventory).history!;
    expect(column(points, ({ files }) => files.unknown)).toEqual([3, 7, 6, 7, 7]);
    expect((await redomain(root, ['hosts', '--apex', 'ex.ai', '--history'])).stdout).toContain('files with hosts of ex.ai');
  });

  it.each<[string, (root: string) => void, string[], string]>([
    ['no repository', (root) => rmSync(join(root, '.git'), { recursive: true }), [], '--history needs a git repository'],
    [
      'no commit',
      (root) => {
        rmSync(join(root, '.git'), { recursive: true });
        git(root, 'init', '-q');
      },
      [],
      '--history needs a commit, and there is none yet',
    ],
    [
      'neither commit nor time',
      () => {},
      ['--since', 'yesterdy'],
      '--since takes a commit or a time, and git knows no commit "yesterdy"',
    ],
    ['a date that is none', () => {}, ['--since', '2025-13-01'], '--since takes a commit or a time'],
    ['a word that looks like a flag', () => {}, ['--since=--all'], '--since takes a commit or a time'],
    ['no domain', (root) => rmSync(join(root, 'redomain.yaml')), [], '--history needs a domain'],
  ])('says what is wrong: %s', async (_, change, flags, message) => {
    const root = project({ 'redomain.yaml': SETTINGS, 'a.md': 'https://api.unlikely-place.com\n' });
    git(root, 'init', '-q');
    commit(root, 1, 'all');
    change(root);
    const { status, stdout, stderr } = await redomain(root, ['hosts', '--history', ...flags]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`redomain: ${message}`);
    expect(stderr).not.toContain('    at ');
  });
});
