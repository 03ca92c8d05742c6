import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { probe } from '../../src/commands/probe.ts';
import { probesText } from '../../src/reporters/probes.ts';
import type { Probe } from '../../src/types/inventory.ts';
import type { Service } from '../../src/types/policy.ts';
import { makeAuthority, makeSelfSigned } from '../certificate-authority.ts';
import { project, write } from '../cli-project.ts';
import { redomainProcess } from './cli-process.ts';
import { NAMES, presenting, refusing, saying } from './loopback/servers.ts';

const DAY = 24 * 60 * 60 * 1000;
const dayAfter = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** A project with one service for each of these canonical hosts. */
function asking(hosts: readonly string[]): string {
  const services = Object.fromEntries(hosts.map((host, index) => [`s${index}`, { host }]));
  return project({ 'redomain.json': JSON.stringify({ environments: { prod: services } }) });
}

/** Runs `redomain hosts --probe`, with names below `.test` on this machine, and an authority that it trusts. */
function probing(root: string, trusted: string, ...flags: string[]) {
  write(root, '.redomain/authority.pem', trusted);
  const env = { NODE_OPTIONS: NAMES, NODE_EXTRA_CA_CERTS: join(root, '.redomain/authority.pem') };
  return redomainProcess(root, ['hosts', '--probe', ...flags], { env });
}

describe('redomain hosts --probe', () => {
  let hosts: Record<string, string>;
  let trusted: string;
  beforeAll(async () => {
    const authority = await makeAuthority();
    const other = await makeAuthority('Another authority');
    const wildcard = await authority.issue({ names: ['example.test', '*.example.test'], days: [-1, 90.5] });
    const port = await presenting(wildcard);
    trusted = authority.certificate;
    hosts = {
      good: `staging.example.test:${port}`,
      again: `wss://staging.example.test:${port}`,
      deep: `api.staging.example.test:${port}`,
      wrong: `other.test:${port}`,
      address: `127.0.0.1:${await presenting(await authority.issue({ names: ['ip:127.0.0.1'], days: [-1, 90.5] }))}`,
      partial: `foo.example.test:${await presenting(await authority.issue({ names: ['f*.example.test'], days: [-1, 90.5] }))}`,
      nameless: `cn.test:${await presenting(await authority.issue({ names: [], commonName: 'cn.test', days: [-1, 90.5] }))}`,
      expired: `old.test:${await presenting(await authority.issue({ names: ['old.test'], days: [-30, -2.5] }))}`,
      early: `early.test:${await presenting(await authority.issue({ names: ['early.test'], days: [2, 90.5] }))}`,
      own: `own.test:${await presenting(await makeSelfSigned({ names: ['own.test'], days: [-1, 90.5] }))}`,
      stranger: `stranger.test:${await presenting(await other.issue({ names: ['stranger.test'], days: [-1, 90.5] }))}`,
      silent: `silent.test:${await saying('')}`,
      plain: `plain.test:${await saying('HTTP/1.1 400 Bad Request\r\n\r\n')}`,
      refused: `refused.test:${await refusing()}`,
      nowhere: 'nowhere.test:8443',
      http: 'http://www.test:3000',
    };
  });

  it('says of each canonical host what is wrong with it', async () => {
    const names = Object.keys(hosts);
    const { stdout, status } = await probing(asking(Object.values(hosts)), trusted, '--format', 'json', '--timeout', '2');
    const { probes } = JSON.parse(stdout) as { probes: Probe[] };
    const of = (name: string): Probe => probes.find(({ services }) => services.includes(`prod.s${names.indexOf(name)}`))!;
    expect(status).toBe(0);
    expect(of('good')).toEqual({
      host: 'staging.example.test',
      port: Number(hosts.good!.split(':')[1]),
      services: ['prod.s0', 'prod.s1'],
      addresses: ['127.0.0.1'],
      certificate: {
        names: ['example.test', '*.example.test'],
        covers: true,
        acceptedByNode: true,
        trusted: true,
        from: dayAfter(-1),
        until: dayAfter(90.5),
        daysLeft: 90,
      },
      problems: [],
    });
    expect(of('again')).toBe(of('good'));
    expect(Object.fromEntries(names.map((name) => [name, of(name).problems]))).toEqual({
      good: [],
      again: [],
      deep: [
        'the certificate does not cover it: the wildcard of *.example.test stands for exactly one label, the left-most (RFC 9525), and api.staging is 2; its names are example.test, *.example.test',
      ],
      wrong: ['the certificate does not cover it: no name is this host; its names are example.test, *.example.test'],
      address: [],
      partial: [
        "the certificate does not cover it: there is no name; Node's own check takes it all the same, other clients may not",
      ],
      nameless: [expect.stringMatching(/^the certificate does not cover it: there is no name/)],
      expired: [`the certificate expired on ${dayAfter(-2.5)}`],
      early: [`the certificate is not valid before ${dayAfter(2)}`],
      own: ['the certificate is not trusted here: it vouches for itself (DEPTH_ZERO_SELF_SIGNED_CERT)'],
      stranger: [
        'the certificate is not trusted here: who issued it is not known here, or the server leaves an intermediate certificate out (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
      ],
      silent: ['no answer within 2 s, while the TLS handshake is under way'],
      plain: ['what answers does not speak TLS (ERR_SSL_WRONG_VERSION_NUMBER)'],
      refused: ['the connection is refused (ECONNREFUSED)'],
      nowhere: ['its name does not resolve (ENOTFOUND)'],
      http: [],
    });
    const untrusted = names.filter((name) => of(name).certificate?.trusted === false);
    expect(untrusted).toEqual(['expired', 'early', 'own', 'stranger']);
    expect(of('expired').certificate?.daysLeft).toBe(-3);
    expect(of('http')).not.toHaveProperty('port');
    expect(names.filter((name) => of(name).addresses.length === 0)).toEqual(['nowhere']);
  });

  it('prints a table below the inventory; with --check what is wrong fails', async () => {
    const root = asking([hosts.good!, hosts.deep!, hosts.nowhere!]);
    const { stdout, status, stderr } = await probing(root, trusted, '--check');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^asked +resolves to +covered +trusted +expires$/m);
    expect(stdout).toMatch(/^staging\.example\.test:\d+ +127\.0\.0\.1 +yes +yes +\d{4}-\d\d-\d\d, in 90 days$/m);
    expect(stdout).toMatch(/^api\.staging\.example\.test:\d+ +127\.0\.0\.1 +no +yes +\d{4}-\d\d-\d\d, in 90 days$/m);
    expect(stdout).toMatch(/^nowhere\.test:8443 +no +· +· +·$/m);
    expect(stdout).toContain('nowhere.test:8443: its name does not resolve (ENOTFOUND)\n');
    expect(stdout).toMatch(/\n3 canonical hosts asked, 2 with problems\n$/);
    const sound = await probing(asking([hosts.good!]), trusted, '--check');
    expect(sound.status).toBe(0);
    expect(sound.stdout).toMatch(/\n1 canonical host asked, all in order\n$/);
  });

  it('connects to nothing without the flag', async () => {
    const { stdout } = await redomainProcess(asking([hosts.good!]), ['hosts', '--format', 'json']);
    expect(JSON.parse(stdout)).not.toHaveProperty('probes');
  });
});

describe('probe', () => {
  const serviceOf = (host: string): Service => ({
    ...{ key: `prod.${host}`, environment: 'prod', name: host },
    canonical: { host, port: '1' },
  });

  it('ends in time where a name server does not answer, and asks few hosts at a time', async () => {
    let asked = 0;
    let most = 0;
    const lookup = async (host: string) => {
      most = Math.max(most, ++asked);
      if (host === 'h0.test') return new Promise<never>(() => {});
      await new Promise((resolve) => setTimeout(resolve, 5));
      asked--;
      throw Object.assign(new Error('x'), { code: 'EAI_AGAIN' });
    };
    const services = Array.from({ length: 30 }, (_, index) => serviceOf(`h${index}.test`));
    const answers = await probe(services, { seconds: 0.2, lookup });
    expect(answers.map(({ host }) => host)).toEqual(services.map(({ canonical }) => canonical.host));
    expect(answers.map(({ problems }) => problems)).toEqual([
      ['no answer within 0.2 s, while its name is looked up'],
      ...Array(29).fill(['no name server answers (EAI_AGAIN)']),
    ]);
    expect(most).toBeLessThanOrEqual(8);
  });

  it('nothing from the wire steers a terminal', () => {
    const hostile: Probe = {
      ...{ host: 'a.test', port: 443, services: [], addresses: ['\u001b[2J'] },
      problems: ['names are \u001b]0;x\u0007\u202e'],
    };
    expect(probesText([hostile], false)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(probesText([], false)).toBe('no canonical host to ask\n');
  });
});
