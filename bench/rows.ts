import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { floorsOf } from './floors.ts';
import type { Command } from './measure.ts';
import { DRY_RUN } from './table.ts';
import { REDOMAIN, type Trees } from './trees.ts';

/** One comparison: redomain's time over that of what a person would run instead. */
export interface Row {
  readonly name: string;
  readonly ours: Command;
  readonly theirs: Command;
  /** The ratio that is not to be exceeded; absent where none was set. */
  readonly bar?: number;
  /** What cannot be less, however redomain goes about it. */
  readonly floor?: Command;
  /** Made before the first run. */
  readonly prepare?: () => void;
}

/** What a tool is needed for, by its name; `undefined`: it is not installed. */
export function versionOf(program: string): string | undefined {
  try {
    return /\d+\.\d+[\w.-]*/.exec(
      execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )?.[0];
  } catch {
    return undefined;
  }
}

/** The rows in the order of the table. */
export function rowsOf(trees: Trees, work: string, bringBack: () => void): Row[] {
  const { before, migrated, empty, typescript, stem } = trees;
  const ours = (name: string, cwd: string, ...args: string[]): Command => {
    return { name: `redomain ${name}`, program: process.execPath, args: [REDOMAIN, ...args, '--no-diff', '--quiet'], cwd };
  };
  const check = ours('--check', migrated, '--check');
  const plan = ours('dry run', before);
  const cached = ours('--check --cache', migrated, '--check', '--cache');
  const gitGrep: Command = { name: 'git grep -lF', program: 'git', args: ['grep', '-lF', stem], cwd: migrated };
  const rule = `id: hosts\nlanguage: python\nrule:\n  kind: string\n  regex: ${stem}\n`;
  const look = join(work, 'look.js');
  const floors = floorsOf(trees, work);
  const reset = (): void => {
    rmSync(join(before, '.redomain'), { recursive: true, force: true });
    execFileSync('git', ['-C', before, 'checkout', '--quiet', '.']);
    execFileSync('git', ['-C', before, 'clean', '--quiet', '-fd']);
    execFileSync('git', ['-C', before, 'update-index', '-q', '--refresh']);
    execFileSync('sync');
  };
  const write = { ...ours('--write', before, '--write'), reset };
  return [
    {
      name: '`--check`, migrated tree',
      ours: check,
      theirs: { name: 'rg -lF', program: 'rg', args: ['-lF', stem], cwd: migrated },
      bar: 1.3,
      floor: floors.read,
    },
    {
      name: '`--check --cache`, nothing changed',
      ours: cached,
      theirs: { name: 'git status', program: 'git', args: ['status', '--porcelain'], cwd: migrated },
      bar: 4,
    },
    { name: '`--check --cache`, nothing changed', ours: cached, theirs: gitGrep, bar: 1.5 },
    {
      name: DRY_RUN,
      ours: plan,
      theirs: { name: 'ast-grep, Python strings', program: 'ast-grep', args: ['scan', '--inline-rules', rule, '.'], cwd: before },
      bar: 0.25,
      floor: floors.python,
    },
    { name: '`--write`, journal and fsync included', ours: write, theirs: { ...plan, reset }, bar: 1.6 },
    {
      name: '`--write`',
      ours: write,
      theirs: {
        name: 'sed -i',
        program: 'sh',
        args: ['-c', `grep -rlIZ --exclude-dir=.git ${stem} . | xargs -0 sed -i s/${stem}/${stem}/g`],
        cwd: before,
        reset,
      },
    },
    {
      name: 'dry run, 5,000 TypeScript files of one host each',
      ours: ours('dry run', typescript),
      theirs: {
        name: 'jscodeshift, a transform that only looks',
        program: process.execPath,
        args: jscodeshift(look),
        cwd: typescript,
      },
      bar: 0.3,
      floor: floors.typescript,
      prepare: () => writeFileSync(look, LOOK),
    },
    {
      name: '`--check`, empty tree',
      ours: ours('--check', empty, '--check'),
      theirs: { name: 'node -e 0', program: process.execPath, args: ['-e', '0'], cwd: empty },
      bar: 2.5,
      floor: floors.start,
    },
    {
      name: '`--check --since HEAD~1` after a relapse',
      ours: ours('--check --since', migrated, '--check', '--since', 'HEAD~1'),
      theirs: gitGrep,
      bar: 1.5,
      prepare: bringBack,
    },
  ];
}

/** Finds every string, and changes nothing. */
const LOOK = `module.exports = (file, { jscodeshift }) => {
  jscodeshift(file.source).find(jscodeshift.StringLiteral).size();
  return undefined;
};
`;

function jscodeshift(transform: string): string[] {
  const bin = createRequire(import.meta.url).resolve('jscodeshift/bin/jscodeshift.js');
  return [bin, '--transform', transform, '--parser', 'ts', '--extensions', 'ts', '--silent', 'web'];
}
