import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { git, project, redomain, textsOf, write } from '../cli-project.ts';
import { leftUncommitted, repository, SEVERAL, series, subjects, treeOf } from '../commit-project.ts';
import { builtCli } from './cli-process.ts';

const counter = pathToFileURL(join(import.meta.dirname, 'kill/count-writes.mjs')).href;
const VERIFY = '! grep -q "PLANTED https://cdn.ex.ai" PLANTED.md';
const FILES = { ...SEVERAL, 'PLANTED.md': 'PLANTED https://cdn.gone.ex.ai\n' };

/** A directory for PATH with a git that kills who calls it. */
function deadlyPath(): string {
  const bin = project({});
  cpSync(join(import.meta.dirname, 'kill/git-that-kills.sh'), join(bin, 'git'));
  return `${bin}:${process.env.PATH}`;
}

/** Runs a series that is to be killed; gives the signal that ended it. */
function killed(root: string, env: Readonly<Record<string, string>>, verify: string): Promise<string | null> {
  const preload = env.KILL_AT || env.KILL_COUNT ? [`--import=${counter}`] : [];
  const words = [...preload, builtCli, '--write', '--commit', '--quiet', '--verify', verify];
  const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...env }, stdio: 'ignore' });
  return new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
}

/** What is not as it should be: after `undo`, and after the same command once more. */
async function faultsAfter(root: string): Promise<string[]> {
  const faults: string[] = [];
  const undone = `${root}-undone`;
  cpSync(root, undone, { recursive: true });
  const { stderr } = await redomain(undone, ['undo']);
  if (!/^$|there is no run to undo|the last run is committed/.test(stderr)) faults.push(`undo says ${stderr}`);
  if (leftUncommitted(undone) !== '') faults.push(`undo leaves ${leftUncommitted(undone)}`);
  for (const [path, text] of Object.entries(textsOf(undone)))
    if (git(undone, 'show', `HEAD:${path}`) !== text) faults.push(`${path} is not as it was committed`);
  rmSync(undone, { recursive: true });

  const again = await series(root, '--commit', '--verify', VERIFY, '--quiet');
  if (again.stderr !== '') faults.push(`the run that goes on says ${again.stderr}`);
  if (leftUncommitted(root) !== '') faults.push(`the run that goes on leaves ${leftUncommitted(root)}`);
  if (treeOf(root) !== whole) faults.push('the end is not that of a run that was not killed');
  const twice = subjects(root).filter(
    (subject, index, all) => all.indexOf(subject) !== index && !/auth|backend|hosts/.test(subject),
  );
  return [...faults, ...twice.map((subject) => `twice: ${subject}`)];
}

/** The tree that a series ends with when nothing kills it. */
let whole = '';
beforeAll(async () => {
  const root = repository(FILES);
  expect(await series(root, '--commit', '--verify', VERIFY)).toMatchObject({ status: 1 });
  whole = treeOf(root);
}, 60_000);

describe('a series that is killed', () => {
  it.each([
    'add 1 before',
    'add 1 after',
    'commit 1 before',
    'commit 1 after',
    'commit 2 before',
    'commit 2 after',
    'commit 3 after',
    'diff 1 before',
    'diff 2 after',
  ])(
    'at git %s leaves a clean state, and goes on',
    async (moment) => {
      const [root, aside] = [repository(FILES), project({})];
      const env = { PATH: deadlyPath(), KILL_GIT: moment, KILL_CALLS: join(aside, 'calls') };
      expect(await killed(root, env, VERIFY)).toBe('SIGKILL');
      expect(await faultsAfter(root)).toEqual([]);
    },
    60_000,
  );

  it('at any change of the file system leaves a clean state, and goes on', async () => {
    const aside = project({});
    expect(await killed(repository(FILES), { KILL_COUNT: join(aside, 'count') }, VERIFY)).toBe(null);
    const calls = Number(readFileSync(join(aside, 'count'), 'utf8'));
    expect(calls).toBeGreaterThan(100);
    const moments = 8;
    for (let part = 0; part < moments; part++) {
      const at = 1 + Math.floor(((part + Math.random()) * calls) / moments);
      const root = repository(FILES);
      expect(await killed(root, { KILL_AT: String(at) }, VERIFY)).toBe('SIGKILL');
      expect({ at, faults: await faultsAfter(root) }).toEqual({ at, faults: [] });
    }
  }, 600_000);

  it('while its command runs leaves a clean state, and goes on', async () => {
    const root = repository(FILES);
    expect(await killed(root, {}, 'if grep -q new README.md; then kill -9 $PPID; fi')).toBe('SIGKILL');
    expect(leftUncommitted(root)).not.toBe('');
    expect(await faultsAfter(root)).toEqual([]);
  }, 60_000);

  it('while git commits lets git end, and goes on', async () => {
    const root = repository(FILES);
    const slow = '#!/bin/sh\nkill -9 $(ps -o ppid= -p $PPID)\nsleep 1.5\n';
    write(root, '.git/hooks/pre-commit', slow);
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755);
    expect(await killed(root, {}, VERIFY)).toBe('SIGKILL');
    for (const args of [['undo'], ['--write', '--commit']]) {
      const early = await redomain(root, args);
      expect(early).toMatchObject({ status: 2, stderr: expect.stringContaining('another git process is at work here') });
    }
    const lock = join(root, '.git/index.lock');
    while (existsSync(lock)) await new Promise((resolve) => setTimeout(resolve, 50));
    rmSync(join(root, '.git/hooks/pre-commit'));
    expect(subjects(root)).toEqual(['redomain: domain module']);
    expect(await faultsAfter(root)).toEqual([]);
  }, 60_000);

  it('is taken back by undo, as far as it is not committed; the commits are for git', async () => {
    const root = repository(FILES);
    await killed(root, {}, 'if grep -q STAGING_AUTH app/login.py; then kill -9 $PPID; fi');
    const undone = await redomain(root, ['undo']);
    expect(undone).toMatchObject({ status: 0, stdout: expect.stringContaining('2 files restored') });
    expect(leftUncommitted(root)).toBe('');
    const { status, stderr } = await redomain(root, ['undo']);
    expect(status).toBe(2);
    const range = `${git(root, 'rev-parse', '--short=12', 'HEAD~2').trim()}..${git(root, 'rev-parse', '--short=12', 'HEAD').trim()}`;
    expect(stderr).toContain(`the last run is committed, in ${range}\n  \`git revert --no-edit ${range}\` takes it back`);
  });
});

describe('undo after a series', () => {
  it('names the commands of git, and they do what it says', async () => {
    const root = repository();
    const before = treeOf(root);
    await series(root, '--commit');
    const reset = repository();
    await series(reset, '--commit');
    const { status, stderr } = await redomain(root, ['undo']);
    expect(status).toBe(2);
    git(root, ...(/`git (revert [^`]+)`/.exec(stderr)?.[1]?.split(' ') ?? []));
    expect(treeOf(root)).toBe(before);
    const other = await redomain(reset, ['undo']);
    git(reset, ...(/`git (reset [^`]+)`/.exec(other.stderr)?.[1]?.split(' ') ?? []));
    expect([treeOf(reset), leftUncommitted(reset)]).toEqual([before, '']);
    expect(await redomain(reset, ['undo'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no run to undo'),
    });
  });

  it('still takes back an earlier run that is named, and what was written later', async () => {
    const root = repository();
    const { run } = JSON.parse((await redomain(root, ['--write', 'app', '--format', 'json'])).stdout);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'by hand');
    expect(await series(root, '--commit')).toMatchObject({ status: 0 });
    expect((await redomain(root, ['undo'])).stderr).toContain('the last run is committed');
    expect(await redomain(root, ['undo', run])).toMatchObject({ status: 0, stdout: expect.stringContaining('2 files restored') });
    git(root, 'restore', '.');
    write(root, 'more.md', 'https://api.old.ex.ai\n');
    await redomain(root, ['--write', '--quiet']);
    expect(await redomain(root, ['undo'])).toMatchObject({ status: 0, stdout: expect.stringContaining('1 file restored') });
    expect((await redomain(root, ['undo'])).stderr).toContain('the last run is committed');
  });
});
