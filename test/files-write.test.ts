import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../src/core/user-error.ts';
import { temporaryName } from '../src/files/name.ts';
import { undo } from '../src/files/undo.ts';
import { applyChanges, type ByteChange } from '../src/files/write.ts';
import { asOrdinaryUser, hasOrdinaryUser, makeTree, snapshot, storeOf } from './tree.ts';

const change = (file: string, before: string | null, after: string): ByteChange => ({
  path: file,
  before: before === null ? null : Buffer.from(before),
  after: Buffer.from(after),
});
/** As some file system reads `.git`. */
const GIT_NAMES = [
  '.git/config',
  'vendor/lib/.git',
  'a/.GIT/hooks/pre-commit',
  'a/.Git',
  'git~1/config',
  'a/.git./config',
  '.git /config',
  '.git::$INDEX_ALLOCATION/config',
  '.g\u200cit/config',
];
const runsOf = (root: string): string => path.join(storeOf(root).directory, 'runs');
const refused = async (root: string, ...changes: ByteChange[]) =>
  Object.fromEntries((await applyChanges(storeOf(root), changes)).failed.map((f) => [f.path, f.reason]));

describe('applying', () => {
  test('writes, keeps modes, makes directories, and keeps a journal out of the tree', async () => {
    const root = makeTree({ a: 'old', 'd/b.sh': 'old' });
    chmodSync(path.join(root, 'd/b.sh'), 0o4751);
    const { run, failed } = await applyChanges(storeOf(root), [
      change('a', 'old', 'new'),
      change('d/b.sh', 'old', ''),
      change('x/y/z', null, 'made'),
    ]);
    expect(failed).toEqual([]);
    expect(snapshot(root)).toMatchObject({ a: '644 new', 'd/b.sh': '4751 ', 'x/y/z': '644 made' });
    expect(readdirSync(runsOf(root))).toEqual([run]);
    expect(readdirSync(root).sort()).toEqual(['a', 'd', 'x']);
  });
  test('does nothing where there is nothing to do', async () => {
    const root = makeTree();
    expect(await applyChanges(storeOf(root), [])).toEqual({ run: '', failed: [] });
    expect(readdirSync(root)).toEqual([]);
  });
  test('leaves alone, by name, what it must not replace; the rest is written', async () => {
    const root = makeTree({ a: 'old', changed: 'other', readonly: 'old', linked: 'old', 'real/x': 'old', made: 'x', file: 'f' });
    chmodSync(path.join(root, 'readonly'), 0o444);
    linkSync(path.join(root, 'linked'), path.join(root, 'linked-too'));
    symlinkSync('a', path.join(root, 'link'));
    symlinkSync('real', path.join(root, 'behind'));
    mkdirSync(path.join(root, 'dir'));
    const names = [
      'a',
      'changed',
      'readonly',
      'linked',
      'link',
      'behind/x',
      'dir',
      'gone',
      'file/x',
      '../out',
      '/abs',
      'a/../b',
      ...GIT_NAMES,
    ];
    expect(await refused(root, ...names.map((name) => change(name, 'old', 'new')), change('made', null, 'new'))).toEqual({
      changed: 'changed since it was read',
      readonly: 'read-only',
      linked: 'hard link (the file has 2 names, which a replacement would part)',
      link: 'symbolic link',
      'behind/x': 'behind a symbolic link',
      dir: 'not a regular file',
      gone: 'no longer there',
      'file/x': 'behind a file that is no directory',
      '../out': 'path outside the root',
      '/abs': 'path outside the root',
      'a/../b': 'path outside the root',
      ...Object.fromEntries(GIT_NAMES.map((name) => [name, 'a file of git itself'])),
      made: 'there is such a file by now',
    });
    expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe('new');
    expect(undo(storeOf(root))).toMatchObject({ restored: ['a'], refused: [] });
  });
  test('keeps no run when nothing was written', async () => {
    const root = makeTree({ a: 'x' });
    expect(await applyChanges(storeOf(root), [change('a', 'old', 'new')])).toMatchObject({ run: '' });
    expect(existsSync(runsOf(root))).toBe(false);
  });
  test.skipIf(!hasOrdinaryUser)('names a directory and a file without permission, and leaves no temporary file', async () => {
    const root = makeTree({ 'closed/a': 'old', 'open/b': 'old', 'open/c': 'old' });
    const outcome = await asOrdinaryUser(root, async () => {
      chmodSync(path.join(root, 'closed'), 0o555);
      chmodSync(path.join(root, 'open/c'), 0o464);
      return await applyChanges(storeOf(root), [
        change('closed/a', 'old', 'new'),
        change('closed/d/e', null, 'new'),
        change('open/b', 'old', 'new'),
        change('open/c', 'old', 'new'),
      ]);
    });
    expect(outcome.failed).toEqual([
      { path: 'open/c', reason: 'read-only' },
      { path: 'closed/a', reason: 'no permission to write in its directory' },
      { path: 'closed/d/e', reason: 'no permission' },
    ]);
    expect(Object.keys(snapshot(root)).sort()).toEqual(['closed/', 'closed/a', 'open/', 'open/b', 'open/c']);
    expect(undo(storeOf(root))).toMatchObject({ restored: ['open/b'], refused: [] });
  });
  test.skipIf(!hasOrdinaryUser)('changes nothing where no journal can be kept', async () => {
    const root = makeTree({ a: 'old' });
    await asOrdinaryUser(root, async () => {
      chmodSync(root, 0o555);
      const store = { root, base: root, directory: path.join(root, 'state') };
      await expect(applyChanges(store, [change('a', 'old', 'new')])).rejects.toThrow('cannot lock the tree: no permission');
    });
    const other = makeTree({ a: 'old' });
    const { base } = storeOf(other);
    mkdirSync(base);
    writeFileSync(path.join(base, 'redomain'), 'a file');
    await expect(applyChanges(storeOf(other), [change('a', 'old', 'new')])).rejects.toThrow('a file is in its place');
    expect(readFileSync(path.join(other, 'a'), 'utf8')).toBe('old');
  });
});

const UNBEGUN = '000007-20200101T000000000Z-000000';

describe('what killed runs left', () => {
  test('is cleared away by the next run, apart from what undo needs', async () => {
    const root = makeTree({ a: 'old', 'd/b': 'old' });
    const { run } = await applyChanges(storeOf(root), [change('a', 'old', 'new'), change('d/b', 'old', 'new')]);
    writeFileSync(path.join(root, 'd', temporaryName(run, 1)), 'half');
    mkdirSync(path.join(runsOf(root), UNBEGUN));
    mkdirSync(path.join(runsOf(root), 'mine'));
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(path.join(storeOf(root).directory, `lock-${dead}-000000`), JSON.stringify({ pid: dead, host: hostname() }));
    writeFileSync(
      path.join(storeOf(root).directory, `lock-${process.ppid}-000000`),
      JSON.stringify({ pid: 1, host: hostname() }),
    );
    const next = await applyChanges(storeOf(root), [change('a', 'new', 'newer')]);
    expect(Object.keys(snapshot(root)).sort()).toEqual(['a', 'd/', 'd/b']);
    expect(readdirSync(storeOf(root).directory).sort()).toEqual([`lock-${process.ppid}-000000`, 'runs', 'runs-begun']);
    expect(readdirSync(runsOf(root)).sort()).toEqual([run, next.run, 'mine']);
  });
  test('before it began is cleared away by undo, which has nothing to take back', () => {
    const root = makeTree({ a: 'old' });
    mkdirSync(path.join(runsOf(root), UNBEGUN), { recursive: true });
    writeFileSync(path.join(runsOf(root), UNBEGUN, 'originals'), 'ol');
    expect(() => undo(storeOf(root))).toThrow('there is no run to undo');
    expect(readdirSync(runsOf(root))).toEqual([]);
  });
});

test('a raised signal stops the writing between two files', async () => {
  const root = makeTree({ a: 'old', b: 'old' });
  const controller = new AbortController();
  setImmediate(() => setImmediate(() => controller.abort('SIGINT')));
  const { run, stoppedAt, failed } = await applyChanges(
    storeOf(root),
    [...'ab'].map((name) => change(name, 'old', 'new')),
    controller.signal,
  );
  expect({ stoppedAt, failed }).toEqual({ stoppedAt: 'b', failed: [] });
  expect(snapshot(root)).toMatchObject({ a: '644 new', b: '644 old' });
  expect(undo(storeOf(root), run)).toMatchObject({ restored: ['a'], refused: [] });
});

describe('undoing', () => {
  test('restores bytes and modes, removes what was made, and forgets the run', async () => {
    const root = makeTree({ a: Buffer.from([0, 255, 13, 10]), 'd/b': 'old' });
    chmodSync(path.join(root, 'd/b'), 0o640);
    const before = snapshot(root);
    const { run } = await applyChanges(storeOf(root), [
      { path: 'a', before: Buffer.from([0, 255, 13, 10]), after: Buffer.from('new') },
      change('d/b', 'old', 'new'),
      change('x/y/z', null, 'made'),
      change('d/c', null, 'made'),
    ]);
    chmodSync(path.join(root, 'd/b'), 0o600);
    expect(undo(storeOf(root))).toEqual({ run, restored: ['a', 'd/b'], removed: ['x/y/z', 'd/c'], refused: [] });
    expect(snapshot(root)).toEqual(before);
    expect(readdirSync(runsOf(root))).toEqual([]);
  });
  test('refuses by name what changed since, restores the rest, and can be tried again', async () => {
    const root = makeTree({ a: 'old', b: 'old', c: 'old', d: 'old', e: 'old' });
    const { run } = await applyChanges(
      storeOf(root),
      [...'abcde'].map((name) => change(name, 'old', 'new')).concat(change('m/x', null, 'made'), change('m/y', null, 'made')),
    );
    writeFileSync(path.join(root, 'a'), 'mine');
    unlinkSync(path.join(root, 'b'));
    writeFileSync(path.join(root, 'c'), 'old');
    unlinkSync(path.join(root, 'd'));
    symlinkSync('c', path.join(root, 'd'));
    writeFileSync(path.join(root, 'm/x'), 'mine');
    unlinkSync(path.join(root, 'm/y'));
    expect(undo(storeOf(root), run)).toEqual({
      run,
      restored: ['e'],
      removed: [],
      refused: [
        { path: 'a', reason: 'changed since the run' },
        { path: 'b', reason: 'no longer there' },
        { path: 'd', reason: 'no regular file any more' },
        { path: 'm/x', reason: 'changed since the run' },
      ],
    });
    rmSync(path.join(root, 'd'));
    rmSync(path.join(root, 'm'), { recursive: true });
    for (const name of 'abd') writeFileSync(path.join(root, name), 'new');
    expect(undo(storeOf(root))).toMatchObject({ restored: ['a', 'b', 'd'], refused: [] });
    expect(() => undo(storeOf(root))).toThrow('there is no run to undo');
  });
  test('takes the latest run, or the one that is named', async () => {
    const root = makeTree({ a: '1', b: '1' });
    const first = (await applyChanges(storeOf(root), [change('a', '1', '2'), change('b', '1', '2')])).run;
    const second = (await applyChanges(storeOf(root), [change('a', '2', '3')])).run;
    expect(undo(storeOf(root), first)).toMatchObject({
      restored: ['b'],
      refused: [{ path: 'a', reason: 'changed since the run' }],
    });
    expect(undo(storeOf(root))).toMatchObject({ run: second, restored: ['a'] });
    expect(undo(storeOf(root))).toMatchObject({ run: first, restored: ['a'] });
    expect(snapshot(root)).toEqual({ a: '644 1', b: '644 1' });
  });
  test('a run that is not there is an error, and nothing is made', async () => {
    const root = makeTree({ a: '1' });
    expect(() => undo(storeOf(root))).toThrow(UserError);
    expect(readdirSync(root)).toEqual(['a']);
    const { run } = await applyChanges(storeOf(root), [change('a', '1', '2')]);
    expect(() => undo(storeOf(root), '../..')).toThrow('there is no run "../.." to undo');
    writeFileSync(path.join(runsOf(root), run, 'journal.json'), '{');
    expect(() => undo(storeOf(root))).toThrow(`cannot read the journal of run ${run}`);
  });
  test('does not restore from a damaged journal, nor through a symbolic link', async () => {
    const root = makeTree({ 'd/a': 'old', b: 'old' });
    const { run } = await applyChanges(storeOf(root), [change('d/a', 'old', 'new'), change('b', 'old', 'new')]);
    writeFileSync(path.join(runsOf(root), run, 'originals'), 'oldxxx');
    renameSync(path.join(root, 'd'), path.join(root, 'e'));
    symlinkSync('e', path.join(root, 'd'));
    expect(undo(storeOf(root)).refused).toEqual([
      { path: 'd/a', reason: 'behind a symbolic link' },
      { path: 'b', reason: 'original damaged in the journal' },
    ]);
    expect(readFileSync(path.join(root, 'e/a'), 'utf8')).toBe('new');
  });
  test('applying and then undoing is the identity', async () => {
    const name = fc.constantFrom('a', 'b', 'ü c', 'd/e', 'd/f/g', '-h');
    const contents = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
    const plan = fc.uniqueArray(
      fc.record({ name, before: fc.option(contents), after: contents, mode: fc.constantFrom(0o644, 0o755, 0o600) }),
      {
        selector: (entry) => entry.name,
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(plan, async (entries) => {
        const root = makeTree(Object.fromEntries(entries.flatMap((entry) => (entry.before ? [[entry.name, entry.before]] : []))));
        for (const entry of entries) if (entry.before) chmodSync(path.join(root, entry.name), entry.mode);
        const before = snapshot(root);
        const { failed } = await applyChanges(
          storeOf(root),
          entries.map((entry) => ({ path: entry.name, before: entry.before, after: entry.after })),
        );
        expect(failed).toEqual([]);
        for (const entry of entries) expect(readFileSync(path.join(root, entry.name)).equals(entry.after)).toBe(true);
        undo(storeOf(root));
        expect(snapshot(root)).toEqual(before);
        rmSync(root, { recursive: true });
      }),
      { numRuns: 40 },
    );
  });
  test('900 files take no more than a few seconds', async () => {
    const names = Array.from({ length: 900 }, (_, index) => `d${index % 30}/f${index}`);
    const root = makeTree(Object.fromEntries(names.map((name) => [name, 'old'.repeat(1000)])));
    const start = performance.now();
    expect(
      (
        await applyChanges(
          storeOf(root),
          names.map((name) => change(name, 'old'.repeat(1000), 'new'.repeat(1000))),
        )
      ).failed,
    ).toEqual([]);
    const written = performance.now();
    expect(undo(storeOf(root)).restored).toHaveLength(900);
    expect(written - start).toBeLessThan(15_000);
    expect(statSync(path.join(root, 'd0/f0')).size).toBe(3000);
  });
});
