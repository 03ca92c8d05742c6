import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/config/load.ts';
import { recordOf } from '../src/core/records.ts';
import { rankDomains } from '../src/propose/domains.ts';
import { propose } from '../src/propose/propose.ts';
import { yamlText } from '../src/propose/yaml-text.ts';
import type { Projects } from '../src/survey/projects.ts';
import { createLook, type Survey } from '../src/survey/survey.ts';
import { proposalsOfModules } from '../transforms/languages.ts';

const NO_PROJECTS: Projects = { names: [], homes: [], packages: new Map() };

/** The survey of files that are only here. */
const PROPOSALS = await proposalsOfModules();

function surveyOf(files: Readonly<Record<string, string>>, apexes: readonly string[]): Survey {
  const look = createLook(apexes);
  for (const [path, text] of Object.entries(files)) look.at(path, Buffer.from(text));
  return { listed: Object.keys(files).sort(), scanned: Object.keys(files).length, bytes: 0, ...look.result() };
}

/** What is proposed for `apexes`, as a policy; fails where it is not valid. */
function proposed(files: Readonly<Record<string, string>>, apexes: readonly string[], projects = NO_PROJECTS) {
  const found = surveyOf(files, apexes);
  const domains = rankDomains(found.hosts, projects).filter(({ domain }) => apexes.includes(domain));
  const proposal = propose(found, projects, domains, PROPOSALS);
  const text = yamlText(proposal, 'head');
  return { proposal, text, policy: readPolicy(text, '/root/redomain.yaml', 'redomain.yaml').policy };
}

/** `environment.service: host ← retired`, one line for each service. */
function servicesOf(files: Readonly<Record<string, string>>, apex = 'ex.ai'): string[] {
  const { environments } = proposed(files, [apex]).proposal;
  return environments.flatMap(({ name, services }) =>
    services.map((service) => {
      const retired = service.retired.map(({ value }) => value);
      return `${name}.${service.name}: ${service.host.value}${retired.length > 0 ? ` ← ${retired.join(' ')}` : ''}`;
    }),
  );
}
const lines = (count: number, text: string) => `${text}\n`.repeat(count);

describe('canonical and retired', () => {
  it('a host with more labels gives way to one with one label of the same environment', () => {
    expect(servicesOf({ 'a.md': lines(9, 'https://api.staging.ex.ai') + lines(3, 'https://api-staging.ex.ai') })).toEqual([
      'staging.api: api-staging.ex.ai ← api.staging.ex.ai',
    ]);
  });

  it('what the code calls it decides between the host of the service and that of the environment', () => {
    const old = lines(9, 'https://api.staging.ex.ai');
    const both = lines(3, 'https://staging.ex.ai') + lines(3, 'https://api-staging.ex.ai');
    expect(servicesOf({ 'a.md': old + both })).toContain('staging.api: api-staging.ex.ai ← api.staging.ex.ai');
    expect(servicesOf({ 'a.md': `${old}${both}API_URL=https://staging.ex.ai\n` })).toContain(
      'staging.api: staging.ex.ai ← api.staging.ex.ai',
    );
  });

  it('without such a host, and in production, more labels are no reason', () => {
    expect(servicesOf({ 'a.md': lines(9, 'https://api.staging.ex.ai https://gateway.api.ex.ai') })).toEqual([
      'staging.api: api.staging.ex.ai',
      'production.gateway-api: gateway.api.ex.ai',
    ]);
  });

  it('what is no service of the web stays unknown', () => {
    const text = lines(5, 'https://staging.ex.ai CLICKHOUSE_HOST=clickhouse.staging.ex.ai mysql://api.staging.ex.ai');
    expect(servicesOf({ 'a.md': text })).toEqual(['staging.site: staging.ex.ai']);
  });

  it('of two spellings the one that stands there at least twice as often is canonical', () => {
    expect(servicesOf({ 'a.md': lines(4, 'https://api-staging.ex.ai') + lines(2, 'https://staging-api.ex.ai') })).toEqual([
      'staging.api: api-staging.ex.ai ← staging-api.ex.ai',
    ]);
  });

  it('two that are equally frequent are a question', () => {
    const { proposal, text } = proposed({ 'a.md': lines(3, 'https://api-staging.ex.ai https://staging-api.ex.ai') }, ['ex.ai']);
    expect(proposal.environments).toEqual([]);
    expect(proposal.questions).toMatchObject([
      { environment: 'staging', service: 'backend', hosts: [{ value: 'api-staging.ex.ai' }, { value: 'staging-api.ex.ai' }] },
    ]);
    expect(text).toContain('Not known: which is the host of staging.backend');
    const between = { 'a.md': lines(3, 'https://api-staging.ex.ai https://staging-api.ex.ai https://api.staging.ex.ai') };
    expect(proposed(between, ['ex.ai']).proposal.questions).toHaveLength(1);
  });

  it('backups and records do not count when hosts are weighed', () => {
    const live = lines(3, 'https://api-staging.ex.ai');
    const record = lines(50, 'https://staging-api.ex.ai');
    expect(servicesOf({ 'a.md': `${live}https://staging-api.ex.ai\n`, 'backup/b.md': record, 'logs/c.log': record })).toEqual([
      'staging.api: api-staging.ex.ai ← staging-api.ex.ai',
    ]);
  });

  it('hosts of a platform become one pattern for the service that they are of', () => {
    const platform = ['a1b2c3-uc', 'd4e5f6-uc', '123456'].map((id) => `https://shop-api-staging-${id}.a.run.app\n`).join('');
    const { proposal } = proposed({ 'a.md': `${lines(3, 'https://api-staging.shop-now.com')}${platform}` }, ['shop-now.com']);
    expect(proposal.environments[0]!.services[0]!.retired.map(({ value }) => value)).toEqual(['shop-api-staging-*.a.run.app']);
    const others = platform.replaceAll('shop', 'tool');
    const apart = proposed({ 'a.md': `${lines(3, 'https://api-staging.shop-now.com')}${others}` }, ['shop-now.com']);
    expect(apart.proposal.environments[0]!.services[0]!.retired).toEqual([]);
  });

  it('a host that is only called by WebSocket has its scheme', () => {
    const { policy } = proposed({ 'a.md': lines(3, 'wss://ws-staging.ex.ai') }, ['ex.ai']);
    expect(policy.services[0]).toMatchObject({ key: 'staging.ws', canonical: { scheme: 'wss', host: 'ws-staging.ex.ai' } });
  });

  it('services of several domains keep apart', () => {
    const { policy } = proposed({ 'a.md': lines(3, 'https://api.ex.ai https://api.other.io') }, ['ex.ai', 'other.io']);
    expect(policy.services.map(({ key, canonical }) => `${key} ${canonical.host}`)).toEqual([
      'production.api api.ex.ai',
      'production.api-other-io api.other.io',
    ]);
  });

  it('names never give the same constant twice', () => {
    const { policy } = proposed({ 'a.md': lines(3, 'https://api.ex.ai https://ws-api.ex.ai https://api-ws.ex.ai') }, ['ex.ai']);
    expect(policy.services.map(({ name }) => name)).toEqual(['api-ws-2', 'api', 'ws-api']);
  });
});

describe('domain modules', () => {
  const url = 'URL = "https://api.ex.ai"\n';
  const modulesOf = (files: Readonly<Record<string, string>>, packages: readonly [string, boolean][] = []) => {
    const { proposal } = proposed(files, ['ex.ai'], { ...NO_PROJECTS, packages: new Map(packages) });
    return { modules: proposal.modules.map(({ why: _, ...module }) => module), notes: proposal.moduleNotes };
  };

  it('stand in the package that is shared, else in the one with most of the hosts', () => {
    const files = { 'core/__init__.py': '', 'app/__init__.py': '', 'app/a.py': url, 'tests/__init__.py': '', 'tests/a.py': url };
    expect(modulesOf(files).modules).toEqual([{ file: 'core/domains.py', import: 'core.domains' }]);
    const { 'core/__init__.py': _, ...rest } = files;
    expect(modulesOf(rest).modules).toEqual([{ file: 'app/domains.py', import: 'app.domains' }]);
    expect(modulesOf({ 'src/app/__init__.py': '', 'src/app/a.py': url, 'src/app/domains.py': '' }).modules).toEqual([
      { file: 'src/app/domain_hosts.py', import: 'app.domain_hosts' },
    ]);
    expect(modulesOf({ 'a.py': url }).modules).toEqual([{ file: 'domains.py', import: 'domains' }]);
  });

  it('stand in each package of TypeScript, the inner ones first', () => {
    const files = {
      'tsconfig.json': '',
      'src/a.ts': url,
      'web/tsconfig.json': '',
      'web/lib/x.ts': '',
      'web/app/[id]/a.tsx': url,
    };
    expect(modulesOf(files).modules).toEqual([
      { file: 'web/lib/domains.ts', scope: ['web/**/*.{ts,tsx}'] },
      { file: 'src/domains.ts' },
    ]);
  });

  it('for JavaScript are as its files import: CommonJS where most of them use require', () => {
    const required = `const a = require('a');\n${url}`;
    const imported = `import a from 'a';\n${url}module.exports = a;\n`;
    const fileOf = (text: string, esm: boolean) => modulesOf({ 'a.js': text, 'b.js': url }, [['', esm]]).modules[0]!.file;
    expect(modulesOf({ 'a.js': url }, [['', true]])).toEqual({ modules: [{ file: 'domains.js' }], notes: [] });
    expect(modulesOf({ 'lib/a.js': required }, [['', false]]).modules).toEqual([{ file: 'lib/domains.cjs' }]);
    expect(modulesOf({ 'x/a.js': `${url}exports.a = 1;\n` }, [['x', false]]).modules).toEqual([
      { file: 'x/domains.cjs', scope: ['x/**/*.{js,cjs}'] },
    ]);
    expect([fileOf(required, false), fileOf(imported, false), fileOf(required, true)]).toEqual(Array(3).fill('domains.js'));
  });

  it('stand at the root where no manifest says where a package begins', () => {
    expect(modulesOf({ 'src/a.ts': url }).modules).toEqual([{ file: 'src/domains.ts' }]);
  });

  it('that exist are mentioned', () => {
    const { notes } = modulesOf({ 'shared/domain_config.py': url.repeat(3), 'tests/test_domain_config.py': url.repeat(9) });
    expect(notes).toEqual([
      'shared/domain_config.py (3) looks like a module of their constants already. Where such a file is to be the domain module, write { file: shared/domain_config.py, adopt: true } in place of a new one',
    ]);
  });

  it('that exist are told from files that only name a host by the number of their hosts', () => {
    const two = url + url.replace('api.', 'auth.') + url;
    const noteOf = (path: string, text: string) => modulesOf({ [path]: text }).notes.map((note) => /^\S+/.exec(note)![0]);
    expect(noteOf('web/config.ts', two)).toEqual(['web/config.ts']);
    expect(noteOf('lib/config/index.js', two)).toEqual(['lib/config/index.js']);
    expect(noteOf('web/config.ts', url.repeat(3))).toEqual([]);
    expect(noteOf('web/next.config.mjs', two)).toEqual([]);
    expect(noteOf('scripts/merge-client-endpoints.ts', url.repeat(7))).toEqual([]);
    expect(modulesOf({ 'src/app/constants.py': two }).notes[0]).toContain(
      '{ file: src/app/constants.py, import: app.constants, adopt: true }',
    );
  });
});

describe('records', () => {
  const day = '20[0-9][0-9]{-,_,.,}[01][0-9]{-,_,.,}[0-3][0-9]';
  it.each<[string, string | undefined]>([
    ['backup/a.py', 'ignore backup/**'],
    ['a/backup_2025/b.py', 'ignore a/backup_2025/**'],
    ['a.py.backup.2025', 'ignore **/*.backup.*'],
    ['a.bak', 'ignore **/*.{backup,bak,orig}'],
    ['vendor/a.go', 'ignore vendor/**'],
    ['logs/a.txt', 'keep logs/**'],
    ['a/server.log', 'keep **/*.{log,log.[0-9]*}'],
    ['reports/a.md', 'keep reports/**'],
    ['app/test-results/a.xml', 'keep app/test-results/**'],
    ['a/__snapshots__/b.snap', 'keep a/__snapshots__/**'],
    ['a/CHANGELOG.md', 'keep **/CHANGELOG.md'],
    ['web/dist/a.js', 'keep web/dist/**'],
    ['a.min.js', 'keep **/*.{min.js,min.css,min.mjs,js.map,css.map,mjs.map,cjs.map}'],
    ['web/pnpm-lock.yaml', 'keep **/pnpm-lock.yaml'],
    ['app/e2e_test_results.json', 'keep **/*test{-,_}result{,s}.{md,txt,json,jsonl,xml,html,csv,tsv,yml,yaml}'],
    ['notes/outage-2025-09-14.md', `keep **/*${day}*.{md,rst,adoc,txt}`],
    ['notes/2025_09_14_outage.md', `keep **/*${day}*.{md,rst,adoc,txt}`],
    ['probe_20250915_132005.json', `keep **/*${day}{-,_,.,T,}[0-2][0-9]*.{json,jsonl,ndjson,csv,tsv,xml,html}`],
    ['openapi-2024-01-01.json', undefined],
    ['guide-20250199.md', undefined],
    ['tests/test_results.py', undefined],
    ['latest-results.json', undefined],
    ['app/reports/views.py', undefined],
    ['reports/build.py', undefined],
    ['app/logs/index.ts', undefined],
    ['src/backups.ts', undefined],
    ['scripts/collect_logs_v2.py', undefined],
    ['changelog.ts', undefined],
  ])('%s: %s', (path, kind) => {
    const record = recordOf(path);
    expect(record && `${record.as} ${record.glob}`).toBe(kind);
    if (record) expect(picomatch(record.glob, { dot: true })(path)).toBe(true);
    if (record?.narrow && path.includes('.')) expect(picomatch(record.narrow, { dot: true })(path)).toBe(true);
  });

  it('are proposed only where they stand in the tree and name a host', () => {
    const host = 'https://api.ex.ai\n';
    const files = {
      'a.md': host,
      'backup/a.md': host,
      'logs/empty.log': '',
      'reports/a.md': host,
      'reports/make.py': `# ${host}`,
    };
    expect(proposed(files, ['ex.ai']).policy.deliver.map(({ files: globs = [], as }) => [as, ...globs])).toEqual([
      ['ignore', 'backup/**'],
      ['keep', expect.stringMatching(/^reports\/\*\*\/\*\.\{md,/)],
    ]);
  });
});

describe('whatever the tree names', () => {
  const label = fc.oneof(
    fc.constantFrom(
      'api',
      'staging',
      'stg',
      'auth',
      'app',
      'ws',
      'www',
      'api-staging',
      'staging-api',
      'api-ws',
      'ws-api',
      'prod',
      'db',
    ),
    fc.constantFrom('constructor', '__proto__', 'true', 'null', '123', '-a', 'a-', 'a_b', 'pr-12', '*', '', 'class', 'x--y'),
    fc.stringMatching(/^[a-z0-9-]{1,8}$/),
  );
  const host = fc
    .tuple(fc.array(label, { maxLength: 3 }), fc.constantFrom('ex.ai', 'other.io', 'shop-api-staging-a1b2.a.run.app'))
    .map(([labels, domain]) => [...labels, domain].join('.'));
  const line = fc
    .tuple(fc.constantFrom('', 'API_URL=', 'ws: wss://', 'https://', 'x = "https://', '# DEPRECATED '), host, fc.nat({ max: 4 }))
    .map(([before, name, count]) => lines(count + 1, before + name));
  const path = fc.constantFrom(
    ...['a.py', 'app/__init__.py', 'app/a.py', 'web/tsconfig.json', 'web/a.ts', 'we[i]rd (1)/tsconfig.json', 'we[i]rd (1)/a.ts'],
    ...[
      'a\\b/tsconfig.json',
      'a\\b/c.ts',
      '~/tsconfig.json',
      '~/a.ts',
      '*+(x)/tsconfig.json',
      '*+(x)/a.ts',
      '{a}/a.ts',
      '!x/logs/a.txt',
    ],
    ...[
      'backup\n/a.md',
      'bäckup/a.md',
      'logs/a b.log',
      '*/backup/a.md',
      'a/b/c/d/e/backup/a.md',
      'class/__init__.py',
      'class/a.py',
    ],
  );
  const tree = fc.dictionary(
    path,
    fc.array(line, { maxLength: 8 }).map((all) => all.join('')),
    { maxKeys: 10 },
  );

  it('a proposal for many thousand hosts takes no longer than reading them', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => {
      const platform = `https://shop-api-staging-a${index}b.a.run.app`;
      return `https://h${index}.ex.ai https://api-h${index}.ex.ai https://api.h${index}.staging.ex.ai https://staging.ex.ai https://h${index}.io ${platform}\n`;
    });
    const start = process.cpuUsage();
    const { policy } = proposed({ 'logs/a.md': many.join(''), 'a.md': many.join('').repeat(3) }, ['ex.ai']);
    const { user, system } = process.cpuUsage(start);
    expect(policy.entries.filter(({ service }) => service === 'staging.api')).toHaveLength(50);
    expect((user + system) / 1000).toBeLessThan(60_000);
  });

  it('the proposal is valid', () => {
    fc.assert(
      fc.property(tree, (files) => {
        const found = surveyOf(files, ['ex.ai', 'other.io']);
        fc.pre(found.hosts.some(({ domain }) => domain === 'ex.ai' || domain === 'other.io'));
        const { policy, proposal } = proposed(files, ['ex.ai', 'other.io']);
        const written = proposal.environments.flatMap(({ services }) => services);
        expect(policy.services.length).toBe(written.length);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
