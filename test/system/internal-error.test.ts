import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILES, project } from '../cli-project.ts';
import { redomainProcess } from './cli-process.ts';

describe.concurrent('an internal error', () => {
  it('is one line with a request, its stack only with --verbose, and exits 2', async () => {
    const root = project({
      ...FILES,
      'break.cjs': "Date.prototype.toISOString = () => { throw new RangeError('broken on purpose'); };\n",
    });
    const env = { NODE_OPTIONS: `--require=${JSON.stringify(join(root, 'break.cjs'))}` };
    expect(await redomainProcess(root, [], { env })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'redomain: internal error: broken on purpose (please report it with what --verbose prints)\n',
    });
    expect((await redomainProcess(root, ['--verbose'], { env })).stderr).toMatch(/RangeError: broken on purpose\n\s+at /);
  });
});
