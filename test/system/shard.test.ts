import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInShard } from '../../src/report/shard.ts';
import type { Report } from '../../src/types/report.ts';
import { FILES, type Outcome, project, redomain } from '../cli-project.ts';

const FORMATS = ['json', 'text', 'diff', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html', 'rdjson'];

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
  'web/api.ts': "export const BASE = 'https://api.old.ex.ai/v1';\n",
  // Has a type error once api.ts has the new host, in whichever parts of the tree the two are.
  'web/user.ts': [
    "import { BASE } from './api';",
    'type Old<T> = T extends `${string}.old.${string}` ? T : never;',
    'export const USED: Old<typeof BASE> = BASE; // as https://api.old.ex.ai has it',
    '',
  ].join('\n'),
  'web/hard.ts': "export const HARD = 'https://new.ex.ai/x';\n",
  'app/imports.py': 'from shared.domains import STAGING_BACKEND_URL\n\nURL = STAGING_BACKEND_URL\n',
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

/** The same without the files that have types: a compiler takes most of the time of a run. */
const PLAIN = Object.fromEntries(Object.entries(TREE).filter(([path]) => !/^web\/.*\.ts$/.test(path)));

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

describe('redomain --shard, then merge-reports', { timeout: 240_000 }, () => {
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
    expect(findings.find(({ path }) => path === 'web/user.ts')).toMatchObject({
      reason: expect.stringContaining('a type error'),
    });
    const parts = ['web/api.ts', 'web/user.ts'].map((path) => isInShard(path, { index: 1, count: 2 }));
    expect(parts[0]).not.toBe(parts[1]);
  });

  it.each([
    { count: 1, files: PLAIN },
    { count: 2, files: PLAIN },
    { count: 3, files: TREE },
    { count: 8, files: PLAIN },
  ])('$count shards give the report of one run', async ({ count, files }) => {
    const root = repository(files);
    const names = await shards(root, count);
    await expectSame(root, names, ['--check'], count === 2 ? FORMATS : ['json']);
    const parts = names.map((name) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Report);
    expect(parts.map(({ shard }) => [shard!.index, shard!.count])).toEqual(names.map((_, at) => [at + 1, count]));
    const scanned = parts.flatMap(({ shard }) => shard!.files.map(({ path }) => path));
    expect(new Set(scanned).size).toBe(scanned.length);
    for (const rule of ['module-drift', 'uncovered-host'])
      expect(parts.filter(({ findings }) => findings.some((finding) => finding.rule === rule))).toHaveLength(1);
  });

  it('a plan, with flags and paths', async () => {
    const root = repository(PLAIN);
    for (const flags of [['--unsafe', 'web', 'notes']]) {
      const names = await shards(root, 3, flags);
      await expectSame(root, names, flags, ['json', 'text', 'diff']);
    }
  });

  it('with a cache in each shard', async () => {
    const root = repository(PLAIN);
    const machines = [1, 2].map(() => {
      const copy = project({});
      cpSync(root, copy, { recursive: true });
      return copy;
    });
    const names = await Promise.all(
      machines.map(async (machine, at) => {
        const words = ['--check', '--cache', '--shard', `${at + 1}/2`, '--format', 'json'];
        const first = await redomain(machine, words);
        const again = await redomain(machine, words);
        expect(timeless(again)).toEqual(timeless(first));
        mkdirSync(join(root, 'reports'), { recursive: true });
        writeFileSync(join(root, `reports/${at}.json`), again.stdout);
        return `reports/${at}.json`;
      }),
    );
    await expectSame(root, names, ['--check'], ['json', 'sarif']);
  });

  it('with a baseline: renamed files, new findings and those that vanished are seen in the whole', async () => {
    const root = repository(PLAIN);
    await redomain(root, ['--check', '--update-baseline']);
    const names = await shards(root, 2);
    await expectSame(root, names, ['--check'], ['json', 'text', 'sarif']);
    expect((await redomain(root, ['merge-reports', ...names])).status).toBe(0);
    renameSync(join(root, 'compose.yaml'), join(root, 'moved.yaml'));
    renameSync(join(root, 'app/links.py'), join(root, 'app/renamed.py'));
    rmSync(join(root, 'README.md'));
    await expectSame(root, await shards(root, 2), ['--check'], ['json', 'text']);
    writeFileSync(join(root, 'fresh.md'), 'https://api.old.ex.ai/fresh\n');
    await expectSame(
      root,
      await shards(root, 2, ['--check', 'app', 'fresh.md']),
      ['--check', 'app', 'fresh.md'],
      ['json', 'text'],
    );
    await expectSame(root, await shards(root, 2), ['--check'], ['json', 'text', 'junit']);
  });

  it('a clean tree passes', async () => {
    const root = repository({ ...FILES, 'app/links.py': '', 'README.md': 'x' });
    await redomain(root, ['--write']);
    const names = await shards(root, 2);
    const { status, stderr } = await redomain(root, ['merge-reports', ...names]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('below the top of the repository, in another directory than the shards', async () => {
    const top = project({});
    cpSync(repository(PLAIN), join(top, 'services/api'), { recursive: true });
    rmSync(join(top, 'services/api/.git'), { recursive: true });
    git(top, 'init', '--quiet');
    const elsewhere = project({});
    cpSync(top, elsewhere, { recursive: true });
    const names = (await shards(join(elsewhere, 'services/api'), 2)).map((name) => join(elsewhere, 'services/api', name));
    await expectSame(join(top, 'services/api'), names, ['--check'], ['sarif', 'gitlab', 'json']);
  });
});

describe('merge-reports', { timeout: 240_000 }, () => {
  const root = repository(PLAIN);
  const edit = (name: string, change: (report: Report) => unknown): string => {
    const changed = `${name}-${Math.random()}.json`;
    writeFileSync(join(root, changed), JSON.stringify(change(JSON.parse(readFileSync(join(root, name), 'utf8')))));
    return changed;
  };
  const refused = async (names: readonly string[], cwd = root): Promise<string> => {
    const { status, stdout, stderr } = await redomain(cwd, ['merge-reports', ...names]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    return stderr;
  };

  it('refuses, by name, what is not the reports of all shards of one run', async () => {
    const names = await shards(root, 3);
    const [one, two, three] = names as [string, string, string];
    expect(await refused([one, three])).toMatch(/no report of shard 2\/3\n.*name the reports of all 3 shards/);
    expect(await refused([two])).toContain('no report of the shards 1/3, 3/3');
    expect(await refused([one, two, three, two])).toContain(`${two} and ${two} are both of shard 2/3`);
    const [ofTwo] = await shards(root, 2);
    expect(await refused([one, two, three, ofTwo!])).toContain('one of 3 shards, the other of 2');
    const old = edit(two, (report) => ({ ...report, shard: { ...report.shard, version: '0.0.9' } }));
    expect(await refused([one, old, three])).toMatch(/is of redomain 0\.0\.9, and this is .*\n.*same version for all shards/);
    const other = edit(two, (report) => ({ ...report, policy: { ...report.policy, apex: ['other.ai'] } }));
    expect(await refused([one, other, three])).toContain('they have other configurations');
    const plan = await shards(root, 3, [], 'reports/plan');
    expect(await refused([one, plan[1]!, three])).toContain('one of the plan, the other of --check');
    const unsafe = await shards(root, 3, ['--check', '--unsafe'], 'reports/unsafe');
    expect(await refused([one, unsafe[1]!, three])).toContain('one with --unsafe');
    const narrow = await shards(root, 3, ['--check', 'notes'], 'reports/narrow');
    expect(await refused([one, narrow[1]!, three])).toMatch(/they looked at other trees\n.*same commit/);
    const elsewhere = project({});
    cpSync(root, elsewhere, { recursive: true });
    git(elsewhere, 'rm', '--quiet', 'CHANGELOG.md');
    const foreign = await shards(elsewhere, 3);
    expect(await refused([one, join(elsewhere, foreign[1]!), three])).toContain('they looked at other trees');
    writeFileSync(join(elsewhere, 'CHANGELOG.md'), readFileSync(join(root, 'CHANGELOG.md')));
    git(elsewhere, 'add', '--all');
    writeFileSync(join(elsewhere, 'compose.yaml'), 'other: bytes\n');
    const changed = await shards(elsewhere, 3, ['--check'], 'reports/changed');
    expect(await refused([one, join(elsewhere, changed[1]!), three])).toContain('they looked at other trees');
  });

  it('refuses what is no report of a shard', async () => {
    writeFileSync(join(root, 'whole.json'), (await redomain(root, ['--check', '--format', 'json'])).stdout);
    expect(await refused(['whole.json'])).toMatch(/is the report of a whole run: there is nothing to merge\n.*--shard I\/N/);
    for (const [text, words] of [
      ['', 'is not JSON: it is empty'],
      ['{', 'is not JSON'],
      ['null', 'is not a report of redomain'],
      ['[]', 'is not a report of redomain'],
      ['{"version":2,"files":[],"findings":[],"modules":[],"summary":{},"policy":{}}', 'has version 2'],
      ['{"version":1,"files":[],"findings":[],"modules":[],"summary":{},"policy":{},"shard":{}}', 'is not a report of redomain'],
    ]) {
      writeFileSync(join(root, 'odd.json'), text!);
      expect(await refused(['odd.json'])).toContain(`odd.json ${words}`);
    }
    expect(await refused(['absent.json'])).toContain('absent.json cannot be read: no such file');
    expect(await refused(['app'])).toContain('app cannot be read: directory');
    expect(await refused([])).toContain('merge-reports needs the reports of all shards');
  });

  it('says which sources are not those of the reports, and leaves their lines out', async () => {
    const checkout = project({});
    cpSync(root, checkout, { recursive: true });
    const names = await shards(checkout, 2);
    writeFileSync(join(checkout, 'compose.yaml'), 'now: https://api.old.ex.ai/elsewhere\n');
    const { status, stdout, stderr } = await redomain(checkout, ['merge-reports', ...names]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'redomain: compose.yaml is not what the reports speak of: its lines, and those of other such files, are not shown\n',
    );
    expect(stdout).toContain('+++ b/README.md');
    expect(stdout).not.toContain('+++ b/compose.yaml');
  });

  it('needs no checkout but for lines and diffs', async () => {
    const names = (await shards(root, 2)).map((name) => join(root, name));
    const nowhere = project({});
    for (const format of ['json', 'gitlab', 'junit', 'markdown', 'github']) {
      const whole = timeless(await redomain(root, ['--check', '--format', format], ENV));
      expect(timeless(await redomain(nowhere, ['merge-reports', ...names, '--format', format], ENV))).toEqual(whole);
    }
    const text = await redomain(nowhere, ['merge-reports', ...names]);
    expect(text.stderr).toMatch(/^redomain: this is no checkout of what the reports speak of.*\n$/);
    expect(text.stdout).not.toContain('+++ b/');
    const diff = await redomain(nowhere, ['merge-reports', ...names, '--format', 'diff']);
    expect(diff).toMatchObject({ status: 2, stdout: '' });
    expect(diff.stderr).toContain('in a checkout of the same commit');
    expect((await redomain(nowhere, ['merge-reports', ...names, '--no-diff'])).stderr).toBe(text.stderr);
    for (const silent of [['--quiet'], ['--format', 'concise']])
      expect((await redomain(nowhere, ['merge-reports', ...names, '--no-diff', ...silent])).stderr).toBe('');
  });

  it('writes the summary of a step of GitHub Actions', async () => {
    const names = await shards(root, 2);
    const summary = join(project({ 'summary.md': '' }), 'summary.md');
    await redomain(root, ['merge-reports', ...names, '--format', 'github'], { env: { GITHUB_STEP_SUMMARY: summary } });
    expect(readFileSync(summary, 'utf8')).toBe((await redomain(root, ['--check', '--format', 'markdown'], ENV)).stdout);
  });
});
