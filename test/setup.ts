import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** The directories from this one up to the root. */
function upward(directory: string): string[] {
  const above = dirname(directory);
  return above === directory ? [directory] : [directory, ...upward(above)];
}

/** Whether a directory can hold projects that are in no repository, that another user can enter, and whose paths a shell takes as they are. */
function isFree(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK);
  } catch {
    return false;
  }
  const all = upward(realpathSync(directory));
  return !/[^\w./-]/.test(all[0]!) && all.every((one) => (statSync(one).mode & 0o001) !== 0 && !existsSync(join(one, '.git')));
}

/** Gives back the permissions below a directory that a test took away: without them nothing there can be removed. */
function open(directory: string): void {
  chmodSync(directory, 0o700);
  for (const entry of readdirSync(directory, { withFileTypes: true })) if (entry.isDirectory()) open(join(directory, entry.name));
}

/** What a variable is while the tests of a file run; it is set back afterwards. */
function set(name: string, value: string | undefined): void {
  const before = process.env[name];
  assign(name, value);
  afterAll(() => assign(name, before));
}

function assign(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

const umask = process.umask(0o022);
afterAll(() => void process.umask(umask));

// Each file of tests has a home, a state directory and a place for temporary files of its own, and no settings of git but a repository's.
const base = [tmpdir(), '/tmp', '/var/tmp'].find(isFree) ?? tmpdir();
const own = realpathSync(mkdtempSync(join(base, 'redomain-')));
chmodSync(own, 0o755);
afterAll(() => {
  open(own);
  rmSync(own, { recursive: true, force: true, maxRetries: 3 });
});
for (const name of ['tmp', 'home', 'state']) mkdirSync(join(own, name));

for (const name of Object.keys(process.env)) if (/^(?:GIT|XDG)_/.test(name)) set(name, undefined);
set('TMPDIR', join(own, 'tmp'));
set('HOME', join(own, 'home'));
set('XDG_STATE_HOME', join(own, 'state'));
set('GIT_CONFIG_NOSYSTEM', '1');
set('GIT_CONFIG_GLOBAL', '/dev/null');
