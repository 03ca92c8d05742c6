import { describe, expect, test } from 'vitest';
import type { Report } from '../src/types/report.ts';
import { git, project, redomain, textsOf, write } from './cli-project.ts';

const SERVICES = `apex: [ex.ai]
environments:
  staging:
    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }
    hub: { host: hub.ex.ai, scheme: wss, retired: [ws.old.ex.ai] }
`;
const CONFIG = `${SERVICES}modules:
  - { file: shared/hosts.py, import: shared.hosts, scope: ["**/*.py"], adopt: true }
`;
const HOSTS = `import os

from shared.base import SCHEME

HOSTS = {
    "API_URL": f"{SCHEME}://new.ex.ai",
    "HUB_URL": "wss://hub.ex.ai",
    "HUB_PATH": "wss://hub.ex.ai/ws",
}
API = os.environ["API_URL"]
`;
const FILES = {
  'redomain.yaml': CONFIG,
  'shared/__init__.py': '',
  'shared/base.py': 'SCHEME = "https"\nLINK_URL = "https://api.old.ex.ai/base"\n',
  'shared/hosts.py': HOSTS,
  'app.py': 'from shared.base import SCHEME\n\nURL = "https://api.old.ex.ai/x"\nHUB_URL = "wss://ws.old.ex.ai"\n',
};

async function reportOf(root: string, ...args: string[]): Promise<Report & { status: number | null }> {
  const { stdout, status } = await redomain(root, [...args, '--format', 'json']);
  return { ...(JSON.parse(stdout) as Report), status };
}

describe('an adopted module', () => {
  test('is never written, and serves references in its own words', async () => {
    const root = project(FILES);
    expect((await redomain(root, ['--write'])).status).toBe(0);
    const texts = textsOf(root);
    expect(texts['shared/hosts.py']).toBe(HOSTS);
    expect(texts['app.py']).toBe(
      'from shared.base import SCHEME\nfrom shared.hosts import HOSTS\n\n' +
        'URL = f"{HOSTS[\'API_URL\']}/x"\nHUB_URL = HOSTS["HUB_URL"]\n',
    );
    const again = await reportOf(root, '--check');
    expect([again.status, again.findings.filter(({ decision }) => decision !== 'keep')]).toEqual([0, []]);
  });

  test('gives no reference to what it imports itself', async () => {
    const root = project(FILES);
    await redomain(root, ['--write']);
    expect(textsOf(root)['shared/base.py']).toBe('SCHEME = "https"\nLINK_URL = "https://new.ex.ai/base"\n');
  });

  test('is told about by `redomain module`, with places', async () => {
    const root = project(FILES);
    const { stdout, status } = await redomain(root, ['module', '--check']);
    expect(stdout).toBe(
      [
        'shared/hosts.py  2 constants  adopted',
        '  shared/hosts.py:10  API is not used: read from the environment (API_URL), without a default',
        '  no symbol holds staging.backend.host, staging.backend.ws, staging.hub.host, staging.hub.url: text stays text there',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
    expect((await reportOf(root)).modules[0]).toMatchObject({
      status: 'current',
      constants: ['HOSTS["API_URL"]', 'HOSTS["HUB_URL"]'],
      adopted: { imports: ['shared/base.py'], unserved: [], ties: [] },
    });
  });

  test('that lacks a service is drift, says what to add, and stays so after a write', async () => {
    const root = project({ ...FILES, 'shared/hosts.py': HOSTS.replace('"wss://hub.ex.ai"', '"wss://hub.ex.ai/"') });
    const { stdout, status } = await redomain(root, ['module', '--check']);
    expect([status, stdout.split('\n')[1]]).toEqual([
      1,
      '  lacks "wss://hub.ex.ai" for staging.hub: until it is added, this service gets no references',
    ]);
    expect((await redomain(root, ['module', '--quiet'])).stdout.split('\n')).toHaveLength(3);
    const written = await reportOf(root, '--write');
    expect(written.status).toBe(1);
    expect(
      written.findings
        .filter(({ decision }) => decision !== 'keep')
        .map(({ rule, path, text, reason }) => [rule, path, text, reason]),
    ).toEqual([
      [
        'module-drift',
        'shared/hosts.py',
        'staging.hub',
        'the adopted module has no "wss://hub.ex.ai" for staging.hub; add it there',
      ],
    ]);
    expect(textsOf(root)['app.py']).toContain('HUB_URL = "wss://hub.ex.ai"');
    expect((await redomain(root, ['--check'])).status).toBe(1);
  });

  test('with a retired host in it is for review, and not written with --unsafe either', async () => {
    const text = `${HOSTS}EXTRA_URL = "https://api.old.ex.ai"\n`;
    const root = project({ ...FILES, 'shared/hosts.py': text });
    const report = await reportOf(root, '--write', '--unsafe');
    expect(
      report.findings.filter(({ decision }) => decision !== 'keep').map(({ rule, path, reasonCode }) => [rule, path, reasonCode]),
    ).toEqual([['needs-review', 'shared/hosts.py', 'adopted-module']]);
    expect(textsOf(root)['shared/hosts.py']).toBe(text);
  });

  test('with an e-mail address at a retired host is not written where others are', async () => {
    const text = `${HOSTS}HELP = "ops@api.old.ex.ai"\n`;
    const root = project({ ...FILES, 'shared/hosts.py': text, 'redomain.yaml': `${CONFIG}emails: literal\n` });
    const report = await reportOf(root, '--write', '--unsafe');
    expect(report.findings.filter(({ decision }) => decision === 'review').map(({ path, text }) => [path, text])).toEqual([
      ['shared/hosts.py', 'api.old.ex.ai'],
    ]);
    expect(textsOf(root)['shared/hosts.py']).toBe(text);
  });

  test('is matched by `symbols` where they name one, in either way of writing', async () => {
    const two = HOSTS.replace('"HUB_URL"', '"BACKUP": "https://new.ex.ai",\n    "HUB_URL"');
    const config = CONFIG.replace('adopt: true', 'adopt: true, symbols: { staging.backend.url: "HOSTS[\'BACKUP\']" }');
    const root = project({ ...FILES, 'shared/hosts.py': two, 'redomain.yaml': config });
    await redomain(root, ['--write']);
    expect(textsOf(root)['app.py']).toContain('URL = f"{HOSTS[\'BACKUP\']}/x"');
    write(root, 'redomain.yaml', CONFIG);
    expect((await redomain(root, ['module'])).stdout).toContain(
      '  staging.backend.url is HOSTS["API_URL"]; HOSTS["BACKUP"] would do as well: an entry under symbols settles it\n',
    );
  });

  test.each([
    ['API', '"API" cannot be known without running it (line 10: read from the environment (API_URL), without a default)'],
    ['HOSTS["HUB_PATH"]', '"HOSTS[\\"HUB_PATH\\"]" is "wss://hub.ex.ai/ws", and staging.hub.ws is "wss://hub.ex.ai"'],
    ['HOSTS["API_URI"]', '"HOSTS[\\"API_URI\\"]" is no text that the module exports'],
  ])('says what is wrong with a symbol: %s', async (symbol, message) => {
    const config = CONFIG.replace('adopt: true', `adopt: true, symbols: { staging.hub.ws: ${JSON.stringify(symbol)} }`);
    const { status, stderr } = await redomain(project({ ...FILES, 'redomain.yaml': config }), ['--check']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^redomain: redomain\.yaml:7:\d+ {2}modules\[0\]\.symbols\["staging\.hub\.ws"\]: /);
    expect(stderr).toContain(message);
  });

  test.each([
    [{}, 'modules[0].file: "shared/gone.py" does not exist; write it first, or leave adopt out, and redomain writes it'],
    [{ 'shared/gone.py': 'A = (\n' }, 'modules[0].file: "shared/gone.py" cannot be read: it does not parse, line 2'],
  ])('that cannot be read is a mistake of the configuration', async (files, message) => {
    const config = CONFIG.replaceAll('hosts', 'gone');
    const { status, stderr } = await redomain(project({ ...FILES, 'redomain.yaml': config, ...files }), []);
    expect([status, stderr.includes(message)]).toEqual([2, true]);
  });

  test('of two modules, the other one gets no references either', async () => {
    const config = `${CONFIG}  - { file: shared/more.py, import: shared.more, scope: ["**/*.py"] }\n`;
    const root = project({ ...FILES, 'redomain.yaml': config });
    expect((await redomain(root, ['--write'])).status).toBe(0);
    expect(textsOf(root)['shared/hosts.py']).toBe(HOSTS);
    expect(textsOf(root)['shared/more.py']).toContain('STAGING_BACKEND_URL: Final[str] = "https://new.ex.ai"');
  });

  test('is read anew where a file that it imports changes, with the cache as without', async () => {
    const root = project({ ...FILES, '.gitignore': 'shared/base.py\n.redomain/\n' });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'x');
    await redomain(root, ['--write']);
    git(root, 'commit', '-qam', 'y');
    expect((await redomain(root, ['--check', '--cache'])).status).toBe(0);
    expect((await redomain(root, ['--check', '--cache'])).status).toBe(0);
    write(root, 'shared/base.py', 'SCHEME = "http"\n');
    expect((await redomain(root, ['--check', '--cache'])).status).toBe(1);
  });
});

test('an adopted TypeScript module serves components, CommonJS and its own package by type', async () => {
  const config = `${SERVICES.replace('apex: [ex.ai]\n', '')}modules:
  - { file: web/hosts.ts, import: "@/hosts", scope: ["web/**/*.{ts,vue}"], adopt: true }
  - { file: srv/hosts.cjs, scope: ["srv/**/*.cjs"], adopt: true }
`;
  const root = project({
    'redomain.yaml': config,
    'web/tsconfig.json':
      '{ "compilerOptions": { "strict": true, "paths": { "@/*": ["./*"] }, "module": "esnext", "moduleResolution": "bundler" } }',
    'web/apex.ts': "export const APEX = 'ex.ai';\n",
    'web/hosts.ts':
      "import { APEX } from './apex';\n\nexport const HOSTS = { api: `https://new.${APEX}`, 'hub-ws': `wss://hub.${APEX}` } as const;\n",
    'web/client.ts': "import { APEX } from '@/apex';\n\nexport const url: string = 'https://api.old.ex.ai/' + APEX;\n",
    'web/typed.ts':
      "import { APEX } from '@/apex';\n\nexport const url: 'https://api.old.ex.ai' = 'https://api.old.ex.ai';\nexport { APEX };\n",
    'web/page.vue':
      "<script setup lang=\"ts\">\nimport { APEX } from '@/apex';\nconst hub = 'wss://ws.old.ex.ai';\n</script>\n<template>{{ hub + APEX }}</template>\n",
    'srv/hosts.cjs':
      "const API_URL = 'https://new.ex.ai';\nmodule.exports = { API_URL, hub: Object.freeze({ url: 'wss://hub.ex.ai' }) };\n",
    'srv/main.cjs':
      "const path = require('node:path');\n\nconst urls = ['https://api.old.ex.ai', 'wss://ws.old.ex.ai', path.sep];\n",
  });
  const { status, stderr } = await redomain(root, ['--write']);
  const texts = textsOf(root);
  expect(texts['web/client.ts']).toBe(
    "import { APEX } from '@/apex';\nimport { HOSTS } from '@/hosts';\n\nexport const url: string = `${HOSTS.api}/` + APEX;\n",
  );
  expect(texts['web/typed.ts']).toContain("export const url: 'https://new.ex.ai' = HOSTS.api;");
  expect(texts['web/page.vue']).toContain("import { HOSTS } from '@/hosts';\nconst hub = HOSTS['hub-ws'];\n");
  expect(texts['srv/main.cjs']).toContain(
    "const { API_URL, hub } = require('./hosts.cjs');\n\nconst urls = [API_URL, hub.url, path.sep];\n",
  );
  expect([status, stderr]).toEqual([0, '']);
});
