import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { discover } from '../../src/files/discover.ts';
import { undo } from '../../src/files/undo.ts';
import { makeTree, snapshot } from '../tree.ts';

const sources = path.join(import.meta.dirname, '../../src');
let compiled: string;

/** A child process runs plain JavaScript: the room is compiled as it stands, apart from any build. */
beforeAll(() => {
  compiled = makeTree({ 'package.json': '{"type": "module"}' });
  const room = ['write', 'undo', 'journal', 'leftovers', 'lock', 'name', 'place', 'reason', 'replace', 'store'].map(
    (name) => `files/${name}.ts`,
  );
  for (const file of [...room, 'errors.ts']) {
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
     const [root, action, limit] = process.argv.slice(2);
     let calls = 0;
     for (const name of ['openSync', 'writeSync', 'fsyncSync', 'fchmodSync', 'renameSync', 'mkdirSync', 'linkSync', 'unlinkSync', 'rmSync', 'rmdirSync', 'writeFileSync']) {
       const real = fs[name];
       fs[name] = (...values) => {
         if (++calls === Number(limit)) process.kill(process.pid, 'SIGKILL');
         return real(...values);
       };
     }
     syncBuiltinESMExports();
     if (action === 'undo') (await import('./files/undo.js')).undo(root);
     else {
       const { applyChanges } = await import('./files/write.js');
       const changes = JSON.parse(fs.readFileSync(action, 'utf8'));
       await applyChanges(root, changes.map(({ path, before, after }) => ({ path, before: before === null ? null : Buffer.from(before), after: Buffer.from(after) })));
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

function child(root: string, action: string, limit: number): { killed: boolean; calls: number } {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [path.join(compiled, 'child.js'), root, action, String(limit)]);
  expect(stderr.toString()).toBe('');
  return { killed: signal === 'SIGKILL', calls: Number(stdout) };
}

/** About `count` numbers from 1 to `total`, at other places in each run of the tests. */
function sample(total: number, count: number): number[] {
  const step = total / count;
  return Array.from({ length: count }, (_, index) => Math.min(total, 1 + Math.floor(index * step + Math.random() * step)));
}

/** Whether a journal was written before the end. */
function hasBegun(root: string): boolean {
  const folder = path.join(root, '.redomain');
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('journal.json'))
  );
}

test('a run that is killed at any write is taken back whole', async () => {
  const plan = path.join(makeTree({ 'plan.json': JSON.stringify(changes) }), 'plan.json');
  const { calls } = child(makeTree(before), plan, 0);
  expect(calls).toBeGreaterThan(40);
  for (const limit of sample(calls, 16)) {
    const root = makeTree(before);
    const original = snapshot(root);
    expect(child(root, plan, limit).killed).toBe(true);
    for (const { path: file, before: old, after } of changes) {
      const present = snapshot(root)[file]?.slice(4);
      expect([old ?? undefined, after], `${file} when killed at call ${limit}`).toContain(present);
    }
    const { files } = await discover(root, [], root);
    expect(files.filter((file) => !changes.some((change) => change.path === file))).toEqual([]);
    if (hasBegun(root)) expect(undo(root).refused).toEqual([]);
    expect(snapshot(root), `killed at call ${limit}`).toEqual(original);
  }
});

test('an undo that is killed at any write is completed by the next', () => {
  const plan = path.join(makeTree({ 'plan.json': JSON.stringify(changes) }), 'plan.json');
  const first = makeTree(before);
  child(first, plan, 0);
  const original = snapshot(makeTree(before));
  const copy = makeTree();
  cpSync(first, copy, { recursive: true });
  const { calls } = child(copy, 'undo', 0);
  for (const limit of sample(calls, 8)) {
    const root = makeTree();
    cpSync(first, root, { recursive: true });
    expect(child(root, 'undo', limit).killed).toBe(true);
    if (hasBegun(root)) expect(undo(root).refused).toEqual([]);
    expect(snapshot(root), `killed at call ${limit}`).toEqual(original);
  }
});
