import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/types/report.ts';
import { CONFIG, project, redomain } from './cli-project.ts';

const FILES = {
  'app/__init__.py': '',
  'app/cors.py': 'ALLOWED_ORIGINS = ["https://api.old.ex.ai"]\n',
  'web/cors.py': 'ALLOWED_ORIGINS = ["https://api.old.ex.ai"]\n',
  'app/link.py': 'import re\nLINK = re.compile(r"https://api\\.old\\.ex\\.ai/")\n',
};

/** Path, decision and code of each finding under further entries of `deliver`. */
async function decided(deliver: string, files: Readonly<Record<string, string>> = FILES): Promise<string[]> {
  const root = project({ ...files, 'redomain.yaml': `${CONFIG}${deliver}` });
  const { stdout } = await redomain(root, ['--format', 'json', '--no-diff']);
  const { findings } = JSON.parse(stdout) as Report;
  return findings
    .filter(({ path, rule }) => path !== 'redomain.yaml' && rule !== 'module-drift')
    .map(({ path, line, decision, reasonCode }) => `${path}:${line} ${decision} ${reasonCode}`);
}

describe('deliver by reason', () => {
  it('leaves a class for review where it says nothing', async () => {
    expect(await decided('')).toEqual([
      'app/cors.py:1 review allow-list',
      'app/link.py:2 review escaped-pattern',
      'web/cors.py:1 review allow-list',
    ]);
  });

  it('as literal writes the canonical host, in the files that it names', async () => {
    expect(await decided('deliver:\n  - { reason: allow-list, files: ["app/**"], as: literal }\n')).toEqual([
      'app/cors.py:1 literal allow-list',
      'app/link.py:2 review escaped-pattern',
      'web/cors.py:1 review allow-list',
    ]);
  });

  it('as literal leaves what cannot be replaced character by character', async () => {
    expect(await decided('deliver:\n  - { reason: escaped-pattern, as: literal }\n')).toContain(
      'app/link.py:2 review escaped-pattern',
    );
  });

  it('as keep keeps it everywhere, and the check passes for it', async () => {
    const deliver = 'deliver:\n  - { reason: allow-list, as: keep }\n';
    expect(await decided(deliver)).toEqual([
      'app/cors.py:1 keep allow-list',
      'app/link.py:2 review escaped-pattern',
      'web/cors.py:1 keep allow-list',
    ]);
    const root = project({ 'app/cors.py': FILES['app/cors.py'], 'redomain.yaml': `${CONFIG}${deliver}` });
    await redomain(root, ['module']);
    expect((await redomain(root, ['--check'])).status).toBe(0);
  });

  it('as keep holds what would be compared with it', async () => {
    const files = {
      'app/__init__.py': '',
      'app/a.py': 'ok = RETIRED_URL == "https://api.old.ex.ai" == "https://api.old.ex.ai/x"\n',
    };
    const [before] = await decided('', files);
    expect(before).toMatch(/^app\/a\.py:1 /);
  });

  it('as literal and --write write the host, and a second run changes nothing', async () => {
    const root = project({
      ...FILES,
      'redomain.yaml': `${CONFIG}deliver:\n  - { reason: allow-list, as: literal }\n`,
    });
    await redomain(root, ['--write']);
    expect(readFileSync(join(root, 'app/cors.py'), 'utf8')).toBe('ALLOWED_ORIGINS = ["https://new.ex.ai"]\n');
    const { stdout } = await redomain(root, ['--format', 'json', '--no-diff']);
    expect((JSON.parse(stdout) as Report).summary.filesTouched).toBe(0);
  });

  it.each([
    ['{ reason: allow-list, as: reference }', 'deliver[0].as: "reference" is for files; with a reason write literal or keep'],
    ['{ reason: no-such, as: keep }', 'deliver[0].reason'],
    ['{ as: keep }', 'deliver[0]: names neither files nor a reason'],
  ])('%s is refused', async (entry, words) => {
    const root = project({ ...FILES, 'redomain.yaml': `${CONFIG}deliver:\n  - ${entry}\n` });
    const { status, stderr } = await redomain(root, []);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(words) });
  });
});

describe('two functions that differ only in where "deprecated" stands', () => {
  const own = (first: string) => `def f():\n    log(${first})\n    return get("https://api.old.ex.ai/v1")\n`;
  it.each([
    ['in the name', own('deprecated="https://api.old.ex.ai"')],
    ['in the sentence', own('"https://api.old.ex.ai is deprecated"')],
    ['in a comment beside it', own('"https://api.old.ex.ai")  # deprecated').replace(/deprecated\)\n/, 'deprecated\n')],
  ])('have one plan: %s', async (_, text) => {
    const found = await decided('', { 'app/__init__.py': '', 'app/a.py': text });
    expect(found[1]).toBe('app/a.py:3 review same-function');
  });
});
