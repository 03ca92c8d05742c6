import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/types/report.ts';
import { CLEAN, CONFIG, FILES, project, redomain, textsOf } from './cli-project.ts';
import { keptIn } from './tree.ts';

const MIGRATED =
  'from app.settings import TIMEOUT\nfrom shared.domains import STAGING_BACKEND_URL\n\nURL = f"{STAGING_BACKEND_URL}/health"\n';

function reportOf(stdout: string): Report {
  return JSON.parse(stdout) as Report;
}

describe.concurrent('redomain, the plan', () => {
  const root = project(FILES);
  const before = textsOf(root);

  it('prints diff, totals, review and the next command; writes nothing; exits 1', async () => {
    const { status, stdout, stderr } = await redomain(root, []);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('+URL = f"{STAGING_BACKEND_URL}/health"');
    expect(stdout).toContain('+++ b/shared/domains.py');
    for (const words of [
      'occurrences: 3 to change in 3 files (1 as constants, 2 as literals), 1 for review',
      'app/links.py:3:',
      'escaped-pattern',
      'Next: redomain --write',
    ]) {
      expect(stdout).toContain(words);
    }
    expect(textsOf(root)).toEqual(before);
    expect(existsSync(await keptIn(root))).toBe(false);
  });

  it('exits 0 when there is nothing to do', async () => {
    const done = project({ 'redomain.yaml': CONFIG.replace(/modules:[\s\S]*/, ''), 'a.md': 'https://new.ex.ai\n' });
    const { status, stdout } = await redomain(done, []);
    expect(status).toBe(0);
    expect(stdout).toContain('nothing to change');
    expect(stdout).toContain('Next: redomain --check');
  });

  it('--no-diff leaves the diff out', async () => {
    const { stdout } = await redomain(root, ['--no-diff']);
    expect(stdout).not.toContain('+URL');
    expect(stdout).toContain('to change in 3 files');
  });

  it('--quiet says how much, and nothing else', async () => {
    const { status, stdout } = await redomain(root, ['--quiet']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^\d+ findings: [\w -]+ \d+(?:, [\w -]+ \d+)*\n$/);
  });

  it('--verbose lists what is kept, too', async () => {
    expect((await redomain(root, ['--no-diff'])).stdout).not.toContain('ops@api.old.ex.ai');
    expect((await redomain(root, ['--no-diff', '--verbose'])).stdout).toContain(
      'README.md:1:49  email-address  this is an e-mail address\n',
    );
  });

  it('--format json is the report, and its ledger sums', async () => {
    const { status, stdout } = await redomain(root, ['--format', 'json']);
    expect(status).toBe(1);
    const report = reportOf(stdout);
    expect(report).toMatchObject({ version: 1, root, command: 'plan' });
    const { ledger, occurrences, filesTouched } = report.summary;
    expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(occurrences);
    expect(ledger).toMatchObject({ reference: 1, literal: 2, review: 1, failed: 0, unreadable: 0 });
    expect(filesTouched).toBe(3);
    expect(report.modules).toEqual([expect.objectContaining({ file: 'shared/domains.py', status: 'absent' })]);
    expect(report.files.find(({ path }) => path === 'app/client.py')?.imports).toEqual([
      { module: 'shared/domains.py', specifier: 'shared.domains', names: ['STAGING_BACKEND_URL'] },
    ]);
    expect(report.findings.find(({ rule }) => rule === 'needs-review')).toMatchObject({
      rule: 'needs-review',
      path: 'app/links.py',
      line: 3,
    });
  });

  it('--format diff is a patch that git applies to the same result as --write', async () => {
    const { status, stdout } = await redomain(root, ['--format', 'diff']);
    expect(status).toBe(1);
    const patched = project(FILES);
    execFileSync('git', ['init', '--quiet', patched]);
    execFileSync('git', ['-C', patched, 'apply', '-'], { input: stdout });
    const written = project(FILES);
    await redomain(written, ['--write']);
    expect(textsOf(patched)).toEqual(textsOf(written));
  });

  it('--format diff speaks in the bytes of each file', async () => {
    const line = 'Größe: https://api.old.ex.ai/x\r\n';
    const files = {
      ...CLEAN,
      'bom.md': Buffer.from(`\ufeff${line}`),
      'latin1.txt': Buffer.from(line, 'latin1'),
      'wide.txt': Buffer.from(`\ufeff${line}`, 'utf16le'),
    };
    const [patched, written] = [project(files), project(files)];
    const file = join(project({}), 'plan.diff');
    await redomain(patched, ['--format', 'diff', '--output', file]);
    execFileSync('git', ['init', '--quiet', patched]);
    execFileSync('git', ['-C', patched, 'apply', '--whitespace=nowarn', file]);
    await redomain(written, ['--write']);
    for (const path of ['bom.md', 'latin1.txt', 'wide.txt']) {
      const bytes = readFileSync(join(written, path));
      expect(bytes.equals(files[path as keyof typeof files] as Buffer)).toBe(false);
      expect(readFileSync(join(patched, path)).equals(bytes)).toBe(true);
    }
  });

  it('--output takes the report, stdout stays empty', async () => {
    const elsewhere = project({});
    const file = join(elsewhere, 'plan.json');
    expect(await redomain(root, ['--format', 'json', '--output', file])).toMatchObject({ status: 1, stdout: '', stderr: '' });
    expect(reportOf(readFileSync(file, 'utf8')).command).toBe('plan');
  });

  it('paths narrow the run: file, directory, glob', async () => {
    const touched = async (...paths: string[]) =>
      reportOf((await redomain(root, ['--format', 'json', ...paths])).stdout)
        .files.filter(({ status }) => status === 'changed')
        .map(({ path }) => path);
    expect(await touched('app')).toEqual(['app/client.py']);
    expect(await touched('README.md', 'compose.yaml')).toEqual(['README.md', 'compose.yaml']);
    expect(await touched('**/*.md')).toEqual(['README.md']);
  });

  it('--cwd and --config: from anywhere, with any file', async () => {
    const elsewhere = project({});
    expect(reportOf((await redomain(elsewhere, ['--cwd', join(root, 'app'), '--format', 'json'])).stdout)).toMatchObject({
      root,
    });
    const other = project({ ...FILES, 'redomain.yaml': 'not: [even', 'my.yaml': CONFIG });
    expect(
      reportOf((await redomain(other, ['--config', 'my.yaml', '--format', 'json'])).stdout).summary.filesTouched,
    ).toBeGreaterThan(0);
  });

  it('from a directory below, paths are relative to it and the configuration is found above', async () => {
    const { files } = reportOf((await redomain(join(root, 'app'), ['--format', 'json', 'client.py'])).stdout);
    expect(files.filter(({ status }) => status === 'changed').map(({ path }) => path)).toEqual(['app/client.py']);
  });

  it('no colour without a terminal, nor a progress bar', async () => {
    expect((await redomain(root, [])).stdout).not.toContain('\u001b');
    expect((await redomain(root, ['--no-color'], { env: { FORCE_COLOR: '1' } })).stdout).not.toContain('\u001b');
    expect(await redomain(root, [], { env: { NO_COLOR: '1' } })).toMatchObject({ stderr: '' });
  });
});

describe.concurrent('redomain --write', () => {
  it('applies the plan, names what remains, and a second run changes nothing', async () => {
    const root = project(FILES);
    const first = await redomain(root, ['--write', '--format', 'json']);
    expect(first).toMatchObject({ status: 1, stderr: '' });
    const report = reportOf(first.stdout);
    expect(report.summary.filesTouched).toBe(3);
    expect(report.modules).toEqual([expect.objectContaining({ status: 'written' })]);
    expect(report.run).toMatch(/\S/);
    const after = textsOf(root);
    expect(after['app/client.py']).toBe(MIGRATED);
    expect(after['compose.yaml']).toBe(FILES['compose.yaml']!.replace('api.old', 'new'));
    expect(after['README.md']).toBe('See https://new.ex.ai/docs, or write to ops@api.old.ex.ai.\n');
    expect(after['app/links.py']).toBe(FILES['app/links.py']);
    expect(after['shared/domains.py']).toContain('STAGING_BACKEND_URL');

    const again = await redomain(root, ['--write']);
    expect(again.stdout).toContain('nothing changed');
    expect(textsOf(root)).toEqual(after);

    const check = await redomain(root, ['--check', '--format', 'json']);
    expect(check.status).toBe(1);
    const left = reportOf(check.stdout).findings.filter(({ path }) => path !== 'redomain.yaml');
    expect(left.map(({ path, decision }) => `${decision} ${path}`)).toEqual(['keep README.md', 'review app/links.py']);
  });

  it('exits 0 when all was applied, and --check agrees', async () => {
    const root = project(CLEAN);
    const { status, stdout } = await redomain(root, ['--write', '--no-diff']);
    expect(status).toBe(0);
    expect(stdout).toContain('3 changed in 3 files');
    expect(stdout).toMatch(/redomain undo \S+/);
    expect((await redomain(root, ['--check'])).status).toBe(0);
    expect(await redomain(root, ['--check', '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('narrowed by paths, leaves the rest', async () => {
    const root = project(CLEAN);
    await redomain(root, ['--write', 'compose.yaml']);
    const after = textsOf(root);
    expect(after['compose.yaml']).toContain('new.ex.ai');
    expect(after['app/client.py']).toBe(CLEAN['app/client.py']);
  });

  it('--unsafe also rewrites what can be rewritten of what is for review', async () => {
    const files = { ...CLEAN, 'app/old.py': 'OLD_HOSTS = ["https://api.old.ex.ai/a"]\n' };
    const safe = project(files);
    await redomain(safe, ['--write']);
    expect(textsOf(safe)['app/old.py']).toBe(files['app/old.py']);
    const unsafe = project(files);
    await redomain(unsafe, ['--write', '--unsafe']);
    expect(textsOf(unsafe)['app/old.py']).toBe('OLD_HOSTS = ["https://new.ex.ai/a"]\n');
  });

  it('keeps modes, and what a symbolic link leads to', async () => {
    const outside = project({ 'target.md': 'https://api.old.ex.ai\n' });
    const root = project({ ...CLEAN, 'run.sh': '#!/bin/sh\ncurl https://api.old.ex.ai\n' });
    chmodSync(join(root, 'run.sh'), 0o755);
    symlinkSync(join(outside, 'target.md'), join(root, 'link.md'));
    await redomain(root, ['--write']);
    expect(statSync(join(root, 'run.sh')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(root, 'run.sh'), 'utf8')).toBe('#!/bin/sh\ncurl https://new.ex.ai\n');
    expect(readFileSync(join(outside, 'target.md'), 'utf8')).toBe('https://api.old.ex.ai\n');
  });
});

describe.concurrent('redomain --check', () => {
  it('writes nothing and exits 1 when the plan is not empty', async () => {
    const root = project(CLEAN);
    const before = textsOf(root);
    const { status, stdout } = await redomain(root, ['--check', '--no-diff']);
    expect(status).toBe(1);
    expect(stdout).toContain('3 would change in 3 files');
    expect(stdout).toContain('app/client.py:3:16  constant  ');
    expect(textsOf(root)).toEqual(before);
  });

  it('exits 1 on drift of the domain module alone', async () => {
    const root = project(CLEAN);
    await redomain(root, ['--write']);
    const module = join(root, 'shared/domains.py');
    writeFileSync(module, readFileSync(module, 'utf8').replaceAll('new.ex.ai', 'elsewhere.ex.ai'));
    const { status, stdout } = await redomain(root, ['--check', '--format', 'json']);
    expect(status).toBe(1);
    expect(
      reportOf(stdout)
        .findings.filter(({ decision }) => decision !== 'keep')
        .map(({ rule }) => rule),
    ).toEqual(['module-drift']);
  });

  it('exits 1 on an unknown host, 0 when that is a warning', async () => {
    const files = { 'redomain.yaml': CONFIG.replace(/modules:[\s\S]*/, ''), 'a.md': 'https://odd.ex.ai\n' };
    const root = project(files);
    expect(await redomain(root, ['--check'])).toMatchObject({ status: 1, stdout: expect.stringContaining('unknown-host') });
    writeFileSync(join(root, 'redomain.yaml'), `${files['redomain.yaml']}rules: { unknown-host: warn }\n`);
    expect(await redomain(root, ['--check'])).toMatchObject({ status: 0, stdout: expect.stringContaining('[warning]') });
  });
});

describe.concurrent('redomain hosts', () => {
  const root = project({ ...FILES, 'more.md': 'https://new.ex.ai https://odd.ex.ai\n' });

  it('lists host, service, state, files, occurrences and names, and exits 0', async () => {
    const { status, stdout, stderr } = await redomain(root, ['hosts']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^host +service +state +files +occurrences +called\n/);
    expect(stdout).toMatch(/^api\.old\.ex\.ai +staging\.backend +retired +\d+ +\d+ +API_URL, LINK, URL$/m);
    expect(stdout).toMatch(/^new\.ex\.ai +staging\.backend +canonical +2 +2$/m);
    expect(stdout).toMatch(/^odd\.ex\.ai +· +unknown +1 +1$/m);
  });

  it('as JSON, narrowed, into a file', async () => {
    const file = join(project({}), 'hosts.json');
    expect(await redomain(root, ['hosts', 'more.md', '--format', 'json', '-o', file])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const { command, hosts } = JSON.parse(readFileSync(file, 'utf8')) as { command: string; hosts: { host: string }[] };
    expect(command).toBe('hosts');
    expect(hosts.map(({ host }) => host)).toEqual(['new.ex.ai', 'odd.ex.ai']);
  });
});

describe.concurrent('redomain module', () => {
  it('--check finds that it is missing; without, it is written and nothing else', async () => {
    const root = project(FILES);
    const before = textsOf(root);
    expect(await redomain(root, ['module', '--check'])).toMatchObject({ status: 1, stdout: expect.stringContaining('missing') });
    expect(textsOf(root)).toEqual(before);
    expect(await redomain(root, ['module'])).toMatchObject({ status: 0, stdout: expect.stringContaining('written') });
    const { 'shared/domains.py': module, ...rest } = textsOf(root);
    expect(module).toContain('STAGING_BACKEND_HOST');
    expect(rest).toEqual(before);
    expect(await redomain(root, ['module', '--check'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('up to date'),
    });
    expect(await redomain(root, ['module', '--check', '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await redomain(root, ['module', '--verbose'])).stdout).toContain('  STAGING_BACKEND_WS_URL\n');
  });
});

describe.concurrent('redomain undo', () => {
  it('restores every byte of the last run', async () => {
    const root = project(FILES);
    const before = textsOf(root);
    await redomain(root, ['--write']);
    expect(textsOf(root)).not.toEqual(before);
    expect(await redomain(root, ['undo'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('3 files restored, 1 file removed'),
    });
    expect(textsOf(root)).toEqual(before);
  });

  it('takes the name of a run', async () => {
    const root = project(FILES);
    const { run } = reportOf((await redomain(root, ['--write', '--format', 'json'])).stdout);
    expect((await redomain(root, ['undo', run!, '--verbose'])).stdout).toContain('restored app/client.py');
    expect(textsOf(root)).toEqual(FILES);
  });

  it('refuses, by name, a file that changed since, and exits 1', async () => {
    const root = project(FILES);
    await redomain(root, ['--write']);
    writeFileSync(join(root, 'README.md'), 'mine\n');
    const { status, stdout } = await redomain(root, ['undo', '--quiet']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^refused README\.md: /);
    expect(textsOf(root)).toEqual({ ...FILES, 'README.md': 'mine\n' });
  });

  it('says so when there is nothing to undo, or no such run', async () => {
    const root = project(FILES);
    for (const args of [['undo'], ['undo', 'nope']]) {
      const { status, stdout, stderr } = await redomain(root, args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^redomain: \S/);
    }
  });
});

describe.concurrent('suppressions', () => {
  it('one that serves nothing is a finding also in a file without a host; a document may speak of them', async () => {
    const root = project({
      ...CLEAN,
      'app/idle.py': 'x = 1  # redomain-ignore -- the mock is gone\n',
      'app/image.bin': '\0# redomain-ignore -- no text\n',
      'CONTRIBUTING.md': '# redomain-ignore -- what to write\n\nOr `redomain-disable`.\n',
    });
    const { status, stdout } = await redomain(root, ['--check', '--format', 'json']);
    const { findings, summary, files } = reportOf(stdout);
    const faults = findings.filter(({ rule }) => rule === 'bad-suppression');
    const found = faults.map(({ path, line, column, text }) => ({ path, line, column, text }));
    expect(found).toEqual([{ path: 'app/idle.py', line: 1, column: 10, text: 'redomain-ignore' }]);
    expect(files.filter(({ path }) => path === 'app/image.bin')).toEqual([]);
    expect({ status, unreadable: summary.ledger.unreadable }).toEqual({ status: 1, unreadable: 0 });
  });
});

describe.concurrent('in a git work tree', () => {
  it('tracked and new files count, ignored ones do not', async () => {
    const root = project({
      ...CLEAN,
      '.gitignore': 'out/\n',
      'out/made.md': 'https://api.old.ex.ai\n',
      'new.md': 'https://api.old.ex.ai\n',
    });
    const git = (...args: string[]) =>
      spawnSync('git', ['-C', root, '-c', 'user.name=n', '-c', 'user.email=n@ex.ai', ...args], { encoding: 'utf8' });
    git('init', '--quiet');
    git('add', 'app', 'shared', 'README.md', 'compose.yaml', 'redomain.yaml', '.gitignore');
    git('commit', '--quiet', '-m', 'before');
    const { summary } = reportOf((await redomain(root, ['--write', '--format', 'json'])).stdout);
    expect(textsOf(root)).toMatchObject({ 'out/made.md': 'https://api.old.ex.ai\n', 'new.md': 'https://new.ex.ai\n' });
    git('add', '--intent-to-add', 'new.md');
    const named = git('diff', '--name-only')
      .stdout.trim()
      .split('\n')
      .filter((path) => path !== 'shared/domains.py');
    expect(named.length).toBe(summary.filesTouched);
    expect(git('status', '--porcelain').stdout).not.toContain('.redomain');
  });
});
