import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, type Outcome, project, textsOf } from '../cli-project.ts';
import { giveAway, hasOrdinaryUser, NOBODY } from '../tree.ts';
import { copyBuiltCli, redomainProcess } from './cli-process.ts';

describe.skipIf(!hasOrdinaryUser).concurrent('permissions', () => {
  it('a directory that cannot be read is named', async () => {
    const root = project({ ...CLEAN, 'locked/a.md': 'https://api.old.ex.ai\n' });
    chmodSync(join(root, 'locked'), 0);
    const { stdout, stderr } = await asNobody(root, ['--write', '--no-diff']);
    chmodSync(join(root, 'locked'), 0o755);
    expect(stderr).toBe('');
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

/** Becomes nobody once Node has started, which may lie where nobody can enter. */
const BECOMING = `--import=data:text/javascript,${encodeURIComponent(`process.setgroups([]);process.setgid(${NOBODY});process.setuid(${NOBODY})`)}`;

/** Runs without the rights of a superuser, who may write everywhere: a copy of the program, as the clone may lie where nobody can enter. */
function asNobody(root: string, args: readonly string[]): Promise<Outcome> {
  if (process.getuid?.() !== 0) return redomainProcess(root, args);
  const home = project({});
  const cli = copyBuiltCli(home);
  for (const given of [root, home]) giveAway(given);
  return redomainProcess(root, args, { cli, env: { NODE_OPTIONS: BECOMING, XDG_STATE_HOME: join(home, 'state') } });
}
