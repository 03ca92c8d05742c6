import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../src/commands/plan.ts';
import type { Finding } from '../src/types/report.ts';
import { makeTree } from './tree.ts';

const CONFIG = `apex: [ex.ai]
environments:
  staging:
    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }
modules:
  - { file: lib/domains.ts }
deliver:
  - { files: ["**/*.gen.ts"], as: keep }
`;
const TSCONFIG =
  '{ "compilerOptions": { "strict": true, "module": "esnext", "moduleResolution": "bundler", "target": "es2022", "lib": ["es5"], "types": [] } }';

async function migrate(files: Record<string, string>) {
  const root = makeTree({ 'redomain.yaml': CONFIG, 'tsconfig.json': TSCONFIG, ...files });
  const options = { cwd: root, paths: [], unsafe: false };
  const plan = await run({ ...options, command: 'plan' });
  const written = await run({ ...options, command: 'write' });
  const again = await run({ ...options, command: 'write' });
  return {
    findings: plan.report.findings.filter(({ path }) => path.startsWith('app/')),
    status: written.exitCode,
    text: (path: string) => readFileSync(join(root, path), 'utf8'),
    again: again.report.summary.filesTouched,
  };
}

/** What a plan decides, with the error of a type. */
function told(findings: readonly Finding[]): string[] {
  return findings.map(({ decision, reasonCode, reasonDetail }) => `${decision} ${reasonCode}: ${reasonDetail?.error}`);
}

const URL_LINE = "export const base = 'https://api.old.ex.ai';\n";

describe('type-check of what a plan changes', () => {
  test('references that fit their types stay', async () => {
    const run = await migrate({
      'app/a.ts': `import type { Link } from './link';\n${URL_LINE}export const link: Link = 'https://api.old.ex.ai/x';\n`,
      'app/link.ts': 'export type Link = `https://${string}`;\n',
    });
    expect(run.findings.map(({ decision }) => decision)).toEqual(['reference', 'reference']);
    expect(run.text('app/a.ts')).toContain('export const base = STAGING_BACKEND_URL;');
    expect(run.again).toBe(0);
  });

  test('errors that a file had before do not count', async () => {
    const run = await migrate({ 'app/a.ts': `import { gone } from './gone';\n${URL_LINE}const n: number = 'no';\n` });
    expect(run.findings.map(({ decision }) => decision)).toEqual(['reference']);
  });

  test('a module without types is not imported where types are demanded', async () => {
    const run = await migrate({
      'redomain.yaml': CONFIG.replace('lib/domains.ts }', 'lib/domains.js }'),
      'app/a.ts': URL_LINE,
    });
    expect(told(run.findings)).toEqual(["literal type-error: Could not find a declaration file for module '../lib/domains'"]);
    expect(run.again).toBe(0);
  });

  test('a module that the compiler cannot find is not imported', async () => {
    const run = await migrate({
      'redomain.yaml': CONFIG.replace('lib/domains.ts }', 'lib/domains.ts, import: "#nowhere" }'),
      'app/a.ts': URL_LINE,
    });
    expect(told(run.findings)).toEqual([expect.stringMatching(/^literal type-error: Cannot find module '#nowhere'/)]);
    expect(run.text('app/a.ts')).toBe(URL_LINE.replace('api.old', 'new'));
    expect(run.again).toBe(0);
  });

  test('an alias that only the bundler knows is taken as the file takes it', async () => {
    const run = await migrate({
      'redomain.yaml': CONFIG.replace('lib/domains.ts }', 'lib/domains.ts, import: "@/lib/domains" }'),
      'app/a.ts': `import { x } from '@/x';\n${URL_LINE}`,
    });
    expect(run.findings.map(({ decision }) => decision)).toEqual(['reference']);
  });

  test('where a literal does not fit either, a person decides', async () => {
    const source = "import type { Link } from './link.gen';\nexport const link: Link = 'https://api.old.ex.ai/x';\n";
    const run = await migrate({
      'app/a.ts': source,
      'app/link.gen.ts': "export type Link = 'https://api.old.ex.ai/x';\n",
    });
    expect(run.findings.map(({ path, decision }) => `${path} ${decision}`)).toEqual(['app/a.ts review', 'app/link.gen.ts keep']);
    expect(run.text('app/a.ts')).toBe(source);
    expect(run.status).toBe(1);
    expect(run.again).toBe(0);
  });
});
