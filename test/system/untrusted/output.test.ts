import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/types/report.ts';
import { makeSelfSigned } from '../../certificate-authority.ts';
import { FILES, git, project, redomain, textsOf, write } from '../../cli-project.ts';
import { makePipe } from '../../tree.ts';
import { builtCli } from '../cli-process.ts';

function repository(files: Readonly<Record<string, string>> = {}): string {
  const root = project({ ...FILES, ...files });
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'all');
  return root;
}

describe.concurrent('--output', { timeout: 120_000 }, () => {
  it.each<[string, readonly string[], string, string]>([
    ['the configuration', ['--check'], 'redomain.yaml', '--output names the configuration'],
    ['the configuration that is named', ['--check', '--config', 'other.yaml'], 'other.yaml', '--output names the configuration'],
    ['the configuration, with hosts', ['hosts'], 'redomain.yaml', '--output names the configuration'],
    ['the baseline', ['--check'], 'redomain-baseline.json', '--output names the baseline'],
    ['the baseline that is named', ['--check', '--baseline', 'ci/base.json'], 'ci/base.json', '--output names the baseline'],
    ['a domain module', ['--write'], 'shared/domains.py', '--output names a domain module'],
    ['a certificate', ['--check', '--config', 'other.yaml'], 'ca.pem', '--output names the file of a certificate'],
    ['the list of files', ['--check', '--files-from', 'list'], 'list', '--output names the list of files'],
    ['a scanned file', ['--write'], 'app/client.py', '--output names app/client.py, which git tracks'],
    ['a scanned file, with hosts', ['hosts'], 'README.md', '--output names README.md, which git tracks'],
    ['a report that is to be merged', ['merge-reports', 'x/1.json'], 'x/1.json', '--output names one of the reports'],
    ['a hard link of the configuration', ['--check'], 'twin', '--output names the configuration'],
  ])('never writes over %s', async (_, words, output, message) => {
    const root = repository({
      'other.yaml': `${FILES['redomain.yaml']}certificates: [./ca.pem]\n`,
      'redomain-baseline.json': '{ "version": 1, "findings": [] }\n',
      'ci/base.json': '{ "version": 1, "findings": [] }\n',
    });
    write(root, 'list', 'README.md\n');
    write(root, 'x/1.json', '{}');
    const { certificate } = await makeSelfSigned({ names: ['new.ex.ai'] });
    write(root, 'ca.pem', certificate);
    linkSync(join(root, 'redomain.yaml'), join(root, 'twin'));
    const before = textsOf(root);
    for (const name of [output, `./app/../${output}`, join(root, output)]) {
      const { status, stdout, stderr } = await redomain(root, [...words, '-o', name]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
    expect(textsOf(root)).toEqual(before);
  });

  it('may replace an earlier report, and a tracked one that the configuration ignores; it does not look at what it replaces', async () => {
    const root = repository({ 'docs/report.json': 'https://api.old.ex.ai\n' });
    write(root, 'redomain.yaml', `${FILES['redomain.yaml']}deliver: [{ files: ["docs/*.json"], as: ignore }]\n`);
    const reports: string[] = [];
    for (const name of ['report.json', 'report.json']) {
      expect(await redomain(root, ['--check', '--format', 'json', '-o', name])).toMatchObject({ stdout: '', stderr: '' });
      reports.push(JSON.stringify((JSON.parse(readFileSync(join(root, name), 'utf8')) as Report).findings));
    }
    expect(reports[1]).toBe(reports[0]);
    expect(reports[0]).not.toContain('report.json');
    expect(await redomain(root, ['--check', '--format', 'json', '-o', 'docs/report.json'])).toMatchObject({
      stdout: '',
      stderr: '',
    });
    rmSync(join(root, 'report.json'));
    const inventories: string[] = [];
    for (const _ of [1, 2]) {
      await redomain(root, ['hosts', '--format', 'json', '-o', 'hosts.json']);
      inventories.push(readFileSync(join(root, 'hosts.json'), 'utf8'));
    }
    expect(inventories[1]).toBe(inventories[0]);
  });

  it.each<[string, string, string]>([
    ['a directory', '.redomain', '.redomain/x.json'],
    ['a directory above', 'out', 'out/deep/x.json'],
    ['the file itself', 'report.json', 'report.json'],
    ['a file that is not there', 'fresh.json', 'fresh.json'],
  ])('follows no link of the repository: %s', async (_, link, output) => {
    const victim = project({ 'x.json': 'precious', 'deep/x.json': 'precious' });
    const root = repository();
    symlinkSync(link.includes('.json') ? join(victim, link === 'fresh.json' ? 'fresh' : 'x.json') : victim, join(root, link));
    git(root, 'add', '-A');
    mkdirSync(join(root, 'sub'));
    for (const words of [['--check'], ['--write'], ['hosts'], ['--check', '--cwd', 'app']]) {
      const name = words.includes('--cwd') ? `../${output}` : output;
      const { status, stderr } = await redomain(root, [...words, '-o', name]);
      expect({ status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`symbolic link of the repository\n  at ${join(root, link)}\n`),
      });
    }
    expect(textsOf(victim)).toEqual({ 'deep/x.json': 'precious', 'x.json': 'precious' });
  });

  it('follows the links of a person elsewhere, and keeps mode and link', async () => {
    const root = repository();
    const place = project({ 'real.json': 'old' });
    chmodSync(join(place, 'real.json'), 0o640);
    symlinkSync('real.json', join(place, 'link.json'));
    await redomain(root, ['--check', '--format', 'json', '-o', join(place, 'link.json')]);
    expect(readlinkSync(join(place, 'link.json'))).toBe('real.json');
    expect(JSON.parse(readFileSync(join(place, 'real.json'), 'utf8'))).toMatchObject({ version: 1 });
    expect(statSync(join(place, 'real.json')).mode & 0o777).toBe(0o640);
    expect(readdirSync(place).sort()).toEqual(['link.json', 'real.json']);
    symlinkSync(root, join(place, 'way'));
    expect((await redomain(root, ['--check', '-o', join(place, 'way/redomain.yaml')])).stderr).toContain(
      'names the configuration',
    );
    expect((await redomain(join(place, 'way'), ['--check', '--format', 'json', '-o', 'fine.json'])).stderr).toBe('');
    expect(existsSync(join(root, 'fine.json'))).toBe(true);
  });

  it('leaves what was there where a run fails', async () => {
    const root = repository();
    write(root, 'report.json', 'old');
    write(root, 'redomain.yaml', 'apex: [');
    expect((await redomain(root, ['--check', '-o', 'report.json'])).status).toBe(2);
    expect((await redomain(root, ['--check', 'no-such-path', '-o', 'report.json'])).status).toBe(2);
    expect(readFileSync(join(root, 'report.json'), 'utf8')).toBe('old');
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('writes pipes and devices as they are', async () => {
    const root = repository();
    const pipe = join(project({}), 'pipe');
    makePipe(pipe);
    const reader = spawn('cat', [pipe]);
    let read = '';
    reader.stdout.setEncoding('utf8').on('data', (text: string) => {
      read += text;
    });
    const ended = new Promise((resolve) => reader.on('close', resolve));
    expect((await redomain(root, ['--check', '--format', 'json', '-o', pipe])).stderr).toBe('');
    await ended;
    expect(JSON.parse(read)).toMatchObject({ version: 1 });
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    const piped = '"$0" "$1" --check --format json -o /dev/stdout | cat';
    const printed = execFileSync('sh', ['-c', piped, process.execPath, builtCli], { cwd: root, encoding: 'utf8' });
    expect(JSON.parse(printed)).toMatchObject({ version: 1 });
    expect(await redomain(root, ['--check', '-o', '/dev/null'])).toMatchObject({ status: 1, stdout: '', stderr: '' });
  });

  it('makes .redomain, which git ignores, for a report in it', async () => {
    const root = repository();
    expect((await redomain(root, ['--check', '--format', 'json', '-o', '.redomain/1.json'])).stderr).toBe('');
    expect(readFileSync(join(root, '.redomain/.gitignore'), 'utf8')).toBe('*\n');
    expect(git(root, 'status', '--porcelain')).toBe('');
    expect(JSON.parse(readFileSync(join(root, '.redomain/1.json'), 'utf8'))).toMatchObject({ version: 1 });
    expect((await redomain(root, ['--check', '-o', 'nowhere/1.json'])).stderr).toContain('its directory does not exist');
  });
});

describe.concurrent('a baseline behind a symbolic link', { timeout: 120_000 }, () => {
  it('keeps the link, and the mode of what it leads to', async () => {
    for (const target of ['ci/base.json', 'ci/fresh.json']) {
      const root = repository({ 'ci/base.json': '{ "version": 1, "findings": [] }\n' });
      symlinkSync(target, join(root, 'redomain-baseline.json'));
      chmodSync(join(root, 'ci/base.json'), 0o664);
      expect((await redomain(root, ['--check', '--update-baseline'])).stderr).toBe('');
      expect(readlinkSync(join(root, 'redomain-baseline.json'))).toBe(target);
      expect(readFileSync(join(root, target), 'utf8')).toContain('"findings": [\n');
      expect(statSync(join(root, 'ci/base.json')).mode & 0o777).toBe(0o664);
      expect((await redomain(root, ['--check'])).status).toBe(0);
    }
  });

  it.each<[string, (root: string, victim: string) => string]>([
    ['out of the work tree', (root, victim) => link(root, 'b.json', join(victim, 'x.json'))],
    ['to nothing out of it', (root, victim) => link(root, 'b.json', join(victim, 'new.json'))],
    ['into git’s directory', (root) => link(root, 'b.json', '.git/hooks/new')],
    ['into git’s directory, by another case', (root) => link(root, 'b.json', '.GIT/new')],
    ['out of it by a directory', (root, victim) => `${link(root, 'ci', victim)}/new.json`],
    ['in a circle', (root) => link(root, 'b.json', 'b.json')],
    ['to a device', (root) => link(root, 'b.json', '/dev/zero')],
  ])('is refused where it leads %s', async (_, prepare) => {
    const victim = project({ 'x.json': '{ "version": 1, "findings": [] }\n' });
    const root = repository();
    mkdirSync(join(root, '.GIT'), { recursive: true });
    const name = prepare(root, victim);
    const before = [readdirSync(join(root, '.git/hooks')), readdirSync(victim)];
    const { status, stderr } = await redomain(root, ['--check', '--baseline', name, '--update-baseline']);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^redomain: the baseline (?:cannot be|lies)/),
    });
    expect(stderr).not.toContain('internal error');
    expect([readdirSync(join(root, '.git/hooks')), readdirSync(victim)]).toEqual(before);
    expect(readFileSync(join(victim, 'x.json'), 'utf8')).toBe('{ "version": 1, "findings": [] }\n');
  });
});

/** Makes a link, and gives its name. */
function link(root: string, name: string, target: string): string {
  symlinkSync(target, join(root, name));
  return name;
}
