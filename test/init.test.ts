import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project, redomain } from './cli-project.ts';

const TREE = {
  '.env': 'API_URL=https://api.ex.ai\n',
  'README.md': 'https://staging.ex.ai https://api-staging.ex.ai https://api.staging.ex.ai\n',
};
const read = (root: string) => readFileSync(join(root, 'redomain.yaml'), 'utf8');

describe('redomain init', () => {
  it('writes a configuration that the next commands take, and leaves nothing else', async () => {
    const root = project(TREE);
    const { status, stdout, stderr } = await redomain(root, ['init', '--yes', '--apex', 'EX.ai']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('wrote redomain.yaml: 2 environments');
    expect(stdout).toContain('redomain --write');
    expect(readdirSync(root).sort()).toEqual(['.env', 'README.md', 'redomain.yaml']);
    const hosts = await redomain(root, ['hosts']);
    expect(hosts.stdout).toMatch(/api\.staging\.ex\.ai\s+staging\.api\s+retired\s+2\s+2/);
    expect((await redomain(root, ['--check', '--no-diff'])).status).toBe(1);
  });

  it('is quiet when asked', async () => {
    const { status, stdout } = await redomain(project(TREE), ['init', '-y', '--apex', 'ex.ai', '--quiet']);
    expect([status, stdout]).toEqual([0, '']);
  });

  it('replaces no configuration without --force, and keeps the mode of the one that it replaces', async () => {
    const root = project({ ...TREE, 'redomain.yaml': 'mine\n' });
    const refused = await redomain(root, ['init', '--yes', '--apex', 'ex.ai']);
    expect([refused.status, read(root)]).toEqual([2, 'mine\n']);
    expect(refused.stderr).toContain('there is a configuration already: redomain.yaml\n  run `redomain` to use it');
    chmodSync(join(root, 'redomain.yaml'), 0o600);
    const forced = await redomain(root, ['init', '--yes', '--apex', 'ex.ai', '--force']);
    expect([forced.status, read(root).includes('apex: [ ex.ai ]')]).toEqual([0, true]);
    expect(statSync(join(root, 'redomain.yaml')).mode & 0o777).toBe(0o600);
  });

  it.each([
    [{ 'redomain.json': '{}' }, 'redomain.json'],
    [{ 'package.json': '{ "redomain": {} }' }, 'package.json'],
    [{ 'redomain.yaml': '', 'redomain.yml': '' }, 'redomain.yaml, redomain.yml'],
  ])('does not replace %j, not even with --force', async (files, shown) => {
    const root = project({ ...TREE, ...files });
    const { status, stderr } = await redomain(root, ['init', '--yes', '--apex', 'ex.ai', '--force']);
    expect([status, stderr.includes(`the configuration in ${shown} is not replaced`)]).toEqual([2, true]);
  });

  it('hides no configuration above without --force, and says that it governs a part of the repository alone', async () => {
    const root = project({ ...TREE, 'redomain.yaml': 'mine\n', '.git/HEAD': '', 'web/.env': TREE['.env'] });
    const web = join(root, 'web');
    const refused = await redomain(web, ['init', '--yes', '--apex', 'ex.ai']);
    expect([refused.status, readdirSync(web)]).toEqual([2, ['.env']]);
    expect(refused.stderr).toContain('there is a configuration above: ../redomain.yaml\n  run `redomain` to use it, or');
    const forced = await redomain(web, ['init', '--yes', '--apex', 'ex.ai', '--force']);
    expect(forced.stdout).toContain('it governs web/ alone; run init at the top of the repository');
    expect(read(root)).toBe('mine\n');
  });

  it('writes through no link', async () => {
    const root = project(TREE);
    symlinkSync('nowhere', join(root, 'redomain.yaml'));
    const { status, stderr } = await redomain(root, ['init', '--yes', '--apex', 'ex.ai']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('there is something else at redomain.yaml')]);
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  });

  it.each([
    [['init', '--apex', 'co.uk'], '--apex takes a domain that someone can register, not "co.uk"'],
    [['init', '--apex', 'https://ex.ai'], '--apex takes a domain'],
    [['--apex', 'ex.ai'], 'unknown flag --apex'],
    [['hosts', '--force'], 'unknown flag --force'],
    [['init', 'extra'], 'unexpected argument: extra'],
  ])('%j is refused', async (args, message) => {
    const { status, stderr } = await redomain(project(TREE), args);
    expect([status, stderr.includes(message)]).toEqual([2, true]);
  });
});

describe('redomain hosts without a configuration', () => {
  const tree = { ...TREE, 'a.md': 'https://github.com/a/b https://shop-1.a.run.app https://example.com\n' };

  it('lists the domains of the tree, the likeliest first, public services last', async () => {
    const { status, stdout } = await redomain(project(tree), ['hosts']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ex\.ai: 4 hosts, 4 occurrences in 2 files\n/);
    expect(stdout).toMatch(/api\.staging\.ex\.ai\s+staging\.backend\s+unknown\s+1\s+1\n/);
    expect(stdout).toContain('a.run.app: 1 host');
    expect(stdout).not.toContain('github.com');
    expect(stdout).toContain('4 domains; 2 not shown');
    expect((await redomain(project(tree), ['hosts', '--verbose'])).stdout).toContain('github.com: 1 host');
  });

  it('gives all of it to programs', async () => {
    const root = project(tree);
    const { stdout } = await redomain(root, ['hosts', '--apex', 'ex.ai', '--format', 'json']);
    const { domains, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ version: 1, root, command: 'hosts', beyond: 0 });
    expect(domains).toHaveLength(1);
    expect(domains[0]).toMatchObject({ domain: 'ex.ai', files: 2, occurrences: 4 });
    expect(domains[0].hosts).toContainEqual({
      ...{ host: 'api.ex.ai', state: 'unknown', service: 'production.backend', files: 1, occurrences: 1 },
      contexts: { names: [{ name: 'API_URL', count: 1 }], schemes: { https: 1 }, deprecated: 0 },
      byDirectory: { '.': { files: 1, occurrences: 1 } },
    });
  });

  it('takes paths, and says when there is nothing', async () => {
    const root = project({ ...tree, 'empty/a.md': 'nothing\n' });
    expect((await redomain(root, ['hosts', '.env'])).stdout).toMatch(/^ex\.ai: 1 host, 1 occurrence in 1 file\n/);
    expect((await redomain(root, ['hosts', 'empty'])).stdout).toBe('no host found\n');
  });
});

describe('redomain hosts with a configuration', () => {
  const config = 'apex: [ex.ai]\nenvironments:\n  production:\n    api:\n      host: api.ex.ai\n      retired: [api.old.ex.ai]\n';

  it('says beside the governed hosts what they are called', async () => {
    const root = project({ 'redomain.yaml': config, '.env': 'API_URL=https://api.old.ex.ai\n' });
    expect((await redomain(root, ['hosts'])).stdout).toMatch(/api\.old\.ex\.ai\s+production\.api\s+retired\s+2\s+2\s+API_URL\n/);
    const { hosts } = JSON.parse((await redomain(root, ['hosts', '--format', 'json'])).stdout);
    expect(hosts[0].contexts.names).toEqual([{ name: 'API_URL', count: 1 }]);
  });

  it('knows the states of the hosts of another domain that is asked for', async () => {
    const root = project({ 'redomain.yaml': config, '.env': 'API_URL=https://api.old.ex.ai\nX_URL=https://x.kelp.io\n' });
    const { domains } = JSON.parse(
      (await redomain(root, ['hosts', '--apex', 'ex.ai', '--apex', 'kelp.io', '--format', 'json'])).stdout,
    );
    const states = domains.flatMap((row: { hosts: { host: string; state: string }[] }) =>
      row.hosts.map(({ host, state }) => `${host} ${state}`),
    );
    expect(states.sort()).toEqual(['api.old.ex.ai retired', 'x.kelp.io unknown']);
  });
});
