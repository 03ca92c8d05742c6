import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { cachedRun } from '../src/commands/cached-run.ts';
import type { Finding, Report } from '../src/types/report.ts';
import { type Authority, makeAuthority } from './certificate-authority.ts';
import { git, project, redomain, write } from './cli-project.ts';

const CONFIG = `apex: [ex.ai]
certificates: [tls/server.pem]
environments:
  staging:
    backend:
      host: staging.ex.ai
      retired: [api.staging.ex.ai, "run-*.ex.ai"]
`;
const CHECK = { paths: [], command: 'check', unsafe: false } as const;

let authority: Authority;
beforeAll(async () => {
  authority = await makeAuthority();
});

const pem = async (names: readonly string[], days?: [number, number]): Promise<string> =>
  (await authority.issue({ names, ...(days ? { days } : {}) })).certificate;

function repository(files: Readonly<Record<string, string>>): string {
  const root = project(files);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'all');
  return root;
}

function uncoveredReason({ rule, reason }: Finding): string[] {
  return rule === 'uncovered-host' ? [reason] : [];
}

describe('a certificate in a file', () => {
  afterEach(() => void vi.useRealTimers());

  it('is read again by a run with --cache, also where git ignores it, and held against the day', async () => {
    const files = { 'redomain.yaml': CONFIG, '.gitignore': 'tls/\n', 'tls/server.pem': await pem(['*.ex.ai'], [-1, 3]) };
    const root = repository(files);
    const check = async () => (await cachedRun({ ...CHECK, cwd: root })).report.findings.flatMap(uncoveredReason);
    expect(await check()).toEqual([]);
    write(root, 'tls/server.pem', await pem(['ex.ai']));
    expect(await check()).toEqual([
      'no certificate covers staging.ex.ai: no name is this host; looked at tls/server.pem (ex.ai)',
    ]);
    write(root, 'tls/server.pem', files['tls/server.pem']);
    expect(await check()).toEqual([]);
    const last = Date.now() + 3 * 24 * 60 * 60 * 1000;
    vi.useFakeTimers({ toFake: ['Date'], now: last });
    expect(await check()).toEqual([]);
    vi.setSystemTime(last + 24 * 60 * 60 * 1000);
    expect(await check()).toEqual([
      `no certificate covers staging.ex.ai: tls/server.pem covers it, and expired on ${new Date(last).toISOString().slice(0, 10)}; looked at tls/server.pem (*.ex.ai)`,
    ]);
  });

  it('fails a run for what changed when it changed', async () => {
    const root = repository({ 'redomain.yaml': CONFIG, 'tls/server.pem': await pem(['ex.ai']) });
    const since = async () => {
      const { status, stdout } = await redomain(root, ['--check', '--since', 'HEAD', '--format', 'json']);
      return {
        status,
        beyond: (JSON.parse(stdout) as Report).findings
          .filter(({ rule }) => rule === 'uncovered-host')
          .map(({ beyond }) => beyond),
      };
    };
    expect(await since()).toEqual({ status: 0, beyond: ['change'] });
    write(root, 'tls/server.pem', await pem(['www.ex.ai']));
    expect(await since()).toEqual({ status: 1, beyond: [undefined] });
  });

  it('is looked for beside the configuration, and its faults have a place there', async () => {
    const root = project({ 'in/redomain.yaml': CONFIG, 'in/tls/server.pem': await pem(['*.ex.ai']), 'in/app/a.md': '' });
    expect(await redomain(join(root, 'in/app'), ['--check'])).toMatchObject({ status: 0, stderr: '' });
    write(root, 'in/tls/server.pem', 'x');
    expect(await redomain(join(root, 'in/app'), ['--check'])).toMatchObject({
      status: 2,
      stderr:
        'redomain: ../redomain.yaml:2:16  certificates[0]: "tls/server.pem" holds no certificate; name a PEM file, with -----BEGIN CERTIFICATE----- in it\n',
    });
  });
});

describe('redomain hosts', () => {
  it('says which hosts a certificate covers, where one is named', async () => {
    const text = 'https://api.staging.ex.ai https://staging.ex.ai https://run-1.ex.ai\n';
    const root = project({ 'redomain.yaml': CONFIG, 'tls/server.pem': await pem(['*.ex.ai']), 'a.md': text });
    const { stdout } = await redomain(root, ['hosts']);
    expect(stdout).toMatch(/^host +service +state +covered +files +occurrences +called$/m);
    expect(stdout).toMatch(/^api\.staging\.ex\.ai +staging\.backend +retired +no +2 +2$/m);
    expect(stdout).toMatch(/^staging\.ex\.ai +staging\.backend +canonical +yes +2 +2$/m);
    expect(stdout).toMatch(/^run-1\.ex\.ai +staging\.backend +retired +yes +1 +1$/m);
    expect(stdout).toMatch(/^run-\*\.ex\.ai +staging\.backend +retired +· +1 +1$/m);
    const { hosts } = JSON.parse((await redomain(root, ['hosts', '--format', 'json'])).stdout) as Report;
    expect(hosts.find(({ host }) => host === 'api.staging.ex.ai')?.covered).toBe(false);
  });
});
