import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CLEAN, FILES, project } from '../cli-project.ts';
import { builtCli, redomainProcess } from './cli-process.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const load = (path: string) => parse(readFileSync(join(top, path), 'utf8'));

/** A directory for the PATH in which `redomain` is the built command line, and `npx` gives way to it. */
function onPath(): string {
  const folder = project({
    redomain: `#!/bin/sh\nexec "${process.execPath}" "${builtCli}" "$@"\n`,
    npx: '#!/bin/sh\nexec "$@"\n',
    npm: '#!/bin/sh\nexit 0\n',
  });
  for (const name of ['redomain', 'npx', 'npm']) chmodSync(join(folder, name), 0o755);
  return `${folder}${delimiter}${process.env.PATH}`;
}

function shell(script: string, cwd: string, env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_STEP_SUMMARY: '', PATH: onPath(), ...env },
  });
  return { status, stdout, stderr };
}

function whereIs(tool: string): string {
  return execFileSync('sh', ['-c', 'command -v "$0"', tool], { encoding: 'utf8' }).trim();
}

function git(cwd: string, ...words: string[]): string {
  return execFileSync('git', words, { cwd, encoding: 'utf8' });
}

describe('the hook of pre-commit', () => {
  const [hook] = load('.pre-commit-hooks.yaml') as [Record<string, unknown>];

  it('has the keys that pre-commit asks for, and no others than it knows', () => {
    const known = [
      'id',
      'name',
      'description',
      'entry',
      'language',
      'files',
      'exclude',
      'types',
      'require_serial',
      'pass_filenames',
    ];
    expect(Object.keys(hook).filter((key) => !known.includes(key))).toEqual([]);
    expect(hook).toMatchObject({ id: 'redomain', language: 'node', types: ['text'], require_serial: true });
    const manifest = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
    // pre-commit packs the clone with npm, which builds by this script, and links the programs under `bin`.
    expect(manifest.scripts.prepare).toBe('node scripts/prepare.mjs');
    expect(Object.keys(manifest.bin)).toContain(String(hook.entry).split(' ')[0]);
  });

  it('refuses a staged file with a retired host, and lets others pass', () => {
    const root = project(CLEAN);
    git(root, 'init', '--quiet');
    shell('redomain --write --quiet', root, {});
    git(root, 'add', '--all');
    const run = () => {
      const names = git(root, 'diff', '--staged', '--name-only', '-z', '--diff-filter=ACMRTUXB').split('\0').filter(Boolean);
      return shell(`${hook.entry} "$@"`.replace('"$@"', names.map((name) => `'${name}'`).join(' ')), root, {});
    };
    expect(run()).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(join(root, 'a b.md'), 'https://api.old.ex.ai\n');
    git(root, 'add', '--all');
    const { status, stdout } = run();
    expect(status).toBe(1);
    expect(stdout).toContain('a b.md:1:9  no-name-in-text  a constant cannot stand in text → new.ex.ai');
  });
});

describe('the action', () => {
  const action = load('action.yml') as {
    inputs: Record<string, { default: string }>;
    runs: { using: string; steps: Record<string, unknown>[] };
  };
  const scriptOf = (id: string): string => String(action.runs.steps.find((step) => step.id === id)!.run);

  it('is a composite action as GitHub documents it', () => {
    expect(Object.keys(action).sort()).toEqual(['description', 'inputs', 'name', 'outputs', 'runs']);
    expect(action.runs.using).toBe('composite');
    for (const { run, shell: name, uses } of action.runs.steps) {
      // Each step either runs a script in a named shell or uses an action of a pinned major version.
      expect(run === undefined ? /@v\d+$/.test(String(uses)) : name === 'bash').toBe(true);
      // What a user writes reaches a script through its environment alone.
      expect(String(run ?? '')).not.toContain('${{');
    }
    for (const { default: value } of Object.values(action.inputs)) expect(typeof value).toBe('string');
  });

  it.each([
    ['a tree with findings', FILES, 1],
    ['paths that are clean', FILES, 0, 'shared/__init__.py app/settings.py'],
    ['an error', {}, 2],
  ] as const)('its check, of %s', (_, files, expected, args?: string) => {
    const root = project(files);
    if (expected === 0) shell('redomain module --quiet', root, {});
    const output = join(project({ output: '' }), 'output');
    const env = { GITHUB_OUTPUT: output, INPUT_ARGS: args ?? '', INPUT_FORMAT: action.inputs.format!.default };
    const { status, stdout } = shell(scriptOf('check'), root, env);
    expect(status).toBe(expected);
    expect(readFileSync(output, 'utf8')).toBe(`exit-code=${expected}\n`);
    expect(stdout.includes('::error file=app/links.py')).toBe(expected === 1);
  });

  it('its report for code scanning does not fail on findings, but on errors', () => {
    const temporary = project({});
    const env = { RUNNER_TEMP: temporary, INPUT_ARGS: '' };
    expect(shell(scriptOf('sarif'), project(FILES), env).status).toBe(0);
    expect(JSON.parse(readFileSync(join(temporary, 'redomain.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(shell(scriptOf('sarif'), project({}), env).status).not.toBe(0);
  });

  it('its installation takes what is there, else builds what stands beside it and puts it on the PATH', () => {
    const place = project({ 'dist/bin/cli.js': '' });
    const temporary = project({ path: '' });
    const env = { GITHUB_ACTION_PATH: place, RUNNER_TEMP: temporary, GITHUB_PATH: join(temporary, 'path') };
    expect(shell(scriptOf('install'), place, env).status).toBe(0);
    expect(existsSync(join(temporary, 'redomain-bin'))).toBe(false);
    const without = project({ npm: '#!/bin/sh\nexit 0\n' });
    chmodSync(join(without, 'npm'), 0o755);
    // What else the script needs, and no redomain that may be installed beside it.
    for (const tool of ['bash', 'chmod', 'ln', 'mkdir']) symlinkSync(whereIs(tool), join(without, tool));
    expect(shell(scriptOf('install'), place, { ...env, PATH: without }).status).toBe(0);
    expect(readFileSync(join(temporary, 'path'), 'utf8')).toBe(`${temporary}/redomain-bin\n`);
    expect(existsSync(join(temporary, 'redomain-bin/redomain'))).toBe(true);
  });
});

describe('the examples', () => {
  const scripts = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, one]) =>
          key === 'run' && typeof one === 'string' ? [one] : key === 'script' ? (one as string[]) : scripts(one),
        );

  it('for GitLab: shards and their report', () => {
    const root = project(FILES);
    const jobs = load('examples/ci/gitlab-ci.yml');
    const { parallel } = jobs['redomain-shard'];
    for (let index = 1; index <= parallel; index++) {
      const env = { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(parallel) };
      expect(shell(jobs['redomain-shard'].script.join('\n'), root, env)).toMatchObject({ status: 0, stderr: '' });
    }
    expect(shell(jobs.redomain.script.join('\n'), root, {}).status).toBe(1);
    expect(JSON.parse(readFileSync(join(root, jobs.redomain.artifacts.reports.codequality), 'utf8')).length).toBeGreaterThan(3);
  });

  it('for GitHub: shards and their report', async () => {
    const root = project(FILES);
    const temporary = project({});
    const { jobs } = load('examples/ci/github-matrix.yml');
    const env = { RUNNER_TEMP: temporary };
    for (const index of jobs.shard.strategy.matrix.index) {
      const script = scripts(jobs.shard).join('\n').replaceAll('${{ matrix.index }}', String(index));
      expect(shell(script, root, env)).toMatchObject({ status: 0, stderr: '' });
    }
    // The runner downloads the reports into a directory.
    mkdirSync(join(temporary, 'redomain'));
    expect(shell('mv "$RUNNER_TEMP"/shard-*.json "$RUNNER_TEMP"/redomain/', root, env).status).toBe(0);
    const merged = shell(scripts(jobs.report).join('\n'), root, env);
    const whole = await redomainProcess(root, ['--check', '--format', 'github'], { env: { GITHUB_STEP_SUMMARY: '' } });
    expect(merged).toEqual(whole);
    for (const { uses } of [...jobs.shard.steps, ...jobs.report.steps]) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  it('for lint-staged and npm: the commands are those of redomain', () => {
    const { scripts: commands, 'lint-staged': staged } = JSON.parse(readFileSync(join(top, 'examples/ci/package.json'), 'utf8'));
    const root = project(FILES);
    expect(shell(commands['domains:check'], root, {}).status).toBe(1);
    expect(shell(commands.domains, root, {}).status).toBe(1);
    // lint-staged names files by their absolute paths.
    expect(shell(`${staged['*']} '${join(root, 'README.md')}'`, root, {}).status).toBe(1);
  });

  it('for CircleCI and pre-commit', () => {
    const { workflows, jobs } = load('examples/ci/circleci.yml');
    for (const name of workflows.check.jobs) expect(Object.keys(jobs)).toContain(name);
    const [{ hooks }] = load('examples/ci/pre-commit-config.yaml').repos;
    expect(load('.pre-commit-hooks.yaml').map(({ id }: { id: string }) => id)).toEqual(hooks.map(({ id }: { id: string }) => id));
  });
});
