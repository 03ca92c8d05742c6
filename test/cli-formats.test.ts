import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log, Replacement } from 'sarif';
import { describe, expect, it } from 'vitest';
import { splice } from '../src/core/edits.ts';
import { lineStarts } from '../src/core/positions.ts';
import { FILES, project, redomain, textsOf } from './cli-project.ts';
import { gitlabFaults, parseXml, rdjsonFaults, renderedMarkdown, sarifFaults, workflowCommands } from './formats.ts';

const POLYGLOT = fileURLToPath(new URL('../examples/polyglot', import.meta.url));

/** A copy of the bundled example. */
function polyglot(): string {
  const root = project({});
  cpSync(POLYGLOT, root, { recursive: true });
  return root;
}

async function checked(
  root: string,
  format: string,
  env: Record<string, string> = {},
  flags: readonly string[] = [],
): Promise<string> {
  const { status, stdout, stderr } = await redomain(root, ['--check', '--format', format, ...flags], {
    env: { GITHUB_STEP_SUMMARY: '', ...env },
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  return stdout;
}

describe.concurrent('redomain --check --format', () => {
  const root = project(FILES);

  it('sarif: valid, one result for each finding that fails the check', async () => {
    const log = JSON.parse(await checked(root, 'sarif')) as Log;
    expect(sarifFaults(log)).toEqual([]);
    const [run] = log.runs;
    expect(
      run!.results!.map(({ ruleId, locations }) => [ruleId, locations![0]!.physicalLocation!.artifactLocation!.uri]),
    ).toEqual([
      ['module-drift', 'shared/domains.py'],
      ['retired-host', 'README.md'],
      ['retired-host', 'app/client.py'],
      ['needs-review', 'app/links.py'],
      ['retired-host', 'compose.yaml'],
    ]);
    expect(run!.invocations![0]!.toolExecutionNotifications!.map(({ message }) => message.text)).toEqual([
      '2 occurrences knowingly kept: --format json names them with their reasons',
    ]);
    expect(run!.invocations![0]!.executionSuccessful).toBe(true);
  });

  it.each([[[]], [['--unsafe']]])('sarif: all fixes together are what --write %j does', async (flags) => {
    const [planned, written] = [polyglot(), polyglot()];
    const log = JSON.parse(await checked(planned, 'sarif', {}, flags)) as Log;
    expect(sarifFaults(log)).toEqual([]);
    const replacements = new Map<string, Replacement[]>();
    for (const change of log.runs[0]!.results!.flatMap(({ fixes = [] }) =>
      fixes.flatMap(({ artifactChanges }) => artifactChanges),
    )) {
      const path = decodeURIComponent(change.artifactLocation.uri!);
      replacements.set(path, [...(replacements.get(path) ?? []), ...change.replacements]);
    }
    expect(replacements.size).toBeGreaterThan(20);
    await redomain(written, ['--write', ...flags]);
    const after = textsOf(written);
    const before = textsOf(planned);
    const changed = Object.keys(before).filter((path) => after[path] !== before[path]);
    expect([...replacements.keys()].sort()).toEqual(changed.sort());
    for (const path of changed) expect(replaced(before[path]!, replacements.get(path)!), path).toBe(after[path]);
  });

  it('rdjson: valid, and each suggestion leaves a line as --write does, where no other edit is in it', async () => {
    const document = JSON.parse(await checked(root, 'rdjson')) as {
      diagnostics: {
        location: { path: string };
        suggestions?: { text: string; range: { start: { line: number; column: number }; end: { column: number } } }[];
      }[];
    };
    expect(rdjsonFaults(document)).toEqual([]);
    const suggested = document.diagnostics.flatMap(({ location, suggestions = [] }) =>
      suggestions.map((suggestion) => ({ path: location.path, ...suggestion })),
    );
    expect(suggested.map(({ path }) => path)).toEqual(['README.md', 'compose.yaml']);
    const written = project(FILES);
    await redomain(written, ['--write']);
    for (const { path, text, range } of suggested) {
      const [line, now] = [FILES[path]!, textsOf(written)[path]!].map((whole) =>
        Buffer.from(whole.split('\n')[range.start.line - 1]!),
      );
      const mended = Buffer.concat([
        line!.subarray(0, range.start.column - 1),
        Buffer.from(text),
        line!.subarray(range.end.column - 1),
      ]);
      expect(mended.toString()).toBe(now!.toString());
    }
  });

  it('github: annotations, and a summary of the step when GitHub asks for one', async () => {
    const summary = join(project({ 'summary.md': 'before\n' }), 'summary.md');
    const { commands } = workflowCommands(await checked(root, 'github', { GITHUB_STEP_SUMMARY: summary }));
    expect(commands).toContainEqual({
      command: 'error',
      properties: { file: 'app/links.py', line: '3', endLine: '3', col: '29', endColumn: '45', title: 'redomain: needs-review' },
      message: expect.stringContaining('pattern'),
    });
    const written = readFileSync(summary, 'utf8');
    expect(written.startsWith('before\n**redomain ')).toBe(true);
    expect(written.slice('before\n'.length)).toBe(await checked(root, 'markdown'));
    expect(written).toContain('app/client.py:3');
  });

  it('github: says so when the summary has no room or cannot be written, and reports all the same', async () => {
    const full = join(project({ 'summary.md': 'x'.repeat((1 << 20) - 100) }), 'summary.md');
    for (const [file, words] of [
      [full, 'no room in the summary of this step'],
      [join(full, 'below'), 'no summary of this step'],
    ] as const) {
      const { status, stdout, stderr } = await redomain(root, ['--check', '--format', 'github'], {
        env: { GITHUB_STEP_SUMMARY: file },
      });
      expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(words) });
      expect(stdout).toContain('::error file=app/links.py');
    }
    expect(readFileSync(full).length).toBe((1 << 20) - 100);
  });

  it('no other format writes a summary', async () => {
    const summary = join(project({}), 'summary.md');
    await checked(root, 'text', { GITHUB_STEP_SUMMARY: summary });
    await checked(root, 'sarif', { GITHUB_STEP_SUMMARY: summary });
    expect(existsSync(summary)).toBe(false);
  });

  it('gitlab: valid, with distinct fingerprints', async () => {
    const issues = JSON.parse(await checked(polyglot(), 'gitlab')) as { fingerprint: string }[];
    expect(gitlabFaults(issues)).toEqual([]);
    expect(issues.length).toBeGreaterThan(70);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  it('junit: well-formed, with distinct names in each suite', async () => {
    const suites = parseXml(await checked(polyglot(), 'junit'));
    expect(Number(suites.attributes.failures)).toBeGreaterThan(70);
    for (const { children } of suites.children) {
      const names = children.map(({ attributes }) => attributes.name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('markdown: renders, with the hosts, what to look at, and who else has to do something', async () => {
    const out = await checked(polyglot(), 'markdown');
    const { cells, links } = renderedMarkdown(out);
    expect(links).toEqual([]);
    expect(cells).toContainEqual(['needs-review', 'the same line names the canonical host as well', '1', 'infra/nginx.conf:11']);
    expect(out).toMatch(/- \[ \] \*\*CORS and CSP\*\*.*`docker-compose\.yml`.*`lumen\/web\.py`/);
    expect(out).toMatch(/`auth\.staging\.lumen\.example` → `staging-auth\.lumen\.example`/);
  });

  it.each(['sarif', 'github', 'gitlab', 'junit', 'rdjson'])('%s: paths begin at the top of the repository', async (format) => {
    const top = project({});
    mkdirSync(join(top, 'services'));
    cpSync(root, join(top, 'services/api'), { recursive: true });
    spawnSync('git', ['init', '--quiet', top]);
    const out = await checked(join(top, 'services/api'), format);
    expect(out).toContain('services/api/app/links.py');
    expect(out.replaceAll('services/api/app/links.py', '')).not.toContain('app/links.py');
  });

  it.each(['sarif', 'github', 'gitlab', 'junit', 'markdown', 'rdjson'])(
    '%s: the same bytes from another directory, with other threads',
    async (format) => {
      const elsewhere = project(FILES);
      const { stdout } = await redomain(elsewhere, ['--check', '--format', format, '--jobs', '1'], {
        env: { GITHUB_STEP_SUMMARY: '' },
      });
      expect(stdout).toBe(await checked(root, format));
    },
  );

  it('a file that failed is in every format, and the exit code says so', async () => {
    const failing = project({ ...FILES, 'linked.md': 'https://api.old.ex.ai\n' });
    spawnSync('ln', [join(failing, 'linked.md'), join(failing, 'second.md')]);
    for (const format of ['sarif', 'github', 'gitlab', 'junit', 'markdown', 'html', 'rdjson']) {
      const { status, stdout } = await redomain(failing, ['--write', '--format', format], { env: { GITHUB_STEP_SUMMARY: '' } });
      expect(status).toBe(2);
      expect(stdout).toContain('linked.md');
      expect(stdout).toMatch(/more than one name|hard link|second name/);
      await redomain(failing, ['undo']);
    }
  });

  it('--output takes it', async () => {
    const target = join(project({}), 'out.sarif');
    const { stdout } = await redomain(root, ['--check', '--format', 'sarif', '--output', target]);
    expect(stdout).toBe('');
    expect(sarifFaults(JSON.parse(readFileSync(target, 'utf8')))).toEqual([]);
  });

  it('a narrowed run, and a plan without --check, have the same form', async () => {
    const { stdout } = await redomain(root, ['--format', 'sarif', 'README.md']);
    const log = JSON.parse(stdout) as Log;
    expect(sarifFaults(log)).toEqual([]);
    expect(log.runs[0]!.results!.map(({ ruleId }) => ruleId)).toEqual(['module-drift', 'retired-host']);
  });
});

/** The text with the replacements made. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  const starts = lineStarts(text);
  const edits = replacements.map(({ deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => ({
    start: starts[startLine! - 1]! + startColumn! - 1,
    end: starts[endLine! - 1]! + endColumn! - 1,
    text: insertedContent!.text!,
  }));
  return splice(
    text,
    edits.sort((a, b) => a.start - b.start || a.end - b.end),
  );
}
