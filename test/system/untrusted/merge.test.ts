import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { mergeReports } from '../../../src/commands/merge-reports.ts';
import { reportDigest } from '../../../src/report/digest.ts';
import { reportFault } from '../../../src/report-schema/fault.ts';
import type { Report } from '../../../src/types/report.ts';
import { FILES, git, project, redomain, write } from '../../cli-project.ts';

function repository(): string {
  const root = project({ ...FILES, '.gitignore': 'reports/\n', 'wide.bin': Buffer.from([0, 1]) });
  git(root, 'init', '-q');
  git(root, 'config', 'user.name', 'n');
  git(root, 'config', 'user.email', 'n@ex.ai');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'all');
  mkdirSync(join(root, 'reports'));
  return root;
}

async function shards(root: string, ...flags: string[]): Promise<Report[]> {
  const made: Report[] = [];
  for (const index of [1, 2]) {
    const { stdout } = await redomain(root, ['--check', '--shard', `${index}/2`, '--format', 'json', ...flags]);
    made.push(JSON.parse(stdout) as Report);
    writeFileSync(join(root, `reports/${index}.json`), stdout);
  }
  return made;
}

describe('the schema of the report', { timeout: 120_000 }, () => {
  it('takes the reports of all kinds of runs', async () => {
    const root = repository();
    const json = async (...flags: string[]): Promise<unknown> => {
      const { stdout } = await redomain(root, ['--format', 'json', ...flags]);
      return JSON.parse(stdout);
    };
    write(root, 'list', 'app/client.py\ngone.md\n');
    const reports = [
      await json(),
      await json('--unsafe'),
      await json('--check'),
      await json('--check', '--cache'),
      await json('--check', '--cache'),
      ...(await shards(root)),
      await json('--check', '--since', 'HEAD'),
      await json('--check', '--staged'),
      await json('--check', '--files-from', 'list'),
      await json('--check', '--update-baseline'),
      ...(await shards(root)),
      await json('--check'),
      await json('--write', '--since', 'HEAD'),
      await json('--check'),
    ];
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'more');
    reports.push(await json('--write', '--commit', '--verify', 'true'), await json('--check', '--cwd', root));
    expect(reports.map(reportFault)).toEqual(reports.map(() => undefined));
    const example = project({});
    cpSync('examples/polyglot', example, { recursive: true });
    for (const flags of [[], ['--check'], ['--write'], ['--check']]) {
      const { stdout } = await redomain(example, ['--format', 'json', ...flags]);
      expect(reportFault(JSON.parse(stdout))).toBe(undefined);
    }
  });

  it.each<[string, (report: Report & Record<string, unknown>) => unknown]>([
    ['the whole is not valid: invalid input: expected object, received null', () => null],
    ['findings[0] is not valid: ', (report) => ({ ...report, findings: [null] })],
    ['findings[0].path is not valid: ', (report) => ({ ...report, findings: [{ ...report.findings[0], path: null }] })],
    [
      'findings[0].path is no path below the root',
      (report) => ({ ...report, findings: [{ ...report.findings[0], path: '../x' }] }),
    ],
    [
      'findings[0].path is no path below the root',
      (report) => ({ ...report, findings: [{ ...report.findings[0], path: '/etc/x' }] }),
    ],
    ['findings[0].severity is not valid: ', (report) => ({ ...report, findings: [{ ...report.findings[0], severity: 'off' }] })],
    ['findings[0].line is not valid: ', (report) => ({ ...report, findings: [{ ...report.findings[0], line: 1.5 }] })],
    ['findings[0].endLine is before', (report) => ({ ...report, findings: [{ ...report.findings[0], line: 10 ** 9 }] })],
    ['findings[0].decision is missing', (report) => ({ ...report, findings: [{ ...report.findings[0], decision: undefined }] })],
    ['more is no key of a report', (report) => ({ ...report, more: 1 })],
    ['policy.rules["no such"] is ', (report) => ({ ...report, policy: { ...report.policy, rules: { 'no such': 'off' } } })],
    [
      'summary.occurrences is not the sum of the ledger',
      (report) => ({ ...report, summary: { ...report.summary, occurrences: 99 } }),
    ],
    ['hosts is missing', (report) => ({ ...report, hosts: undefined })],
  ])('names the first faulty place: %s', async (words, change) => {
    const { stdout } = await redomain(project(FILES), ['--format', 'json']);
    expect(reportFault(JSON.parse(JSON.stringify(change(JSON.parse(stdout) as never)))) ?? 'no fault').toContain(words);
  });
});

describe('merge-reports', { timeout: 240_000 }, () => {
  let root: string;
  let parts: Report[];
  const options = (cwd: string) => ({
    cwd,
    reports: ['reports/1.json', 'reports/2.json'],
    version: parts[0]!.shard!.version,
    onTrouble: () => {},
  });
  const timeless = ({ summary, ...rest }: Report) => JSON.stringify({ ...rest, summary: { ...summary, milliseconds: 0 } });

  beforeAll(async () => {
    root = repository();
    parts = await shards(root);
  });

  it('refuses what was changed in any place, by name; it never says less than was found', async () => {
    const whole = timeless((await mergeReports(options(root))).report);
    const odd = fc.constantFrom<unknown>(null, 0, -1, Number.MAX_VALUE, 'off', '', [], {}, [null], true, 'app/client.py', '../x');
    const property = fc.asyncProperty(
      fc.integer({ min: 0, max: 1 }),
      fc.constantFrom('replace', 'delete', 'insert', 'repeat'),
      fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      odd,
      fc.boolean(),
      async (index, kind, way, value, signed) => {
        const report = structuredClone(parts[index]!);
        mutate(report, kind, way, value);
        // Whoever changes a report may count its digest anew.
        if (signed && report.shard && typeof report.shard === 'object') Object.assign(report.shard, { digest: digestOf(report) });
        writeFileSync(join(root, `reports/${index + 1}.json`), JSON.stringify(report));
        try {
          const merged = await mergeReports(options(root)).catch((error: unknown) => error as Error);
          if (merged instanceof Error) {
            expect({ name: merged.constructor.name, message: merged.message }).toMatchObject({
              name: 'UserError',
              message: expect.stringContaining('.json'),
            });
          } else if (!signed) expect(timeless(merged.report)).toBe(whole);
        } finally {
          writeFileSync(join(root, `reports/${index + 1}.json`), JSON.stringify(parts[index]));
        }
      },
    );
    await fc.assert(property, { numRuns: 400 });
  });

  it.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['null', 'null'],
    ['a list with null', '[null]'],
    ['half of a report', 'HALF'],
    ['bytes', Buffer.from([0xff, 0, 0xff])],
    ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ])('ends with exit code 2 and a name for %s', async (_, text) => {
    const copy = repository();
    await shards(copy);
    const first = readFileSync(join(copy, 'reports/1.json'), 'utf8');
    writeFileSync(join(copy, 'reports/1.json'), text === 'HALF' ? first.slice(0, first.length / 2) : text);
    const { status, stdout, stderr } = await redomain(copy, ['merge-reports', 'reports/1.json', 'reports/2.json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^redomain: reports\/1\.json is not /);
    expect(stderr).not.toContain('internal error');
  });

  it('reads no device that a link of the repository leads to', async () => {
    const copy = repository();
    symlinkSync('/dev/zero', join(copy, 'endless.json'));
    const { status, stderr } = await redomain(copy, ['merge-reports', 'endless.json']);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('endless.json cannot be read: symbolic link'),
    });
  });
});

function digestOf(report: Report): string {
  try {
    return reportDigest(report);
  } catch {
    return '0'.repeat(64);
  }
}

/** Changes one place of a value, found by following `way`. */
function mutate(report: object, kind: string, way: readonly number[], value: unknown): void {
  let place = report as Record<string, unknown>;
  for (const [depth, step] of way.entries()) {
    const keys = Object.keys(place);
    if (keys.length === 0) return;
    const key = keys[step % keys.length]!;
    const member = place[key];
    if (depth < way.length - 1 && typeof member === 'object' && member !== null && Object.keys(member).length > 0) {
      place = member as Record<string, unknown>;
      continue;
    }
    if (Array.isArray(place)) {
      if (kind === 'delete') place.splice(Number(key), 1);
      else place.splice(Number(key), kind === 'replace' ? 1 : 0, kind === 'repeat' ? member : value);
    } else if (kind === 'delete') delete place[key];
    else place[kind === 'replace' ? key : `${key}x`] = value;
    return;
  }
}
