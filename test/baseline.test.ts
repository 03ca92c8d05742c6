import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/types/report.ts';
import { CONFIG, type Outcome, project, redomain } from './cli-project.ts';

/** A repository that is not migrated: retired hosts in code, text, comments and a workflow, one for review, and no domain module. */
const TREE: Readonly<Record<string, string>> = {
  'redomain.yaml': CONFIG.replace('[api.old.ex.ai]', '[api.old.ex.ai, auth.old.ex.ai]'),
  'app/__init__.py': '',
  'app/client.py': [
    'import re',
    'from app import settings',
    '',
    'def health():',
    '    return get("https://api.old.ex.ai/health", "https://new.ex.ai/ready")  # see https://api.old.ex.ai/docs',
    '',
    'LINK = re.compile(r"https://api\\.old\\.ex\\.ai/.*")',
    'URLS = {"a": "https://api.old.ex.ai/a", "b": "https://new.ex.ai/b"}',
    '',
  ].join('\n'),
  'app/settings.py': 'TIMEOUT = 5\n',
  'deploy/values.yaml': 'web:\n  url: https://api.old.ex.ai\n  auth: https://auth.old.ex.ai\n  port: 80\n',
  'docs/guide.md': '# Guide\n\nOpen https://api.old.ex.ai/docs, then log in at https://auth.old.ex.ai.\n',
  '.github/workflows/ci.yml': 'jobs:\n  test:\n    steps:\n      - run: curl https://api.old.ex.ai/health\n',
  'clean.md': 'Nothing here.\n',
};

type Step = (root: string) => void;

const edit =
  (path: string, from: string, to: string): Step =>
  (root) => {
    const before = readFileSync(join(root, path), 'utf8');
    expect(before).toContain(from);
    writeFileSync(
      join(root, path),
      before.replace(from, () => to),
    );
  };
const add =
  (path: string, text: string): Step =>
  (root) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'a' });
  };
const move =
  (from: string, to: string): Step =>
  (root) => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    renameSync(join(root, from), join(root, to));
  };
const both =
  (...steps: Step[]): Step =>
  (root) => {
    for (const step of steps) step(root);
  };

/** What a gate is there for. */
const REGRESSIONS: readonly (readonly [string, Step])[] = [
  ['a new file of Python', add('app/new.py', 'from app import settings\nURL = "https://api.old.ex.ai"\n')],
  ['a new file of text', add('docs/new.md', 'https://api.old.ex.ai\n')],
  ['a copy of a file that the baseline knows', add('docs/copy.md', TREE['docs/guide.md']!)],
  ['a host in a file that had none', add('clean.md', 'https://api.old.ex.ai\n')],
  ['a host more in a file that the baseline knows', add('docs/guide.md', 'Also https://api.old.ex.ai/more.\n')],
  ['the same host once more', add('docs/guide.md', 'Open https://api.old.ex.ai/docs, again.\n')],
  [
    'a swap of two arguments',
    edit(
      'app/client.py',
      '"https://api.old.ex.ai/health", "https://new.ex.ai/ready"',
      '"https://new.ex.ai/health", "https://api.old.ex.ai/ready"',
    ),
  ],
  [
    'a swap of two values on a line',
    edit(
      'app/client.py',
      '{"a": "https://api.old.ex.ai/a", "b": "https://new.ex.ai/b"}',
      '{"a": "https://new.ex.ai/a", "b": "https://api.old.ex.ai/b"}',
    ),
  ],
  ['one retired host for another', edit('deploy/values.yaml', 'https://api.old.ex.ai', 'https://auth.old.ex.ai')],
  ['a value of YAML', edit('deploy/values.yaml', 'port: 80', 'port: 80\n  probe: https://api.old.ex.ai/probe')],
  ['the same value under another key', edit('deploy/values.yaml', '  port', '  callback: https://api.old.ex.ai\n  port')],
  ['a comment', edit('app/settings.py', 'TIMEOUT = 5', 'TIMEOUT = 5  # as https://api.old.ex.ai has it')],
  ['a comment in YAML', edit('deploy/values.yaml', 'port: 80', 'port: 80 # https://api.old.ex.ai')],
  ['a step of a workflow', add('.github/workflows/ci.yml', '      - run: curl https://api.old.ex.ai/ready\n')],
  ['a new workflow', add('.github/workflows/cd.yml', 'env:\n  API: https://api.old.ex.ai\n')],
  [
    'the same text in another function',
    edit('app/client.py', 'LINK =', 'def ready():\n    return get("https://api.old.ex.ai/health")\n\nLINK ='),
  ],
  ['another path', edit('app/client.py', 'https://api.old.ex.ai/health"', 'https://api.old.ex.ai/health/v2"')],
  ['a pattern more', edit('app/client.py', 'LINK =', 'MORE = re.compile(r"https://auth\\.old\\.ex\\.ai/.*")\nLINK =')],
  [
    'a suppression without a reason',
    edit('app/settings.py', 'TIMEOUT = 5', 'TIMEOUT = 5  # redomain-ignore\nOTHER = "https://api.old.ex.ai"'),
  ],
  ['a host of the apex that nothing knows', add('clean.md', 'https://odd.ex.ai\n')],
  [
    'a file with another name and a host more',
    both(move('docs/guide.md', 'docs/manual.md'), add('docs/manual.md', 'https://auth.old.ex.ai/new\n')),
  ],
  [
    'in a file fixed before: back again, at another place',
    both(
      edit('docs/guide.md', 'https://api.old.ex.ai/docs', 'https://new.ex.ai/docs'),
      add('docs/guide.md', 'See https://api.old.ex.ai.\n'),
    ),
  ],
];

/** What people do all day. */
const HARMLESS: readonly (readonly [string, Step])[] = [
  ['nothing', () => {}],
  ['lines above', edit('app/client.py', 'import re', '"""The client."""\n\nimport re')],
  ['lines above, in text', edit('docs/guide.md', '# Guide', '# Guide\n\nRead this first.')],
  ['lines below', add('deploy/values.yaml', 'other:\n  port: 81\n')],
  ['a function moved', edit('app/client.py', 'LINK =', 'def other():\n    return 1\n\nLINK =')],
  [
    'lines that changed places',
    edit(
      'deploy/values.yaml',
      '  url: https://api.old.ex.ai\n  auth: https://auth.old.ex.ai\n',
      '  auth: https://auth.old.ex.ai\n  url: https://api.old.ex.ai\n',
    ),
  ],
  [
    'a call over several lines',
    edit(
      'app/client.py',
      'get("https://api.old.ex.ai/health", "https://new.ex.ai/ready")',
      'get(\n        "https://api.old.ex.ai/health",\n        "https://new.ex.ai/ready",\n    )',
    ),
  ],
  [
    'a dictionary over several lines',
    edit('app/client.py', '{"a": "https://api.old.ex.ai/a", ', '{\n    "a": "https://api.old.ex.ai/a",\n    '),
  ],
  ['other quotes', edit('app/client.py', '"https://api.old.ex.ai/health"', "'https://api.old.ex.ai/health'")],
  ['wider indentation', edit('deploy/values.yaml', '  url:', '    url:')],
  ['text wrapped anew', edit('docs/guide.md', 'docs, then', 'docs,\nthen')],
  ['a remark about nothing', edit('app/settings.py', 'TIMEOUT = 5', 'TIMEOUT = 5  # seconds')],
  ['line endings', (root) => writeFileSync(join(root, 'docs/guide.md'), TREE['docs/guide.md']!.replaceAll('\n', '\r\n'))],
  ['a file with another name', move('docs/guide.md', 'docs/manual.md')],
  ['a file in another directory', move('deploy/values.yaml', 'charts/web/values.yaml')],
  ['a directory with another name', move('docs', 'manual')],
  ['a module with another name', move('app/client.py', 'app/http_client.py')],
  [
    'a file with another name and a fix',
    both(move('docs/guide.md', 'docs/manual.md'), edit('docs/manual.md', 'https://auth.old.ex.ai', 'https://new.ex.ai')),
  ],
  ['a file less', (root) => rmSync(join(root, 'docs/guide.md'))],
  ['a host less', edit('docs/guide.md', 'https://api.old.ex.ai/docs', 'https://new.ex.ai/docs')],
  ['a canonical host more in text', add('docs/guide.md', 'And https://new.ex.ai/x.\n')],
  [
    'a canonical host beside a retired one in a function',
    edit('app/client.py', 'def health():', 'def health():\n    log("https://new.ex.ai")'),
  ],
  ['a rewrite in place of the baselined', edit('deploy/values.yaml', 'https://auth.old.ex.ai', 'https://new.ex.ai')],
];

function repository(): string {
  const root = project(TREE);
  execFileSync('git', ['init', '-q'], { cwd: root });
  return root;
}

const check = (root: string, ...flags: string[]): Promise<Outcome> => redomain(root, ['--check', ...flags]);
const baselineOf = (root: string): string => readFileSync(join(root, 'redomain-baseline.json'), 'utf8');

async function held(): Promise<string> {
  const root = repository();
  expect((await check(root)).status).toBe(1);
  expect((await check(root, '--update-baseline')).status).toBe(0);
  return root;
}

describe.concurrent('a baseline', () => {
  it('lets pass what it knows', async () => {
    const root = await held();
    const { status, stdout } = await check(root);
    expect(status).toBe(0);
    expect(stdout).toContain('Baseline redomain-baseline.json: 11 findings known\n');
    expect(stdout).not.toContain('diff --git');
    const report = JSON.parse((await check(root, '--format', 'json')).stdout) as Report;
    expect(report.summary.ledger).toMatchObject({ reference: 0, literal: 0, review: 0 });
    expect(report.baseline).toEqual({ file: 'redomain-baseline.json', known: 11, vanished: [] });
    expect(report.findings.filter(({ beyond }) => beyond).length).toBe(11);
    expect(report.files).toContainEqual(expect.objectContaining({ path: 'redomain-baseline.json', reason: 'the baseline' }));
  });

  it.each(REGRESSIONS)('catches %s', async (_, regress) => {
    const root = await held();
    regress(root);
    const { status, stdout } = await check(root, '--format', 'json');
    const fresh = (JSON.parse(stdout) as Report).findings.filter(
      ({ beyond, decision, rule }) => !beyond && (decision !== 'keep' || rule === 'unknown-host'),
    );
    expect([status, fresh.length]).toEqual([1, expect.any(Number)]);
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.length).toBeLessThan(3);
  });

  it.each(HARMLESS)('does not mind %s', async (_, change) => {
    const root = await held();
    change(root);
    const { status, stdout } = await check(root);
    expect(stdout).not.toContain('Not migrated');
    expect(status).toBe(0);
  });

  it('is sorted, without lines and times, one finding a line', async () => {
    const root = await held();
    const text = baselineOf(root);
    const { version, findings } = JSON.parse(text);
    expect(version).toBe(1);
    expect(findings).toContainEqual({
      rule: 'retired-host',
      path: 'deploy/values.yaml',
      word: 'https://api.old.ex.ai',
      context: 'text url',
    });
    const paths = findings.map(({ path }: { path: string }) => path);
    expect(paths).toEqual([...paths].sort());
    expect(text.split('\n').length).toBe(findings.length + 6);
    await check(root, '--update-baseline');
    expect(baselineOf(root)).toBe(text);
  });

  it('says what is settled, and an update what came and what went', async () => {
    const root = await held();
    edit('docs/guide.md', 'https://api.old.ex.ai/docs', 'https://new.ex.ai/docs')(root);
    expect((await check(root)).stdout).toContain(
      '  settled (redomain --check --update-baseline takes them out)\n    docs/guide.md  https://api.old.ex.ai/docs  retired-host, text\n',
    );
    add('clean.md', 'https://auth.old.ex.ai/x\n')(root);
    const { status, stdout } = await check(root, '--update-baseline');
    expect(status).toBe(0);
    expect(stdout).toContain('11 findings known, written anew: 1 added, 1 taken out\n');
    expect(stdout).toContain('  added, these pass from now on\n    clean.md  https://auth.old.ex.ai/x  retired-host, text\n');
    expect((await check(root)).status).toBe(0);
  });

  it('of a part of the tree leaves the rest as it is', async () => {
    const root = await held();
    rmSync(join(root, 'docs/guide.md'));
    add('clean.md', 'https://auth.old.ex.ai/x\n')(root);
    add('app/settings.py', '# https://auth.old.ex.ai/x\n')(root);
    await check(root, '--update-baseline', 'app');
    expect(baselineOf(root)).toContain('app/settings.py');
    expect(baselineOf(root)).toContain('deploy/values.yaml');
    expect(baselineOf(root)).not.toContain('clean.md');
    expect((await check(root, 'app')).status).toBe(0);
    expect((await check(root)).status).toBe(1);
  });

  it('has no part in a plan or a write', async () => {
    const root = await held();
    const text = baselineOf(root);
    expect((await redomain(root, ['--write'])).status).toBe(1);
    expect(baselineOf(root)).toBe(text);
    expect(readFileSync(join(root, 'docs/guide.md'), 'utf8')).toContain('https://new.ex.ai/docs');
    expect((await check(root)).status).toBe(0);
  });

  it('may be another file', async () => {
    const root = repository();
    expect((await check(root, '--update-baseline', '--baseline', 'ci/known.json')).stderr).toContain(
      'the baseline cannot be written: ',
    );
    mkdirSync(join(root, 'ci'));
    expect((await check(root, '--update-baseline', '--baseline', 'ci/known.json')).status).toBe(0);
    expect((await check(root, '--baseline', 'ci/known.json')).status).toBe(0);
    expect((await check(root, '--baseline', 'ci/other.json')).stderr).toContain('the baseline ci/other.json does not exist');
  });

  it.each([
    ['{', 'is not JSON'],
    ['{}', 'has version undefined'],
    ['{"version":2,"findings":[]}', 'has version 2'],
    ['{"version":1}', 'has no list'],
    ['{"version":1,"findings":[{"rule":"x"}]}', 'has an entry that is none: {"rule":"x"}'],
    ['{\n<<<<<<< HEAD\n', 'has conflict markers'],
  ])('that is none is refused: %s', async (text, words) => {
    const root = repository();
    writeFileSync(join(root, 'redomain-baseline.json'), text);
    const { status, stderr } = await check(root);
    expect(status).toBe(2);
    expect(stderr).toContain(`the baseline ${words}`);
    expect(stderr).toContain('redomain-baseline.json\n');
  });

  it('goes with a check alone', async () => {
    const root = repository();
    expect((await redomain(root, ['--update-baseline'])).stderr).toContain('--update-baseline goes with --check');
    expect((await redomain(root, ['--write', '--baseline', 'x'])).stderr).toContain('--baseline goes with --check');
  });
});
