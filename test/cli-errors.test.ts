import { describe, expect, it } from 'vitest';
import { CLEAN, CONFIG, FILES, project, redomain, textsOf } from './cli-project.ts';

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
