import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { discover } from '../../src/files/discover.ts';
import type { Store } from '../../src/files/store.ts';
import { undo } from '../../src/files/undo.ts';
import { makeStore, makeTree, snapshot, storeOf } from '../tree.ts';

const sources = path.join(import.meta.dirname, '../../src');
let compiled: string;

/** A child process runs plain JavaScript: the rooms are compiled as they stand, apart from any build. */
beforeAll(() => {
  compiled = makeTree({ 'package.json': '{"type": "module"}' });
  symlinkSync(path.join(sources, '../node_modules'), path.join(compiled, 'node_modules'));
  const rooms = ['files', 'core'].flatMap((room) =>
    readdirSync(path.join(sources, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
  );
  for (const file of rooms.filter((name) => /(?<!\.d)\.ts$/.test(name))) {
    const { outputText } = ts.transpileModule(readFileSync(path.join(sources, file), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, rewriteRelativeImportExtensions: true },
    });
    const target = path.join(compiled, file.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, outputText);
  }
  writeFileSync(
    path.join(compiled, 'child.js'),
    `import fs from 'node:fs';
     import { syncBuiltinESMExports } from 'node:module';
     const [store, action, limit] = [JSON.parse(process.argv[2]), process.argv[3], process.argv[4]];
     let calls = 0;
     for (const name of ['openSync', 'writeSync', 'fsyncSync', 'fchmodSync', 'renameSync', 'mkdirSync', 'linkSync', 'unlinkSync', 'rmSync', 'rmdirSync', 'writeFileSync']) {
       const real = fs[name];
       fs[name] = (...values) => {
         if (++calls === Number(limit)) process.kill(process.pid, 'SIGKILL');
         return real(...values);
       };
     }
     syncBuiltinESMExports();
     if (action === 'undo') (await import('./files/undo.js')).undo(store);
     else {
       const { applyChanges } = await import('./files/write.js');
       const changes = JSON.parse(fs.readFileSync(action, 'utf8'));
       await applyChanges(store, changes.map(({ path, before, after }) => ({ path, before: before === null ? null : Buffer.from(before), after: Buffer.from(after) })));
     }
     process.stdout.write(String(calls));`,
  );
});

const before: Record<string, string> = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => [`d${index % 3}/f${index}`, `old ${index}\r\n`]),
);
const changes = [
  ...Object.entries(before).map(([file, text]) => ({ path: file, before: text, after: text.replace('old', 'new host') })),
  { path: 'shared/config/domains.py', before: null, after: 'made' },
];

function child(store: Store, action: string, limit: number): { killed: boolean; calls: number } {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [
    path.join(compiled, 'child.js'),
    JSON.stringify(store),
    action,
    String(limit),
  ]);
  expect(stderr.toString()).toBe('');
  return { killed: signal === 'SIGKILL', calls: Number(stdout) };
}

/** About `count` numbers from 1 to `total`, at other places in each run of the tests. */
function sample(total: number, count: number): number[] {
  const step = total / count;
  return Array.from({ length: count }, (_, index) => Math.min(total, 1 + Math.floor(index * step + Math.random() * step)));
}

/** Whether a journal was written before the end. */
function hasBegun({ directory: folder }: Store): boolean {
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('journal.json'))
  );
}

test('a run that is killed at any write is taken back whole', async () => {
  const plan = path.join(makeTree({ 'plan.json': JSON.stringify(changes) }), 'plan.json');
  const { calls } = child(makeStore(before), plan, 0);
  expect(calls).toBeGreaterThan(40);
  for (const limit of sample(calls, 16)) {
    const root = makeTree(before);
    const original = snapshot(root);
    expect(child(storeOf(root), plan, limit).killed).toBe(true);
    for (const { path: file, before: old, after } of changes) {
      const present = snapshot(root)[file]?.slice(4);
      expect([old ?? undefined, after], `${file} when killed at call ${limit}`).toContain(present);
    }
    const { files } = await discover(root, [], root);
    expect(files.filter((file) => !changes.some((change) => change.path === file))).toEqual([]);
    if (hasBegun(storeOf(root))) expect(undo(storeOf(root)).refused).toEqual([]);
    expect(snapshot(root), `killed at call ${limit}`).toEqual(original);
  }
});

test('an undo that is killed at any write is completed by the next', () => {
  const plan = path.join(makeTree({ 'plan.json': JSON.stringify(changes) }), 'plan.json');
  const first = makeTree(before);
  child(storeOf(first), plan, 0);
  const copied = (root: string): Store => {
    const store = storeOf(root);
    cpSync(first, root, { recursive: true });
    cpSync(storeOf(first).base, store.base, { recursive: true });
    return store;
  };
  const original = snapshot(makeTree(before));
  const { calls } = child(copied(makeTree()), 'undo', 0);
  for (const limit of sample(calls, 8)) {
    const root = makeTree();
    copied(root);
    expect(child(storeOf(root), 'undo', limit).killed).toBe(true);
    if (hasBegun(storeOf(root))) expect(undo(storeOf(root)).refused).toEqual([]);
    expect(snapshot(root), `killed at call ${limit}`).toEqual(original);
  }
});
