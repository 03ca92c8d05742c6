import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../src/config/address.ts';
import { loadPolicy } from '../src/config/load.ts';
import { configSchema } from '../src/config/schema.ts';
import { showAddress } from '../src/core/show-address.ts';
import { makeTree } from './tree.ts';

const YAML = `
$schema: ./redomain.schema.json
apex: [ex.ai, Bücher.example, ex.ai]
certificates: [ex.ai, "*.ex.ai"]
environments:
  staging:
    backend:
      host: New.ex.ai.
      bare: safe
      retired: [api.old.ex.ai, "backend-*.run.example.net"]
    web-socket:
      host: ws.ex.ai:8443/hub/
      scheme: WSS
      retired: ["ws://api.old.ex.ai", "*.sock.ex.ai"]
  prod:
    localApi:
      host: http://127.0.0.1:3000
rename:
  "**.old.ex.ai": "**.ex.ai"
  bücher.ex.ai/a/b: books.ex.ai/b
  "old.ex.ai:8443": new.ex.ai
modules:
  - { file: ./shared/domain_config.py }
  - { file: lib/domains.ts, import: "@/lib/domains", scope: ["./app/**"] }
deliver:
  - { files: [docs/], as: keep }
rules: { unknown-host: off }
`;

describe('policy', () => {
  const root = makeTree({ 'redomain.yaml': YAML, 'a/b.txt': '' });
  const { policy, problems: _, ...found } = loadPolicy({ cwd: path.join(root, 'a') });

  test('is found upward, with the root', () => {
    expect(found).toEqual({ root, configPath: path.join(root, 'redomain.yaml') });
    expect(policy.configFile).toBe('redomain.yaml');
  });
  test('has domains and hosts in lower case ASCII, each once', () => {
    expect(policy.apex).toEqual(['ex.ai', 'xn--bcher-kva.example']);
    expect(policy.services.map(({ key, canonical, bare }) => [key, canonical, bare])).toEqual([
      ['staging.backend', { host: 'new.ex.ai' }, 'safe'],
      ['staging.web-socket', { scheme: 'wss', host: 'ws.ex.ai', port: '8443', path: '/hub' }, undefined],
      ['prod.localApi', { scheme: 'http', host: '127.0.0.1', port: '3000' }, undefined],
    ]);
  });
  test('has entries by precedence: scheme, path, port, exact host, fewer wildcards, order', () => {
    expect(
      policy.entries.map(({ from, to, service }) => `${showAddress(from)} → ${showAddress(to)} ${service ?? 'rename'}`),
    ).toEqual([
      'ws://api.old.ex.ai → wss://ws.ex.ai:8443/hub staging.web-socket',
      'xn--bcher-kva.ex.ai/a/b → books.ex.ai/b rename',
      'old.ex.ai:8443 → new.ex.ai rename',
      'api.old.ex.ai → new.ex.ai staging.backend',
      'backend-*.run.example.net → new.ex.ai staging.backend',
      '*.sock.ex.ai → wss://ws.ex.ai:8443/hub staging.web-socket',
      '**.old.ex.ai → **.ex.ai rename',
    ]);
  });
  test('has modules with their constants', () => {
    expect(policy.modules.map(({ bindings, ...rest }) => rest)).toEqual([
      { file: 'shared/domain_config.py', language: 'python', import: 'shared.domain_config', scope: ['**/*.py'] },
      { file: 'lib/domains.ts', language: 'typescript', import: '@/lib/domains', scope: ['app/**'] },
    ]);
    expect(policy.modules[0]!.bindings.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'STAGING_BACKEND_HOST=new.ex.ai',
      'STAGING_BACKEND_URL=https://new.ex.ai',
      'STAGING_BACKEND_WS_URL=wss://new.ex.ai',
      'STAGING_WEB_SOCKET_HOST=ws.ex.ai:8443',
      'STAGING_WEB_SOCKET_URL=https://ws.ex.ai:8443/hub',
      'STAGING_WEB_SOCKET_WS_URL=wss://ws.ex.ai:8443/hub',
      'PROD_LOCAL_API_HOST=127.0.0.1:3000',
      'PROD_LOCAL_API_URL=http://127.0.0.1:3000',
      'PROD_LOCAL_API_WS_URL=ws://127.0.0.1:3000',
    ]);
  });
  test('has the rest, with defaults', () => {
    expect(policy.deliver).toEqual([{ files: ['docs/**'], as: 'keep' }]);
    expect(policy.emails).toBe('keep');
    expect(policy.rules).toEqual({ 'unknown-host': 'off' });
  });
  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });
});

describe('forms of the file', () => {
  const body = { environments: { s: { a: { host: 'a.ex.ai' } } } };
  test.each([
    ['redomain.json', JSON.stringify(body, null, '\t')],
    ['package.json', JSON.stringify({ name: 'x', redomain: body })],
    ['redomain.yml', '\ufeffenvironments:\r\n  s:\r\n    a: { host: a.ex.ai }\r\n'],
  ])('%s', (file, text) => {
    const { policy } = loadPolicy({ cwd: makeTree({ [file]: text }) });
    expect(policy.configFile).toBe(file);
    expect(policy.services[0]!.canonical).toEqual({ host: 'a.ex.ai' });
  });
  test('package.json without the key is passed over', () => {
    const root = makeTree({
      'redomain.yaml': JSON.stringify(body),
      'a/package.json': '{"dependencies": {"redomain": "1"}}',
      'b/package.json': '{"redomain',
    });
    expect(loadPolicy({ cwd: path.join(root, 'a') }).root).toBe(root);
    expect(loadPolicy({ cwd: path.join(root, 'b') }).root).toBe(root);
  });
  test('--config names a file anywhere, whose directory is the root', () => {
    const root = makeTree({ 'sub/other.yaml': JSON.stringify(body) });
    expect(loadPolicy({ cwd: root, config: 'sub/other.yaml' })).toMatchObject({
      root: path.join(root, 'sub'),
      policy: { configFile: 'other.yaml' },
    });
  });
  test('anchors and merge keys', () => {
    const text = 'environments:\n  s:\n    a: &a { host: a.ex.ai, bare: safe }\n    b: { <<: *a, host: b.ex.ai }\n';
    expect(loadPolicy({ cwd: makeTree({ 'redomain.yaml': text }) }).policy.services[1]).toMatchObject({
      canonical: { host: 'b.ex.ai' },
      bare: 'safe',
    });
  });
  test('names patterns', () => {
    const names = { host: 'D_{SERVICE}_{ENVIRONMENT}', url: 'U_{SERVICE}_{ENVIRONMENT}' };
    const text = JSON.stringify({ ...body, names, modules: [{ file: 'd.mjs' }] });
    const bindings = loadPolicy({ cwd: makeTree({ 'redomain.json': text }) }).policy.modules[0]!.bindings;
    expect(bindings.map(({ name, part }) => `${name} ${part}`)).toEqual(['D_A_S host', 'U_A_S url', 'S_A_WS_URL ws']);
  });
});

describe('addresses', () => {
  test.each([
    ['api.ex.ai', { host: 'api.ex.ai' }],
    ['HTTPS://API.Ex.Ai:8443/Docs/', { scheme: 'https', host: 'api.ex.ai', port: '8443', path: '/Docs' }],
    ['ex.ai/', { host: 'ex.ai' }],
    ['localhost:3000', { host: 'localhost', port: '3000' }],
    ['münchen。ex.ai', { host: 'xn--mnchen-3ya.ex.ai' }],
    ['a_b.ex.ai.', { host: 'a_b.ex.ai' }],
    ['**.bücher.ex.ai', { host: '**.xn--bcher-kva.ex.ai' }],
    ['x-*-*.ex.ai', { host: 'x-*-*.ex.ai' }],
  ])('%s', (written, address) => {
    expect(parseAddress(written, 'wildcards')).toEqual({ address });
  });
  test.each([
    '',
    '//ex.ai',
    '://ex.ai',
    '[::1]:80',
    'a:b:c',
    'ex.ai:',
    'ex.ai:080',
    'ex.ai/a b',
    'ex.ai/*',
    'ex.ai#x',
    'a,b',
    'bü*.ex.ai',
    '***.ex.ai',
  ])('refused: %j', (written) => {
    expect(parseAddress(written, 'wildcards')).toHaveProperty('fault');
  });
});

test('the JSON Schema describes every key', () => {
  const schema = configSchema() as { properties: Record<string, { description?: string }>; additionalProperties: boolean };
  expect(Object.keys(schema.properties)).toContain('environments');
  expect(Object.values(schema.properties).every(({ description }) => description)).toBe(true);
  expect(schema.additionalProperties).toBe(false);
});
