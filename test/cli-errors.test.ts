import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, CONFIG, FILES, type Outcome, project, redomain, textsOf } from './cli-project.ts';

/** Runs, and demands that nothing was written and that the message is one for people. */
async function refused(files: Readonly<Record<string, string>>, args: readonly string[] = ['--write']): Promise<string> {
  const root = project(files);
  const { status, stdout, stderr } = await redomain(root, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^redomain: \S/);
  expect(stderr).not.toMatch(/\n\s+at .*\.js:\d+/);
  expect(textsOf(root)).toEqual(files);
  return stderr;
}

describe.concurrent('a configuration that cannot be used loses nothing and exits 2', () => {
  it.each<[string, string, RegExp]>([
    ['an unknown key', CONFIG.replace('apex', 'apexes'), /redomain\.yaml:1:1/],
    ['a wrong type', CONFIG.replace('[ex.ai]', '{ ex.ai: 1 }'), /redomain\.yaml:1:/],
    ['YAML that does not parse', `${CONFIG}  - { file: "x\n`, /redomain\.yaml:\d+:\d+/],
    ['a public suffix as apex', CONFIG.replace('[ex.ai]', '[co.uk]'), /redomain\.yaml:1:\d+[\s\S]*public suffix/],
    [
      'a host that is retired and canonical',
      CONFIG.replace('[api.old.ex.ai]', '[api.old.ex.ai, new.ex.ai]'),
      /redomain\.yaml:\d+:\d+/,
    ],
    ['a module outside the root', CONFIG.replace('file: shared/domains.py', 'file: ../domains.py'), /redomain\.yaml:8:\d+/],
    ['nothing at all', '', /redomain\.yaml/],
  ])('%s', async (_, config, place) => {
    expect(await refused({ ...FILES, 'redomain.yaml': config })).toMatch(place);
  });

  it('none', async () => {
    const { 'redomain.yaml': _, ...rest } = FILES;
    expect(await refused(rest)).toMatch(/redomain\.yaml/);
    expect(await refused(FILES, ['--config', 'missing.yaml'])).toContain('missing.yaml');
  });
});

describe.concurrent('bad input', () => {
  it('a path that does not exist', async () => {
    expect(await refused(FILES, ['--write', 'no-such-directory'])).toContain('no-such-directory');
  });

  it('an output that cannot be written is known before anything is done', async () => {
    expect(await refused(FILES, ['--write', '--output', 'no/such/report.txt'])).toContain('its directory does not exist');
    expect(await refused(FILES, ['--write', '--output', 'app'])).toContain('it is a directory');
  });

  it('a file that does not parse is named, and does not stop the others', async () => {
    const root = project({ ...CLEAN, 'app/bad.py': 'def (:\n  x = = "https://api.old.ex.ai"\n' });
    const { stdout } = await redomain(root, ['--write', '--no-diff']);
    expect(stdout).toContain('app/bad.py');
    expect(textsOf(root)['compose.yaml']).toContain('new.ex.ai');
  });

  it('a name with escapes cannot steer the terminal', async () => {
    const root = project({ ...CLEAN, 'docs/\u001b[31mred.md': 'https://api.old.ex.ai\n' });
    const { stdout } = await redomain(root, []);
    expect(stdout).not.toContain('\u001b');
    expect((await redomain(root, ['\u001b[31mmissing'])).stderr).not.toContain('\u001b');
  });
});

describe.concurrent('permissions', () => {
  it('a directory that cannot be read is named', async () => {
    const root = project({ ...CLEAN, 'locked/a.md': 'https://api.old.ex.ai\n' });
    chmodSync(join(root, 'locked'), 0);
    const { stdout } = await asNobody(root, ['--write', '--no-diff']);
    chmodSync(join(root, 'locked'), 0o755);
    expect(stdout).toContain('locked');
    expect(textsOf(root)['app/client.py']).toContain('STAGING_BACKEND_URL');
    expect(textsOf(root)['locked/a.md']).toBe('https://api.old.ex.ai\n');
  });

  it('a file that cannot be replaced is named, left as it was, and makes the exit code 2', async () => {
    const root = project({ ...CLEAN, 'ro/a.md': 'https://api.old.ex.ai\n' });
    chmodSync(join(root, 'ro'), 0o555);
    const { status, stdout } = await asNobody(root, ['--write', '--no-diff']);
    chmodSync(join(root, 'ro'), 0o755);
    expect(status).toBe(2);
    expect(stdout).toContain('Failed, left as they were: 1 file');
    expect(stdout).toContain('ro/a.md');
    expect(textsOf(root)['ro/a.md']).toBe('https://api.old.ex.ai\n');
    expect(textsOf(root)['compose.yaml']).toContain('new.ex.ai');
  });
});

/** Runs without the rights of a superuser, who may write everywhere. */
function asNobody(root: string, args: readonly string[]): Promise<Outcome> {
  if (process.getuid?.() !== 0) return redomain(root, args);
  for (const path of ['.', ...readdirSync(root, { recursive: true, encoding: 'utf8' })])
    chownSync(join(root, path), 65534, 65534);
  return redomain(root, args, { uid: 65534, gid: 65534 });
}

describe.concurrent('an internal error', () => {
  it('is one line with a request, its stack only with --verbose, and exits 2', async () => {
    const root = project({
      ...FILES,
      'break.cjs': "Date.prototype.toISOString = () => { throw new RangeError('broken on purpose'); };\n",
    });
    const env = { NODE_OPTIONS: `--require=${join(root, 'break.cjs')}` };
    expect(await redomain(root, [], { env })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'redomain: internal error: broken on purpose (please report it with what --verbose prints)\n',
    });
    expect((await redomain(root, ['--verbose'], { env })).stderr).toMatch(/RangeError: broken on purpose\n\s+at /);
  });
});
