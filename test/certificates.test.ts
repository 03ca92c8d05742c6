import { expect, test } from 'vitest';
import { uncovered } from '../src/checks/certificates.ts';
import { loadPolicy } from '../src/config/load.ts';
import { makeTree } from './tree.ts';

function reasons(certificates: readonly string[], hosts: readonly string[]): Record<string, string> {
  const services = Object.fromEntries(hosts.map((host, index) => [`s${index}`, { host }]));
  const { policy } = loadPolicy({
    cwd: makeTree({ 'redomain.json': JSON.stringify({ certificates, environments: { prod: services } }) }),
  });
  return Object.fromEntries(uncovered(policy).map(({ host, reason }) => [host, reason]));
}

test('no certificates named: nothing to say', () => {
  expect(reasons([], ['a.b.ex.ai'])).toEqual({});
});

test('a wildcard covers exactly one label in the first place', () => {
  expect(
    reasons(['Ex.ai', '*.ex.ai', '*.bücher.example'], ['ex.ai', 'api.EX.ai', 'https://api.ex.ai:8443/x', 'a.bücher.example']),
  ).toEqual({});
  expect(reasons(['*.ex.ai'], ['ex.ai', 'api.staging.ex.ai', 'notex.ai', 'localhost'])).toEqual({
    'ex.ai': 'no certificate for ex.ai: *.ex.ai covers one label below it, not ex.ai itself (RFC 9525)',
    'api.staging.ex.ai':
      'no certificate for api.staging.ex.ai: *.ex.ai covers exactly one label in place of the wildcard (RFC 9525), and api.staging is 2',
    'notex.ai': 'no certificate for notex.ai among *.ex.ai',
    localhost: 'no certificate for localhost among *.ex.ai',
  });
});

test('the nearest wildcard is named', () => {
  expect(reasons(['*.ex.ai', '*.staging.ex.ai'], ['a.b.staging.ex.ai'])['a.b.staging.ex.ai']).toContain(
    '*.staging.ex.ai covers exactly one label',
  );
});
