import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInShard } from '../src/shard.ts';
import type { Report } from '../src/types.ts';
import { type Outcome, project, redomain } from './cli-project.ts';

const FORMATS = ['json', 'text', 'diff', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'rdjson'];

/** Every kind of finding and of file: of the whole run, of single files, and TypeScript files whose types bear on each other. */
const TREE: Readonly<Record<string, string | Buffer>> = {
  'redomain.yaml': `apex: [ex.ai]
certificates: ["*.ex.ai"]
environments:
  staging:
    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }
    deep: { host: a.b.ex.ai, retired: [deep.old.ex.ai] }
modules:
  - { file: shared/domains.py, import: shared.domains, scope: ["app/**/*.py"] }
  - { file: web/domains.ts, scope: ["web/**/*.ts"] }
deliver:
  - { files: ["vendor/**"], as: ignore }
  - { files: ["**/CHANGELOG.md"], as: keep }
`,
  'shared/__init__.py': '',
  'app/__init__.py': '',
  'app/client.py': 'from app.settings import TIMEOUT\n\nURL = "https://api.old.ex.ai/health"\n',
  'app/settings.py': 'TIMEOUT = 5\nHERE = "https://new.ex.ai"\n',
  'app/links.py': 'import re\n\nLINK = re.compile(r"https://api\\.old\\.ex\\.ai/.*")\n',
  'app/broken.py': 'def (:\n    x = "https://api.old.ex.ai"\n',
  'app/quiet.py': '# redomain-ignore retired-host\nX = 1\n# redomain-ignore -- serves nothing\n',
  'app/past.py': '# redomain-ignore until=2001-01-01 -- long ago\nX = "https://api.old.ex.ai"\n',
  'app/kept.py': '# redomain-ignore -- links in old mails\nX = "https://api.old.ex.ai"\n',
  'docker/Dockerfile': 'FROM python:3.12\nWORKDIR /srv\nCOPY app ./app\nCMD ["python", "-m", "app.client"]\n',
  'web/tsconfig.json':
    '{ "compilerOptions": { "strict": true, "module": "esnext", "moduleResolution": "bundler" }, "include": ["*.ts"] }\n',
  'web/base.ts': "export const BASE = 'https://api.old.ex.ai/v1';\n",
  'web/user.ts':
    "import { BASE } from './base';\nconst HERE: 'https://new.ex.ai/v1' | 'https://api.old.ex.ai/v1' = BASE;\nexport default HERE;\n",
  'web/plain.ts': "export const PLAIN = 'https://deep.old.ex.ai/x';\n",
  'README.md': 'See https://api.old.ex.ai/docs, or write to ops@api.old.ex.ai. Also https://who.ex.ai and x.old.ex.ai.\n',
  'CHANGELOG.md': 'Moved away from api.old.ex.ai and deep.old.ex.ai.\n',
  'vendor/lib.js': '"https://api.old.ex.ai"',
  'compose.yaml':
    'services:\n  web:\n    environment:\n      API_URL: https://api.old.ex.ai\n      DEEP: https://DEEP.old.ex.ai\n',
  'notes/wide.txt': Buffer.from('\ufeffhttps://api.old.ex.ai\r\n', 'utf16le'),
  'notes/😀 odd, name.md': 'https://api.old.ex.ai/a|b "x" `y`\n',
  'notes/ﬀ.md': 'https://api.old.ex.ai\n',
  'data/blob.bin': Buffer.from('\0\x01https://api.old.ex.ai\0'),
};

/** A repository with the tree, some of it changed since it was committed. */
function repository(files: Readonly<Record<string, string | Buffer>> = TREE): string {
  const root = project(files);
  symlinkSync('README.md', join(root, 'link.md'));
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, '-c', 'user.name=x', '-c', 'user.email=x@y.z', 'commit', '--quiet', '--message', 'x');
  writeFileSync(join(root, 'untracked.md'), 'https://api.old.ex.ai/new\n');
  writeFileSync(join(root, '.gitignore'), 'reports/\n');
  return root;
}

function git(root: string, ...words: string[]): void {
  const { status, stderr } = spawnSync('git', words, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

const ENV = { env: { GITHUB_STEP_SUMMARY: '' } };

/** Runs all shards of a check, each writing its report into a directory; gives the paths of the reports. */
async function shards(root: string, count: number, flags: readonly string[] = ['--check'], into = 'reports'): Promise<string[]> {
  mkdirSync(join(root, into), { recursive: true });
  const names: string[] = [];
  for (let index = 1; index <= count; index++) {
    const name = join(into, `${index}-of-${count}.json`);
    const { status, stderr } = await redomain(root, [...flags, '--shard', `${index}/${count}`, '--format', 'json', '-o', name]);
    expect([0, 1]).toContain(status);
    expect(stderr).toBe('');
    names.push(name);
  }
  return names;
}

/** The same but for the times. */
function timeless({ status, stdout, stderr }: Outcome): Outcome {
  const text = stdout.replace(/"milliseconds": \d+/, '"milliseconds": 0').replace(/\b[\d.,]+ m?s\b/g, 'T');
  return { status, stdout: text, stderr };
}

async function expectSame(root: string, names: readonly string[], flags: readonly string[] = ['--check'], formats = FORMATS) {
  for (const format of formats) {
    const whole = timeless(await redomain(root, [...flags, '--format', format], ENV));
    const merged = timeless(await redomain(root, ['merge-reports', ...names, '--format', format], ENV));
    expect(merged).toEqual(whole);
  }
}

describe('the parts of a tree', () => {
  it('hold each path once, and are about equal', () => {
    const paths = Array.from({ length: 8000 }, (_, at) => `src/part-${at % 40}/module_${at}.py`);
    for (const count of [1, 2, 3, 8]) {
      const sizes = Array.from(
        { length: count },
        (_, at) => paths.filter((path) => isInShard(path, { index: at + 1, count })).length,
      );
      expect(sizes.reduce((sum, size) => sum + size)).toBe(paths.length);
      for (const size of sizes) expect(Math.abs(size - paths.length / count)).toBeLessThan(0.1 * (paths.length / count) + 1);
    }
  });
});

describe('redomain --shard, then merge-reports', () => {
  it('the tree of this test has every kind of finding and file', async () => {
    const { stdout } = await redomain(repository(), ['--check', '--format', 'json']);
    const { findings, files, summary } = JSON.parse(stdout) as Report;
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([
      'bad-suppression',
      'hard-coded-host',
      'module-drift',
      'needs-review',
      'retired-host',
      'uncovered-host',
      'unimportable-module',
      'unknown-host',
    ]);
    expect(new Set(files.map(({ status }) => status))).toEqual(new Set(['changed', 'clean', 'skipped']));
    expect(summary.ledger).toMatchObject({ keep: expect.any(Number), unreadable: 1 });
    expect(files.find(({ path }) => path === 'web/user.ts')).toMatchObject({ status: 'changed' });
  });

  it.each([1, 2, 3, 8, 50])(
    '%i shards give the report of one run',
    async (count) => {
      const root = repository();
      const names = await shards(root, count);
      await expectSame(root, names, ['--check'], count === 3 ? FORMATS : ['json', 'text', 'sarif']);
      const parts = names.map((name) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Report);
      expect(parts.map(({ shard }) => [shard!.index, shard!.count])).toEqual(names.map((_, at) => [at + 1, count]));
      const scanned = parts.flatMap(({ shard }) => shard!.files.map(({ path }) => path));
      expect(new Set(scanned).size).toBe(scanned.length);
      for (const rule of ['module-drift', 'uncovered-host'])
        expect(parts.filter(({ findings }) => findings.some((finding) => finding.rule === rule))).toHaveLength(1);
    },
    240_000,
  );
});
