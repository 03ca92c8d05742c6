// Migrates a copy of examples/polyglot and shows each step. Needs `npm run build`; `npm run demo` does both.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const example = fileURLToPath(new URL('../examples/polyglot', import.meta.url));
const cli = fileURLToPath(new URL('../dist/bin/cli.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'redomain-demo-'));
const tree = join(work, 'lumen');
const bold = (text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[22m` : text);

let step = 0;
function say(text) {
  step++;
  console.log(`\n${bold(`── ${step}. ${text}`)}\n`);
}

function git(...args) {
  return execFileSync('git', ['-C', tree, ...args], { encoding: 'utf8' });
}

/** Runs redomain in the copy, shows what it prints, and demands one of the exit codes. */
function redomain(args, allowed, shown = true) {
  if (shown) console.log(bold(`$ redomain ${args.join(' ')}`.trimEnd()));
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: tree,
    encoding: 'utf8',
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (!allowed.includes(status))
    throw new Error(`redomain ${args.join(' ')} ended with ${status}, not ${allowed.join(' or ')}\n${stderr ?? ''}`);
  return stdout;
}

function demand(holds, claim) {
  if (!holds) throw new Error(`not so: ${claim}`);
  console.log(`✓ ${claim}`);
}

function report(args, allowed) {
  return JSON.parse(redomain([...args, '--format', 'json'], allowed, false));
}

try {
  cpSync(example, tree, { recursive: true });
  git('init', '--quiet');
  git('add', '--all');
  git(
    '-c',
    'user.name=demo',
    '-c',
    'user.email=demo@lumen.example',
    '-c',
    'commit.gpgsign=false',
    'commit',
    '--quiet',
    '-m',
    'before',
  );

  say('The plan. The staging hosts of "Lumen" must move; nothing is written yet.');
  redomain([], [1]);
  const plan = report([], [1]);
  demand(git('status', '--porcelain') === '', 'the plan wrote nothing');

  say('Apply it.');
  redomain(['--write', '--no-diff'], [0, 1]);
  const touched = git('diff', '--name-only').trim().split('\n').filter(Boolean);
  demand(
    touched.length === plan.summary.filesTouched && touched.length > 0,
    `git sees ${touched.length} changed files, as the plan said`,
  );
  const sum = Object.values(plan.summary.ledger).reduce((total, count) => total + count, 0);
  demand(sum === plan.summary.occurrences, `each of the ${sum} occurrences has ended in exactly one column`);

  say('Run it again: a second run has nothing to do, and CI accepts all but what a person must decide.');
  const again = report(['--write'], [0, 1]);
  demand(again.summary.filesTouched === 0, 'the second run changed nothing');
  const check = report(['--check'], [0, 1]);
  const pending = check.findings.filter(({ decision }) => decision === 'reference' || decision === 'literal');
  demand(pending.length === 0, '--check finds nothing that could still be migrated');
  redomain(['--check', '--no-diff', '--quiet'], [0, 1]);

  say('Changed your mind? Undo restores every byte.');
  redomain(['undo'], [0]);
  demand(git('status', '--porcelain', '--untracked-files=no') === '', 'the tree is what it was');

  console.log(
    '\nYour turn: `npm link` makes the command, and `redomain init` in your repository proposes its configuration. The README goes on from there.',
  );
} catch (error) {
  console.error(`\ndemo failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
