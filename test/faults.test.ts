import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { run } from '../src/commands/plan.ts';
import type { FileChange } from '../src/plan/change.ts';
import type { Edit, SourceFile } from '../src/types/source.ts';
import * as adopted from './faults/adopted.ts';
import { BYTE_FAULTS } from './faults/bytes.ts';
import { compose, editsBetween } from './faults/compose.ts';
import { EDIT_FAULTS } from './faults/edits.ts';
import { type Fault, wrongOutput } from './faults/fault.ts';
import * as python from './faults/python.ts';
import * as text from './faults/text.ts';
import * as typescript from './faults/typescript.ts';
import { FIXTURES, fixturePlanner, planText } from './fixture-cases.ts';

/** What is done to each change behind the planner's back; nothing while a file is planned as it should be. */
let doctor: (file: SourceFile, change: FileChange) => FileChange = (_, change) => change;

/** What is done to the bytes of each file before they are written. */
let misprint: (bytes: Buffer) => Buffer = (bytes) => bytes;

vi.mock('../src/plan/change.ts', async (original) => {
  const real = await original<typeof import('../src/plan/change.ts')>();
  const changeFile: typeof real.changeFile = (file, ...rest) => doctor(file, real.changeFile(file, ...rest));
  return { ...real, changeFile };
});

const SHARED = join(FIXTURES, 'redomain.yaml');
const SCRIPTS = join(FIXTURES, 'typescript', 'commonjs.redomain.yaml');

let planted = 0;
let caught = 0;
afterAll(() => console.log(`planted faults caught: ${caught} of ${planted}`));

vi.mock('../src/files/read.ts', async (original) => {
  const real = await original<typeof import('../src/files/read.ts')>();
  const encode: typeof real.encode = (content, encoding) => misprint(real.encode(content, encoding));
  return { ...real, encode };
});

/** Every way to say the fault in edits: the right ones with the fault on top, and word by word. */
function waysTo(output: string): ((file: SourceFile, change: FileChange) => FileChange)[] {
  const ways: ((text: string, change: FileChange) => Edit[])[] = [
    (_, change) => compose(change.edits, editsBetween(change.output, output), output),
    (text) => editsBetween(text, output),
  ];
  return ways.map((way) => ({ text }, change) => ({ ...change, output, edits: way(text, change) }));
}

async function plan(path: string, source: string, config = path.endsWith('.js') ? SCRIPTS : SHARED) {
  return planText(await fixturePlanner(config), path, source);
}

describe.each([
  { language: 'python', path: 'app/client.py', sample: python.SAMPLE, faults: [...python.FAULTS, ...python.BYTE_FAULTS] },
  {
    language: 'typescript',
    path: 'app/view.tsx',
    sample: typescript.SAMPLE,
    faults: [...typescript.FAULTS, ...typescript.BYTE_FAULTS],
  },
  { language: 'text', path: 'app/config.yaml', sample: text.SAMPLE, faults: text.FAULTS },
  {
    language: 'Python with an adopted module',
    path: 'app/client.py',
    sample: adopted.PYTHON_SAMPLE,
    faults: adopted.PYTHON_FAULTS,
    config: join(FIXTURES, 'python', 'adopted.redomain.yaml'),
  },
  {
    language: 'TypeScript with an adopted module',
    path: 'app/view.tsx',
    sample: adopted.TYPESCRIPT_SAMPLE,
    faults: adopted.TYPESCRIPT_FAULTS,
    config: join(FIXTURES, 'typescript', 'adopted.redomain.yaml'),
  },
])('planted in $language', ({ path, sample, faults, config }) => {
  test.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_, fault: Fault) => {
    planted++;
    const [at, source] = [fault.path ?? path, fault.source ?? sample];
    doctor = (_, change) => change;
    const right = await plan(at, source, config);
    expect(right.report.status).toBe('changed');
    const wrong = wrongOutput(fault, right.output);

    for (const way of waysTo(wrong)) {
      doctor = way;
      const refused = await plan(at, source, config);
      expect(refused.report).toMatchObject({ status: 'failed', edits: [], imports: [] });
      expect(refused.report.reason).not.toMatch(/internal error/);
      expect(refused.output).toBe(source);
      expect(refused.findings.filter(({ decision }) => decision === 'reference' || decision === 'literal')).toEqual([]);
    }
    caught++;
  });
});

describe.each([
  { language: 'python', path: 'app/client.py', source: python.SAMPLE },
  { language: 'typescript', path: 'app/view.tsx', source: typescript.SAMPLE },
  { language: 'text', path: 'app/config.yaml', source: text.SAMPLE },
])('planted in the edits of $language', ({ path, source }) => {
  test.each(EDIT_FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_, { wrong }) => {
    planted++;
    doctor = (file, change) => ({ ...change, ...wrong(change, file.text) });
    const refused = await plan(path, source);
    expect(refused.report).toMatchObject({ status: 'failed', edits: [] });
    expect(refused.report.reason).not.toMatch(/internal error/);
    expect(refused.output).toBe(source);
    caught++;
  });
});

describe('planted in the bytes', () => {
  const config = 'environments:\n  staging:\n    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }\n';

  test.each(BYTE_FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_, { before, wrong }) => {
    planted++;
    doctor = (_, change) => change;
    const root = mkdtempSync(join(tmpdir(), 'faults-'));
    try {
      writeFileSync(join(root, 'redomain.yaml'), config);
      writeFileSync(join(root, 'a.txt'), before);
      const write = () => run({ command: 'write', cwd: root, paths: [], unsafe: false });

      misprint = wrong;
      const refused = await write();
      expect(refused.exitCode).toBe(2);
      const [file] = refused.report.files;
      expect(file).toMatchObject({ path: 'a.txt', status: 'failed', reason: expect.stringMatching(/^not proven: /) });
      expect(readFileSync(join(root, 'a.txt')).equals(before)).toBe(true);

      misprint = (bytes) => bytes;
      expect((await write()).exitCode).toBe(0);
      expect(readFileSync(join(root, 'a.txt')).equals(before)).toBe(false);
      caught++;
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
