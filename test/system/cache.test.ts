import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG, FILES, git, project, redomain, write } from '../cli-project.ts';
import { keptIn } from '../tree.ts';

/** The report without the time that it took. */
async function checked(root: string, ...flags: string[]): Promise<string> {
  const { stdout, stderr } = await redomain(root, ['--check', '--format', 'json', ...flags]);
  expect(stderr).toBe('');
  const report = JSON.parse(stdout);
  delete report.summary.milliseconds;
  return JSON.stringify(report, null, 1);
}

function repository(files: Readonly<Record<string, string>>): string {
  const root = project(files);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'all');
  return root;
}

const cacheOf = async (root: string): Promise<string> => join(await keptIn(root), 'cache.json');
const kept = async (root: string): Promise<string> => readFileSync(await cacheOf(root), 'utf8');

const TREE: Readonly<Record<string, string>> = {
  ...FILES,
  'app/quiet.py': 'PORT = 1\n',
  'app/current.py': 'HOST = "new.ex.ai"\nfrom app import quiet\n',
  'lone/script.py': 'import os\nURL = "https://new.ex.ai/x"\n',
  'web/package.json': '{ "name": "web" }\n',
  'web/next.config.ts': 'export default { url: "https://new.ex.ai" };\n',
};
const SETTINGS = CONFIG.replace('["app/**/*.py"]', '["**/*.py"]').concat(
  '  - { file: web/lib/domains.ts, scope: ["web/**/*.ts"] }\n',
);

/** Everything that can change what a check says, each on top of those before. */
const CHANGES: readonly (readonly [string, (root: string) => void])[] = [
  ['nothing', () => {}],
  ['a host in a file that had none', (root) => write(root, 'app/quiet.py', 'URL = "https://api.old.ex.ai"\n')],
  ['a host less', (root) => write(root, 'app/links.py', 'import re\n')],
  ['a commit', (root) => git(root, 'commit', '-qam', 'more')],
  ['an untracked file', (root) => write(root, 'new.md', 'https://api.old.ex.ai\n')],
  ['the same size and another host', (root) => write(root, 'new.md', 'https://xyz.old.ex.ai\n')],
  ['a new name', (root) => renameSync(join(root, 'compose.yaml'), join(root, 'docker-compose.yaml'))],
  ['a file less', (root) => rmSync(join(root, 'new.md'))],
  ['a time', (root) => utimesSync(join(root, 'README.md'), 1, 1)],
  ['an image without the module', (root) => write(root, 'Dockerfile', 'FROM python:3.12\nWORKDIR /app\nCOPY app ./app\n')],
  ['an image with it', (root) => write(root, 'Dockerfile', 'FROM python:3.12\nWORKDIR /app\nCOPY . .\n')],
  ['what a lone script can import', (root) => write(root, 'pytest.ini', '[pytest]\npythonpath = .\ntestpaths = lone\n')],
  [
    'a package of the root',
    (root) => write(root, 'lone/script.py', 'import os\nimport helpers_of\nURL = "https://new.ex.ai/x"\n'),
  ],
  ['… which exists', (root) => write(root, 'helpers_of/__init__.py', '')],
  [
    '… and stands beside the file, where git ignores it',
    (root) => {
      write(root, '.git/info/exclude', 'lone/helpers_of.py\n');
      write(root, 'lone/helpers_of.py', '');
    },
  ],
  [
    'the paths of a project',
    (root) => write(root, 'web/tsconfig.json', '{ "compilerOptions": { "paths": { "~lib/*": ["./lib/*"] } } }\n'),
  ],
  [
    'a file that git was told to take as unchanged',
    (root) => {
      git(root, 'update-index', '--assume-unchanged', 'app/settings.py');
      write(root, 'app/settings.py', 'TIMEOUT = "https://api.old.ex.ai"\n');
    },
  ],
  [
    'a file that is merged in the index',
    (root) => {
      git(root, 'add', 'Dockerfile');
      write(root, 'Dockerfile', '# https://api.old.ex.ai\n');
    },
  ],
  [
    'a retired host more',
    (root) => write(root, 'redomain.yaml', SETTINGS.replace('[api.old.ex.ai]', '[api.old.ex.ai, xyz.old.ex.ai]')),
  ],
  [
    'a filter',
    (root) => {
      write(root, '.gitattributes', 'README.md filter=swap\n');
      git(root, 'config', 'filter.swap.clean', 'sed s/api.old/www.web/');
      git(root, 'config', 'filter.swap.smudge', 'sed s/www.web/api.old/');
      git(root, 'add', '-A');
      write(root, 'README.md', readFileSync(join(root, 'README.md'), 'utf8').replaceAll('api.old', 'www.web'));
      git(root, 'add', '-A');
    },
  ],
  [
    'a reason with a date',
    (root) => write(root, 'docs/a.md', '<!-- redomain-ignore until=2099-01-01 -- later -->\nhttps://api.old.ex.ai\n'),
  ],
];

describe.concurrent('--cache', () => {
  it('gives the report of a run without it, whatever changes', { timeout: 600_000 }, async () => {
    const root = repository({ ...TREE, 'redomain.yaml': SETTINGS });
    const seen = new Set<string>();
    for (const [what, change] of CHANGES) {
      change(root);
      const fresh = await checked(root);
      expect(await checked(root, '--cache'), what).toBe(fresh);
      seen.add(fresh);
    }
    expect(await checked(root, '--cache')).toBe(await checked(root));
    // The changes are of consequence, all but the first, the commit, the time and the package that is not there yet.
    expect(seen.size).toBeGreaterThan(CHANGES.length * 0.6);
  });

  it('does not read what git knows to be the same', async () => {
    const root = repository(TREE);
    await redomain(root, ['--check', '--cache']);
    const before = await kept(root);
    // A record that no reading could give shows that none was made.
    writeFileSync(await cacheOf(root), before.replaceAll('api.old.ex.ai', 'api.odd.ex.ai'));
    expect(await checked(root, '--cache')).toContain('api.odd.ex.ai');
    write(root, 'redomain.yaml', `${CONFIG}rules: { unknown-host: off }\n`);
    expect(await checked(root, '--cache')).not.toContain('api.odd.ex.ai');
  });

  it('is by contents outside git', async () => {
    const root = project(TREE);
    const fresh = await checked(root);
    expect(await checked(root, '--cache')).toBe(fresh);
    expect(await checked(root, '--cache')).toBe(fresh);
    write(root, 'app/links.py', 'URL = "https://api.old.ex.ai/2"\n');
    expect(await checked(root, '--cache')).toBe(await checked(root));
  });

  it('does without what it cannot read', async () => {
    const root = repository(TREE);
    const fresh = await checked(root);
    for (const text of ['', '{', 'null', '{"context":1}', '{"context":"x","quiet":"a\\u0000b","records":[null]}']) {
      mkdirSync(await keptIn(root), { recursive: true });
      writeFileSync(await cacheOf(root), text);
      expect(await checked(root, '--cache')).toBe(fresh);
    }
  });

  it('says where nothing can be kept, and checks all the same', async () => {
    const root = repository(TREE);
    writeFileSync(join(root, '.git/redomain'), 'a file');
    const { status, stderr } = await redomain(root, ['--check', '--cache']);
    expect(status).toBe(1);
    expect(stderr).toBe('redomain: the cache is not kept: the state of runs cannot be kept: a file is in its place\n');
  });

  it('is of use after a write, and is no part of what a check writes without it', async () => {
    const root = repository(TREE);
    await redomain(root, ['--check']);
    expect(existsSync(await keptIn(root))).toBe(false);
    await redomain(root, ['--write', '--cache']);
    expect(await checked(root, '--cache')).toBe(await checked(root));
    chmodSync(join(root, 'app/client.py'), 0o755);
    expect(await checked(root, '--cache')).toBe(await checked(root));
  });

  it('replays the last report of a tree for which git vouches, unless something outside of git differs', {
    timeout: 120_000,
  }, async () => {
    const files = {
      ...TREE,
      '.gitignore': 'lone/helpers_of.py\nhelpers_of/\nci/\nshared/\nruff.toml\n',
      'lone/script.py': 'import helpers_of\nURL = "https://new.ex.ai/x"\n',
    };
    const root = repository({ ...files, 'redomain.yaml': CONFIG.replace('["app/**/*.py"]', '["**/*.py"]') });
    await redomain(root, ['--write']);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'migrated');
    const last = join(await keptIn(root), 'report.json');
    // A report that no run could give shows that it was replayed.
    const isReplayed = async (...flags: string[]): Promise<boolean> => {
      const before = readFileSync(last, 'utf8');
      writeFileSync(last, before.replace('"filesScanned":', '"filesScanned":1000'));
      const said = await checked(root, '--cache', ...flags);
      writeFileSync(last, before);
      return said.includes('"filesScanned": 1000');
    };
    const settle = async (): Promise<void> => expect(await checked(root, '--cache')).toBe(await checked(root));
    await settle();
    expect(await isReplayed()).toBe(true);
    const OUTSIDE: readonly (readonly [string, () => void])[] = [
      ['a folder that git ignores can be imported', () => write(root, 'helpers_of/__init__.py', '')],
      ['… and stands beside a file', () => write(root, 'lone/helpers_of.py', '')],
      ['a formatter whose settings git ignores wants shorter lines', () => write(root, 'ruff.toml', 'line-length = 30\n')],
      [
        'a domain module that git ignores was changed by hand',
        () => write(root, 'shared/domains.py', `${readFileSync(join(root, 'shared/domains.py'), 'utf8')}X = 1\n`),
      ],
    ];
    for (const [what, change] of OUTSIDE) {
      await settle();
      change();
      expect(await checked(root, '--cache'), what).toBe(await checked(root));
    }
    await redomain(root, ['--write']);
    await settle();
    for (const flags of [['--unsafe'], ['--since', 'HEAD'], ['--staged'], ['app']])
      expect(await isReplayed(...flags), flags.join(' ')).toBe(false);
    await settle();
    write(root, 'ci/known.json', '{ "version": 1, "findings": [] }\n');
    expect(await isReplayed('--baseline', 'ci/known.json')).toBe(false);
    await settle();
    write(root, 'app/quiet.py', 'URL = "https://api.old.ex.ai"\n');
    expect(await isReplayed()).toBe(false);
  });
});
