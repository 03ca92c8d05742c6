import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority } from '../certificate-authority.ts';
import { git, type Outcome, project } from '../cli-project.ts';
import { redomainProcess } from './cli-process.ts';
import { LOOPBACK, NAMES } from './loopback/servers.ts';

const example = fileURLToPath(new URL('../../examples/live', import.meta.url));
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const hasPython = spawnSync('python3', ['--version']).status === 0;

const STEPS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];

/** With LIVE_ALOUD=1, as `npm run example` has it, what is run and what it says is printed. */
function say(text: string): void {
  if (process.env.LIVE_ALOUD) console.log(text);
}

/** The example in a repository of its own beside its certificates, and what its programs run with. */
interface Stage {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly server: ChildProcess;
}

async function openStage(): Promise<Stage> {
  const authority = await makeAuthority();
  const leaf = await authority.issue({ names: ['example.test', '*.example.test'] });
  const above = project({
    'tls/authority.pem': authority.certificate,
    'tls/server.pem': leaf.certificate,
    'tls/key.pem': leaf.key,
  });
  const root = join(above, 'live');
  cpSync(example, root, { recursive: true });
  symlinkSync(modules, join(above, 'node_modules'));
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'the example');
  const tls = { TLS_CERT: join(above, 'tls/server.pem'), TLS_KEY: join(above, 'tls/key.pem') };
  const server = spawn(process.execPath, ['server.mjs'], {
    cwd: root,
    env: { ...process.env, ...tls, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
  say(`\nA server with a certificate for example.test and *.example.test: ${line}`);
  const trust = { NODE_EXTRA_CA_CERTS: join(above, 'tls/authority.pem'), SSL_CERT_FILE: join(above, 'tls/authority.pem') };
  const names = { NODE_OPTIONS: NAMES, PYTHONPATH: LOOPBACK, LOOPBACK_PORT: /\d+$/.exec(line)![0], PYTHONDONTWRITEBYTECODE: '1' };
  return { root, env: { ...trust, ...names }, server };
}

async function runProgram({ root, env }: Stage, command: string, ...args: string[]): Promise<Outcome> {
  const options = { cwd: root, env: { ...process.env, ...env }, timeout: 30_000 };
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const outcome = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      outcome[name] += text;
    });
  const [status] = (await once(child, 'close')) as [number | null];
  say(`\n$ ${[command, ...args].join(' ')}\n${outcome.stdout}${outcome.stderr}`.trimEnd());
  return { status, ...outcome };
}

/** Builds the client as its project does, which checks its types, and runs it. */
async function listen(stage: Stage): Promise<Outcome> {
  execFileSync(process.execPath, [join(modules, 'typescript/bin/tsc')], { cwd: stage.root });
  return runProgram(stage, 'node', 'dist/listen.js');
}

const monitor = (stage: Stage): Promise<Outcome> => runProgram(stage, 'python3', '-m', 'monitor');

async function migrate({ root, env }: Stage, ...args: string[]): Promise<Outcome> {
  const outcome = await redomainProcess(root, args, { env });
  say(`\n$ redomain ${args.join(' ')}\n${outcome.stdout}${outcome.stderr}`.trimEnd());
  return outcome;
}

/** What the programs said before and after the migration, and the migration itself. */
async function tell(stage: Stage) {
  const before = { client: await listen(stage), monitor: hasPython ? await monitor(stage) : undefined };
  const written = await migrate(stage, '--write');
  const checked = await migrate(stage, '--check', '--no-diff');
  const after = { client: await listen(stage), monitor: hasPython ? await monitor(stage) : undefined };
  return { before, written, checked, after };
}

describe('the live example', () => {
  let stage: Stage;
  let story: Awaited<ReturnType<typeof tell>>;
  beforeAll(async () => {
    stage = await openStage();
    story = await tell(stage);
  }, 300_000);
  afterAll(() => void stage?.server.kill());

  it('is migrated in one run, which leaves nothing to do', () => {
    expect(story.written).toMatchObject({ status: 0, stderr: '' });
    expect(story.checked).toMatchObject({ status: 0, stderr: '' });
    expect(git(stage.root, 'diff', '--name-only').trim().split('\n')).toEqual(['client/listen.ts', 'monitor/health.py']);
  });

  it('the client gets its five events after the migration, and before it fails for the certificate', () => {
    const { before, after } = story;
    expect(before.client).toMatchObject({ status: 1, stdout: '' });
    expect(before.client.stderr).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(before.client.stderr).toContain(
      "Host: api.staging.example.test. is not in the cert's altnames: DNS:example.test, DNS:*.example.test",
    );
    expect(after.client).toEqual({ status: 0, stdout: `${STEPS.join('\n')}\n`, stderr: '' });
  });

  it.skipIf(!hasPython)('the monitor gets its answer after it, and not before (skipped where there is no python3)', () => {
    const { before, after } = story;
    expect(before.monitor).toMatchObject({ status: 1, stdout: '' });
    expect(before.monitor!.stderr).toContain("certificate is not valid for 'api.staging.example.test'");
    expect(after.monitor).toEqual({ status: 0, stdout: 'ok\n', stderr: '' });
  });

  it('has a canonical host that answers with a certificate that covers it, and a retired one that it does not cover', async () => {
    const { status, stdout } = await migrate(stage, 'hosts', '--probe', '--check');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^api\.staging\.example\.test +staging\.backend +retired +no /m);
    expect(stdout).toMatch(/^staging\.example\.test:443 +127\.0\.0\.1 +yes +yes /m);
  });
});
