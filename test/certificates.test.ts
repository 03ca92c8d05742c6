import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { uncovered } from '../src/checks/certificates.ts';
import { loadPolicy } from '../src/config/load.ts';
import { covers, isCovered, namesIn } from '../src/core/coverage.ts';
import type { Certificate } from '../src/types/policy.ts';
import { type Authority, makeAuthority, makeSelfSigned } from './certificate-authority.ts';
import { makePipe, makeTree } from './tree.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The day so many days from now, as findings name it. */
function dayAfter(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

const TODAY = dayAfter(0);

let authority: Authority;
beforeAll(async () => {
  authority = await makeAuthority();
});

function policyOf(
  certificates: readonly string[],
  hosts: readonly string[],
  files: Readonly<Record<string, string | Buffer>> = {},
) {
  const services = Object.fromEntries(hosts.map((host, index) => [`s${index}`, { host }]));
  const config = JSON.stringify({ certificates, environments: { prod: services } });
  return loadPolicy({ cwd: makeTree({ ...files, 'redomain.json': config }) }).policy;
}

function reasons(...args: Parameters<typeof policyOf>): Record<string, string> {
  return Object.fromEntries(uncovered(policyOf(...args), TODAY).map(({ host, why }) => [host, why]));
}

describe('names that the configuration states', () => {
  test('none: nothing to say', () => {
    expect(reasons([], ['a.b.ex.ai'])).toEqual({});
  });

  test('a wildcard covers exactly one label in the first place', () => {
    const certificates = ['Ex.ai', '*.ex.ai', '*.bücher.example'];
    expect(reasons(certificates, ['ex.ai', 'api.EX.ai', 'https://api.ex.ai:8443/x', 'a.bücher.example'])).toEqual({});
    expect(reasons(['*.ex.ai'], ['ex.ai', 'api.staging.ex.ai', 'notex.ai', 'localhost'])).toEqual({
      'ex.ai':
        'the wildcard of *.ex.ai stands for exactly one label, the left-most (RFC 9525), and ex.ai has none there; looked at the names *.ex.ai',
      'api.staging.ex.ai':
        'the wildcard of *.ex.ai stands for exactly one label, the left-most (RFC 9525), and api.staging is 2; looked at the names *.ex.ai',
      'notex.ai': 'no name is this host; looked at the names *.ex.ai',
      localhost: 'no name is this host; looked at the names *.ex.ai',
    });
  });

  test('the nearest wildcard is named', () => {
    expect(reasons(['*.ex.ai', '*.staging.ex.ai'], ['a.b.staging.ex.ai'])['a.b.staging.ex.ai']).toContain(
      'the wildcard of *.staging.ex.ai stands for exactly one label',
    );
  });

  test('no wildcard covers what stands directly under a top-level domain', () => {
    expect(reasons(['*.ai'], ['ex.ai'])['ex.ai']).toContain(
      'no client takes a wildcard directly under a top-level domain, as *.ai is; looked at the names *.ai',
    );
  });

  test('a long list of names is cut with its count', () => {
    const names = Array.from({ length: 8 }, (_, index) => `h${index}.ex.ai`);
    expect(reasons(names, ['other.ex.ai'])['other.ex.ai']).toContain('h5.ex.ai and 2 more');
  });
});

describe('certificates in files', () => {
  test('names, upper case, punycode and addresses count; the common name does not', async () => {
    const { certificate } = await authority.issue({
      names: ['*.EX.ai', 'xn--bcher-kva.example', 'ip:127.0.0.1'],
      commonName: 'only.in.cn',
    });
    expect(policyOf(['certs/a.pem'], ['a.ex.ai'], { 'certs/a.pem': certificate }).certificates).toEqual([
      {
        file: 'certs/a.pem',
        names: ['*.ex.ai', 'xn--bcher-kva.example', '127.0.0.1'],
        validity: { from: dayAfter(-1), until: dayAfter(90) },
      },
    ]);
    const hosts = ['api.ex.ai', 'bücher.example', '127.0.0.1', 'only.in.cn', 'api.staging.ex.ai'];
    const looked = 'looked at certs/a.pem (*.ex.ai, xn--bcher-kva.example, 127.0.0.1)';
    expect(reasons(['certs/a.pem'], hosts, { 'certs/a.pem': certificate })).toEqual({
      'only.in.cn': `no name is this host; ${looked}`,
      'api.staging.ex.ai': `the wildcard of *.ex.ai stands for exactly one label, the left-most (RFC 9525), and api.staging is 2; ${looked}`,
    });
  });

  test('a certificate without alternative names covers nothing', async () => {
    const { certificate } = await authority.issue({ names: [], commonName: 'ex.ai' });
    expect(reasons(['ex.ai.crt'], ['ex.ai'], { 'ex.ai.crt': certificate })).toEqual({
      'ex.ai': 'there is no name; looked at ex.ai.crt (no name of a host)',
    });
  });

  test('of a chain only the leaf counts, wherever it stands', async () => {
    const { certificate } = await authority.issue({ names: ['ex.ai'] });
    const text = `Bag Attributes\n    friendlyName: leaf\n${certificate}\n${authority.certificate}\n`;
    for (const chain of [text, `${authority.certificate}\r\n${certificate.replaceAll('\n', '\r\n')}`])
      expect(policyOf(['chain.pem'], ['ex.ai'], { 'chain.pem': chain }).certificates[0]!.names).toEqual(['ex.ai']);
    const own = (await makeSelfSigned({ names: ['own.ex.ai'] })).certificate;
    expect(policyOf(['own.cer'], ['ex.ai'], { 'own.cer': own }).certificates[0]!.names).toEqual(['own.ex.ai']);
    expect(policyOf(['ca.pem'], ['ex.ai'], { 'ca.pem': authority.certificate }).certificates[0]!.names).toEqual([]);
  });

  test('a host that only an expired certificate covers is uncovered, and so before the first day', async () => {
    const files = {
      'old.pem': (await authority.issue({ names: ['*.ex.ai'], days: [-90, -3] })).certificate,
      'next.pem': (await authority.issue({ names: ['*.ex.org'], days: [3, 90] })).certificate,
    };
    expect(reasons(['old.pem', 'next.pem'], ['a.ex.ai', 'a.ex.org'], files)).toEqual({
      'a.ex.ai': `old.pem covers it, and expired on ${dayAfter(-3)}; looked at old.pem (*.ex.ai); next.pem (*.ex.org)`,
      'a.ex.org': `next.pem covers it, and is not valid before ${dayAfter(3)}; looked at old.pem (*.ex.ai); next.pem (*.ex.org)`,
    });
    expect(reasons(['old.pem', 'a.ex.ai'], ['a.ex.ai'], files)).toEqual({});
  });

  test('the first and the last day count', () => {
    const certificates: Certificate[] = [
      { file: 'a.pem', names: ['ex.ai'], validity: { from: '2026-01-02', until: '2026-03-04' } },
    ];
    const days = ['2026-01-01', '2026-01-02', '2026-03-04', '2026-03-05'];
    expect(days.map((day) => isCovered('ex.ai', certificates, day))).toEqual([false, true, true, false]);
  });
});

describe('files that are no certificate', () => {
  const faults = (files: Readonly<Record<string, string | Buffer>>, names = Object.keys(files)): string => {
    const config = `certificates:\n${names.map((name) => `  - ${name}\n`).join('')}rename: { a.ex.ai: b.ex.ai }\n`;
    try {
      loadPolicy({ cwd: makeTree({ ...files, 'redomain.yaml': config }) });
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  test('each is named with its place and what it is', async () => {
    const { certificate, key } = await authority.issue({ names: ['ex.ai'] });
    const body = certificate.split('\n').slice(1, -1).join('');
    const der = Buffer.from(body.replace(/-.*/, ''), 'base64');
    const files = {
      'tls/key.pem': key,
      'tls/der.cer': der,
      'tls/garbage.pem': Buffer.from([0, 1, 2, 255, 254]),
      'tls/empty.crt': '',
      'tls/request.pem': '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n',
      'tls/cut.pem': certificate.slice(0, 200),
      'tls/damaged.pem': `-----BEGIN CERTIFICATE-----\n${body.slice(80, 160)}\n-----END CERTIFICATE-----\n`,
      'tls/large.pem': 'x'.repeat(1_000_001),
    };
    expect(faults(files, [...Object.keys(files), 'tls/none.pem', 'tls/', 'ex.ai/path']).split('\n')).toEqual([
      'redomain.yaml:2:5  certificates[0]: "tls/key.pem" holds a private key and no certificate; name the file of the certificate',
      'redomain.yaml:3:5  certificates[1]: "tls/der.cer" is DER, not PEM; convert it with `openssl x509 -inform der -in FILE -out FILE.pem`',
      'redomain.yaml:4:5  certificates[2]: "tls/garbage.pem" holds no certificate; name a PEM file, with -----BEGIN CERTIFICATE----- in it',
      'redomain.yaml:5:5  certificates[3]: "tls/empty.crt" holds no certificate; name a PEM file, with -----BEGIN CERTIFICATE----- in it',
      'redomain.yaml:6:5  certificates[4]: "tls/request.pem" holds a request for a certificate and no certificate; name the file that the authority sent back',
      'redomain.yaml:7:5  certificates[5]: "tls/cut.pem" holds a certificate that is cut off; export it again',
      'redomain.yaml:8:5  certificates[6]: "tls/damaged.pem" holds a certificate that is damaged; export it again',
      'redomain.yaml:9:5  certificates[7]: "tls/large.pem" is larger than 1 MB, as no certificate is; name the file of the certificate',
      'redomain.yaml:10:5  certificates[8]: "tls/none.pem" does not exist; name a PEM file, relative to the configuration',
      'redomain.yaml:11:5  certificates[9]: "tls/" is a directory; name the file of the certificate in it',
      'redomain.yaml:12:5  certificates[10]: "ex.ai/path" does not exist; name a PEM file, relative to the configuration',
    ]);
  });

  test('a pipe is not waited for', () => {
    const root = makeTree({ 'redomain.json': '{ "certificates": ["p.pem"], "rename": { "a.ex.ai": "b.ex.ai" } }' });
    makePipe(join(root, 'p.pem'));
    expect(() => loadPolicy({ cwd: root })).toThrow('"p.pem" is no regular file');
  });

  test('a URL is no file', () => {
    expect(faults({}, ['https://ex.ai/'])).toContain('"https://ex.ai/" is more than a domain; write ex.ai');
  });
});

describe('the rule of names', () => {
  const CASES: readonly [name: string, host: string][] = [
    ['ex.ai', 'ex.ai'],
    ['ex.ai', 'a.ex.ai'],
    ['*.ex.ai', 'a.ex.ai'],
    ['*.ex.ai', 'a.b.ex.ai'],
    ['*.ex.ai', 'ex.ai'],
    ['*.ex.ai', 'aex.ai'],
    ['*.b.ex.ai', 'a.b.ex.ai'],
    ['*.ai', 'ex.ai'],
    ['*.ex.ai', 'xn--bcher-kva.ex.ai'],
    ['ip:127.0.0.1', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
    ['*.0.0.1', '127.0.0.1'],
  ];

  test.each(CASES)('is that of OpenSSL: %s and %s', async (name, host) => {
    const certificate = new X509Certificate((await authority.issue({ names: [name] })).certificate);
    const isAddress = /^[\d.]+$/.test(host);
    const options = { subject: 'never', partialWildcards: false } as const;
    const theirs = isAddress ? certificate.checkIP(host) : certificate.checkHost(host, options);
    expect(namesIn(certificate.subjectAltName).some((own) => covers(own, host))).toBe(theirs !== undefined);
  });

  test('a name that holds a separator does not smuggle in another', async () => {
    const names = ['a.ex.ai, DNS:evil.ex.ai', 'b"c.ex.ai', 'f*.ex.ai', 'ok.ex.ai'];
    const { subjectAltName } = new X509Certificate((await authority.issue({ names })).certificate);
    expect(subjectAltName).toContain('DNS:evil.ex.ai');
    expect(namesIn(subjectAltName)).toEqual(['ok.ex.ai']);
    expect(namesIn(undefined)).toEqual([]);
  });

  test('long and broken names take linear time', () => {
    const started = performance.now();
    expect(namesIn(`DNS:${'"\\'.repeat(200_000)}`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
