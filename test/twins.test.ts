import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/types/report.ts';
import { git, project, redomain, textsOf, write } from './cli-project.ts';

/** Two hosts that become one, as keys of data and in the code and the catalogues that look them up. */
const TREE = {
  'redomain.yaml': `apex: [ex.ai]
environments:
  staging:
    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }
    auth: { host: new.ex.ai, retired: [auth.old.ex.ai] }
    frontend: { host: www.new.ex.ai, retired: [app.old.ex.ai] }
modules:
  - { file: shared/domains.py, import: shared.domains }
  - { file: web/domains.ts }
`,
  '.redomain/.gitignore': '*\n',
  'shared/__init__.py': '',
  'app/__init__.py': '',
  'app/limits.py': [
    'import json',
    '',
    'LIMITS = json.load(open("data/limits.json"))',
    'BACKEND = LIMITS["https://api.old.ex.ai"]',
    'AUTH = LIMITS.get("https://auth.old.ex.ai", 0)',
    'FRONT = LIMITS["https://app.old.ex.ai"]',
    'URL = "https://api.old.ex.ai"',
    'ANSWER = httpx.get("https://api.old.ex.ai")',
    '',
  ].join('\n'),
  'app/words.py':
    'from app.i18n import _\n\nHELP = _("see api.old.ex.ai for help")\nMORE = _("ask https://app.old.ex.ai/help")\n',
  'data/limits.json': '{\n  "https://api.old.ex.ai": 10,\n  "https://auth.old.ex.ai": 20,\n  "https://app.old.ex.ai": 30\n}\n',
  'locale/de.po': [
    '# api.old.ex.ai is no longer in use, deprecated',
    'msgid "see api.old.ex.ai for help"',
    'msgstr "Hilfe: https://app.old.ex.ai/hilfe"',
    '',
    'msgid "ask https://app.old.ex.ai/help"',
    'msgstr ""',
    '',
  ].join('\n'),
  'web/limits.ts': "import limits from '../data/limits.json';\n\nexport const LIMIT = limits['https://auth.old.ex.ai'];\n",
};

function tree(): string {
  const root = project(TREE);
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'x');
  return root;
}

const held = ({ findings }: Report) =>
  findings
    .filter(({ reasonCode }) => reasonCode === 'linked-key')
    .map(({ path, line, reasonDetail }) => `${path}:${line} as ${reasonDetail?.place}`);

describe('a key in two files', () => {
  it('stays in both where it has to stay in one', async () => {
    const root = tree();
    const report = JSON.parse((await redomain(root, ['--format', 'json'])).stdout) as Report;
    expect(held(report)).toEqual([
      'app/limits.py:4 as data/limits.json, line 2',
      'app/limits.py:5 as data/limits.json, line 3',
      'app/words.py:3 as locale/de.po, line 2',
      'web/limits.ts:3 as data/limits.json, line 3',
    ]);
    expect((await redomain(root, ['--write', '--quiet'])).status).toBe(1);
    const texts = textsOf(root);
    expect(texts['data/limits.json']).toBe(TREE['data/limits.json'].replace('app.old', 'www.new'));
    expect(texts['app/limits.py']).toContain('FRONT = LIMITS[STAGING_FRONTEND_URL]\nURL = STAGING_BACKEND_URL\n');
    expect(texts['app/words.py']).toContain('_("ask https://www.new.ex.ai/help")');
    expect(texts['locale/de.po']).toContain('msgid "ask https://www.new.ex.ai/help"');
    const again = JSON.parse((await redomain(root, ['--format', 'json'])).stdout) as Report;
    expect(again.summary.filesTouched).toBe(0);
    expect(held(again)).toHaveLength(4);
  });

  it('moves although a record of the past has it too', async () => {
    const root = project({ ...TREE, 'data/limits.json': '{}\n', 'logs/probe.json': '{ "https://app.old.ex.ai": 30 }\n' });
    const report = JSON.parse((await redomain(root, ['--format', 'json'])).stdout) as Report;
    expect(report.findings.find(({ path }) => path === 'logs/probe.json')?.decision).toBe('review');
    expect(report.findings.find(({ path, line }) => path === 'app/limits.py' && line === 6)?.decision).toBe('reference');
  });

  it('stays in any part of the tree, and with a cache', async () => {
    const root = tree();
    const whole = JSON.parse((await redomain(root, ['--check', '--format', 'json'])).stdout) as Report;
    for (const index of [1, 2, 3]) {
      const words = ['--check', '--shard', `${index}/3`, '--format', 'json', '--output', `.redomain/${index}.json`];
      expect((await redomain(root, words)).stderr).toBe('');
    }
    const parts = [1, 2, 3].map((index) => `.redomain/${index}.json`);
    const merged = JSON.parse((await redomain(root, ['merge-reports', ...parts, '--format', 'json'])).stdout) as Report;
    expect(merged.findings).toEqual(whole.findings);
    for (let run = 0; run < 2; run++) {
      const cached = JSON.parse((await redomain(root, ['--check', '--cache', '--format', 'json'])).stdout) as Report;
      expect(cached.findings).toEqual(whole.findings);
    }
    write(root, 'data/limits.json', '{\n  "https://api.old.ex.ai": 10,\n  "https://app.old.ex.ai": 30\n}\n');
    const mended = JSON.parse((await redomain(root, ['--check', '--cache', '--format', 'json'])).stdout) as Report;
    expect(held(mended)).toEqual(['app/words.py:3 as locale/de.po, line 2']);
  });

  it('stays under plain jscodeshift', async () => {
    const root = tree();
    await redomain(root, ['--format', 'json', '--output', 'plan.json']);
    const home = join(import.meta.dirname, '..');
    const words = ['-t', join(home, 'src/jscodeshift/python.ts'), '--extensions=py', '--plan=plan.json', '--run-in-band', 'app'];
    execFileSync(join(home, 'node_modules/.bin/jscodeshift'), words, { cwd: root, stdio: 'pipe' });
    expect(textsOf(root)['app/limits.py']).toContain('BACKEND = LIMITS["https://api.old.ex.ai"]\n');
  });
});
