import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG, FILES, project, redomain } from '../../cli-project.ts';

/** Colour, a title, a link, a cleared screen, C1 controls, marks that turn the reading direction, a bell, a carriage return. */
const EVIL = '\u001b[31m\u001b]0;title\u0007\u001b]8;;http://evil\u0007\u001b[2J\u009b1m\u202egnp\u2066\u200f\u0008';
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const HOST = 'https://api.old.ex.ai';
const name = EVIL.replace(/\//g, '');

const TREE: Readonly<Record<string, string>> = {
  ...FILES,
  [`docs/${name}.md`]: `${EVIL} ${HOST}/${EVIL}\ndeprecated ${EVIL}: ${HOST}\n`,
  [`app/${name}.py`]: `U = { "${EVIL}key": "${HOST}/x", "bucket${EVIL}": "api.old.ex.ai" }\n`,
  [`${name}/a.conf`]: `${EVIL} = api.old.ex.ai\n`,
  'ignored.md': `${HOST} redomain-ignore -- reason ${EVIL}\n${HOST} redomain-ignore ${EVIL}\n`,
};

describe.concurrent('nothing of a file steers the terminal', () => {
  it.each([
    [[]],
    [['--verbose']],
    [['--check', '--verbose']],
    [['--quiet']],
    [['hosts']],
    [['module']],
    [['--write', '--verbose']],
  ])('text of %j', async (args) => {
    const { stdout, stderr } = await redomain(project(TREE), args);
    expect(UNSEEN.exec(stdout + stderr)).toBeNull();
  });

  it('undo, what it refuses, and its errors', async () => {
    const root = project(TREE);
    await redomain(root, ['--write']);
    writeFileSync(join(root, `docs/${name}.md`), 'mine');
    const refusing = await redomain(root, ['undo']);
    expect(refusing.stdout).toContain('refused docs/\\x1b[31m');
    expect(UNSEEN.exec(refusing.stdout + refusing.stderr)).toBeNull();
    expect(UNSEEN.exec((await redomain(root, ['undo', EVIL])).stderr)).toBeNull();
  });

  it.each([
    ['a key', `${EVIL}: 1\n${CONFIG}`],
    [
      'a host',
      CONFIG.replace(
        'api.old.ex.ai',
        `"api${EVIL.replace(/[\u0000-\u001f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}.ex.ai"`,
      ),
    ],
    ['a file', CONFIG.replace('shared/domains.py', '"../\\e[31m.py"')],
    ['a severity', `${CONFIG}rules: { retired-host: "\\e[31m" }\n`],
    ['syntax', `${CONFIG}\u202e: [\u001b[31m\n`],
    ['an alias', `${CONFIG}x: *\u001b[31m\n`],
  ])('errors that quote %s of the configuration', async (_, config) => {
    const { status, stdout, stderr } = await redomain(project({ ...FILES, 'redomain.yaml': config }), []);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(UNSEEN.exec(stdout + stderr)).toBeNull();
  });

  it('JSON is JSON, whatever names and texts hold', async () => {
    const lone = Buffer.concat([Buffer.from('\ufeffa https://api.old.ex.ai/', 'utf16le'), Buffer.from([0x00, 0xd8, 0x20, 0x00])]);
    const root = project({ ...TREE, 'lone.txt': lone });
    const { stdout } = await redomain(root, ['--format', 'json']);
    const report = JSON.parse(stdout);
    expect(Buffer.from(stdout).toString()).toBe(stdout);
    expect(report.files.map(({ path }: { path: string }) => path)).toContain(`docs/${name}.md`);
    await redomain(root, ['--write']);
    expect(readFileSync(join(root, 'lone.txt')).toString('latin1')).toBe(
      lone.toString('latin1').replace('a\0p\0i\0.\0o\0l\0d\0', 'n\0e\0w\0'),
    );
  });
});

it('no key of a repository’s git configuration runs anything', async () => {
  const root = project({ ...FILES, '.gitattributes': '* filter=x diff=x\n' });
  const [evil, mark] = [join(project({}), 'evil'), join(project({}), 'mark')];
  writeFileSync(evil, `#!/bin/sh\necho "$@" >> '${mark}'\n`);
  chmodSync(evil, 0o755);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  git('init', '--quiet');
  git('add', '--all');
  const keys =
    'core.fsmonitor core.sshCommand core.pager core.editor core.askPass core.gitProxy diff.external filter.x.clean filter.x.smudge filter.x.process diff.x.textconv gpg.program credential.helper pager.ls-files pager.check-ignore alias.ls-files alias.check-ignore'.split(
      ' ',
    );
  for (const key of keys) git('config', key, key.startsWith('alias') ? `!${evil}` : evil);
  const hooks = project({});
  for (const hook of ['post-index-change', 'fsmonitor-watchman', 'query-watchman', 'pre-commit', 'reference-transaction']) {
    execFileSync('cp', [evil, join(hooks, hook)]);
  }
  git('config', 'core.hooksPath', hooks);
  git('config', 'core.untrackedCache', 'true');

  git('ls-files', '--others');
  expect(existsSync(mark), 'plain git runs what core.fsmonitor names').toBe(true);
  rmSync(mark);
  for (const args of [[], ['--write'], ['hosts'], ['--check']]) expect((await redomain(root, args)).stderr).toBe('');
  writeFileSync(join(root, '.gitignore'), '*\n');
  rmSync(join(root, '.git/index'));
  rmSync(mark, { force: true });
  expect((await redomain(root, [])).stderr).toBe('');
  expect(existsSync(mark)).toBe(false);
});
