import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const own = realpathSync(mkdtempSync(join(tmpdir(), 'redomain-tests-')));
afterAll(() => rmSync(own, { recursive: true, force: true, maxRetries: 3 }));

for (const name of ['tmp', 'home', 'state']) mkdirSync(join(own, name));
for (const name of Object.keys(process.env)) if (/^(?:GIT|XDG)_/.test(name)) delete process.env[name];
Object.assign(process.env, {
  TMPDIR: join(own, 'tmp'),
  HOME: join(own, 'home'),
  XDG_STATE_HOME: join(own, 'state'),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
});
