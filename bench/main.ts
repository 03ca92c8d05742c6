import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureGrowth } from './growth.ts';
import { alternate } from './measure.ts';
import { pictureOf } from './picture.ts';
import { type Row, rowsOf, versionOf } from './rows.ts';
import { growthOf, type Outcome, ratioOf, tableOf, verdictOf } from './table.ts';
import { bringBack, makeTrees } from './trees.ts';

const HELP = `npm run bench -- [options]

  --tree DIR      a repository to measure on; it is copied. Default: generated files
  --config FILE   its configuration, where it has none
  --files N       how many files to generate without --tree; default 5000
  --runs N        counted runs of each command; default 5
  --only TEXT     rows whose name holds this
  --growth        trees of 1,000, 10,000 and 100,000 files, and single files of 1, 10 and 100 MB, instead of the rows
  --million       with --growth: 1,000,000 files as well
  --output DIR    writes results.json, table.md and, of rows, picture.svg
`;

const { values } = parseArgs({
  options: {
    tree: { type: 'string' },
    config: { type: 'string' },
    files: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
    output: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** Leaves out what names a person or a place. */
function machine(): Record<string, string | number> {
  const [cpu] = cpus();
  return {
    processor: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryInGigabytes: Math.round(totalmem() / 2 ** 30),
    kernel: release().replace(/-.*/, ''),
    node: process.version,
    ...Object.fromEntries(['git', 'rg', 'ast-grep', 'sed'].map((tool) => [tool, versionOf(tool) ?? 'not installed'])),
  };
}

async function measureRows(work: string): Promise<Outcome[]> {
  const { tree, config, files, runs, only } = values;
  const trees = makeTrees(work, {
    files: Number(files),
    ...(tree === undefined ? {} : { tree: resolve(tree) }),
    ...(config === undefined ? {} : { config: resolve(config) }),
  });
  const outcomes: Outcome[] = [];
  for (const row of rowsOf(trees, work, () => bringBack(trees))) {
    if (only !== undefined && !row.name.includes(only)) continue;
    if (isMissing(row)) {
      console.log(`${row.name}: not measured, ${row.theirs.program} is not installed`);
      continue;
    }
    row.prepare?.();
    const [ours, theirs] = await alternate([row.ours, row.theirs], Number(runs));
    const outcome = { name: row.name, ours: ours!, theirs: theirs!, ...(row.bar === undefined ? {} : { bar: row.bar }) };
    outcomes.push(outcome);
    console.log(`${row.name}: ${ratioOf(outcome).toFixed(2)} of ${row.theirs.name} ${verdictOf(outcome)}`.trimEnd());
  }
  return outcomes;
}

function isMissing({ theirs: { program } }: Row): boolean {
  return program !== process.execPath && program !== 'sh' && versionOf(program) === undefined;
}

function save(results: object, table: string, picture?: string): void {
  if (values.output === undefined) return;
  mkdirSync(values.output, { recursive: true });
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const whole = { date: new Date().toISOString().slice(0, 10), commit, machine: machine(), ...results };
  writeFileSync(join(values.output, 'results.json'), `${JSON.stringify(whole, null, 2)}\n`);
  writeFileSync(join(values.output, 'table.md'), `${table}\n`);
  if (picture !== undefined) writeFileSync(join(values.output, 'picture.svg'), picture);
}

if (values.help) process.stdout.write(HELP);
else {
  const work = mkdtempSync(join(tmpdir(), 'redomain-bench-'));
  try {
    if (values.growth) {
      const sizes = [1000, 10_000, 100_000, ...(values.million ? [1_000_000] : [])];
      const growth = await measureGrowth(work, sizes, Number(values.runs), console.log);
      const table = growthOf(growth);
      console.log(`\n${table}`);
      save({ growth }, table);
    } else {
      const rows = await measureRows(work);
      const table = tableOf(rows);
      console.log(`\n${table}`);
      save({ rows }, table, pictureOf(rows));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
