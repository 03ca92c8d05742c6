import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureGrowth } from './growth.ts';
import { alternate } from './measure.ts';
import { pictureOf } from './picture.ts';
import { type Row, rowsOf, versionOf } from './rows.ts';
import { growthOf, newestOf, type Outcome, ratioOf, remarksOf, tableOf, verdictOf } from './table.ts';
import { bringBack, makeTrees } from './trees.ts';

const manifest = createRequire(import.meta.url)('jscodeshift/package.json') as { version: string };

const HELP = `npm run bench -- [options]

  --tree DIR      a repository to measure on; it is copied. Default: generated files
  --config FILE   its configuration, where it has none
  --files N       how many files to generate without --tree; default 5000
  --runs N        counted runs of each command; default 5
  --only TEXT     rows whose name holds this
  --growth LIST   instead of the rows: trees of so many files, e.g. 1000,10000,100000, shards of the largest, and single files of 1, 10 and 100 MB
  --output DIR    writes results.json, table.md and, of rows, picture.svg
`;

const { values } = parseArgs({
  options: {
    tree: { type: 'string' },
    config: { type: 'string' },
    files: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
    growth: { type: 'string' },
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
    jscodeshift: manifest.version,
    ...Object.fromEntries(['git', 'rg', 'ast-grep', 'sed'].map((tool) => [tool, versionOf(tool) ?? 'not installed'])),
  };
}

async function measureRows(work: string): Promise<{ rows: Outcome[]; missing: string[] }> {
  const { tree, config, files, runs, only } = values;
  const trees = makeTrees(work, {
    files: Number(files),
    ...(tree === undefined ? {} : { tree: resolve(tree) }),
    ...(config === undefined ? {} : { config: resolve(config) }),
  });
  const rows: Outcome[] = [];
  const missing: string[] = [];
  for (const row of rowsOf(trees, work, () => bringBack(trees))) {
    if (only !== undefined && !row.name.includes(only)) continue;
    if (isMissing(row)) {
      missing.push(`${row.name}, as ${row.theirs.program} is not installed`);
      continue;
    }
    row.prepare?.();
    const commands = [row.ours, row.theirs, ...(row.floor ? [row.floor] : [])];
    const [ours, theirs, floor] = await alternate(commands, Number(runs));
    const { name, bar } = row;
    const outcome = { name, ours: ours!, theirs: theirs!, ...(bar === undefined ? {} : { bar }), ...(floor ? { floor } : {}) };
    rows.push(outcome);
    console.log(`${row.name}: ${ratioOf(outcome).toFixed(2)} of ${row.theirs.name} ${verdictOf(outcome)}`.trimEnd());
  }
  return { rows, missing };
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
else if (values.tree !== undefined && !existsSync(values.tree)) {
  console.error(`bench: ${values.tree} is not there; --tree names a directory`);
  process.exitCode = 2;
} else {
  const work = mkdtempSync(join(tmpdir(), 'redomain-bench-'));
  process.once('SIGINT', () => {
    rmSync(work, { recursive: true, force: true });
    process.exit(130);
  });
  try {
    if (values.growth !== undefined) {
      const sizes = values.growth.split(',').map(Number);
      let table = '';
      for await (const growth of measureGrowth(work, sizes, Number(values.runs))) {
        table = growthOf(growth);
        save({ growth }, table);
        console.log(newestOf(growth));
      }
      console.log(`\n${table}`);
    } else {
      const { rows, missing } = await measureRows(work);
      const table = `${tableOf(rows)}\n\n${remarksOf(rows, missing)}`;
      console.log(`\n${table}`);
      save({ rows }, table, pictureOf(rows));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
