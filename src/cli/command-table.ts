import type { Flag } from './flag.ts';
import { type FlagName, flags } from './flags.ts';

export interface Command {
  /** Empty for the default command. */
  readonly name: string;
  readonly positional?: { readonly name: string; readonly many: boolean; readonly describe: string };
  readonly describe: string;
  readonly docs: string;
  readonly flags: readonly FlagName[];
  /** Where a flag means something narrower than its own object says. */
  readonly narrowed?: Partial<Record<FlagName, Partial<Flag>>>;
}

/** Flags that only commands with a name have. */
const ELSEWHERE: readonly FlagName[] = ['apex', 'yes', 'probe', 'timeout', 'history'];

const paths = { name: 'paths', many: true, describe: 'Files, directories or globs to narrow the run to' } as const;

/** Every command; the first is what runs without a command's name. */
export const commands = [
  {
    name: '',
    positional: paths,
    describe: 'Show the plan: totals and a unified diff; writes nothing',
    docs: 'Write `./` before a path that is spelled like a command.',
    flags: (Object.keys(flags) as FlagName[]).filter((name) => !ELSEWHERE.includes(name)),
  },
  {
    name: 'init',
    describe: 'Propose a configuration from the hosts that the tree names',
    docs: 'It asks on a terminal, explains each proposal in a comment, and writes `redomain.yaml` in the working directory. It never replaces a configuration without `--force`.',
    flags: ['apex', 'yes', 'force', 'cwd', 'quiet', 'verbose', 'no-color'],
    narrowed: {
      force: { describe: 'Replace a configuration that is there' },
      quiet: { describe: 'No progress bar, and no word about what was written' },
      verbose: { describe: 'Print the stack of an internal error' },
    },
  },
  {
    name: 'hosts',
    positional: paths,
    describe: 'List the hosts that the tree names',
    docs: 'One line per host: service, state, files, occurrences, what it is called. The governed hosts; with `--apex`, or where there is no configuration, every host, by domain. With `--probe` it also asks what certificates the canonical hosts present, with `--history` it counts how many files held them, commit by commit.',
    flags: [
      'apex',
      'probe',
      'timeout',
      'history',
      'since',
      'check',
      'format',
      'output',
      'config',
      'cwd',
      'jobs',
      'cache',
      'quiet',
      'verbose',
      'no-color',
    ],
    narrowed: {
      check: { describe: 'With --probe: exit 1 when something is wrong with what a host answers' },
      format: { choices: ['text', 'json', 'html'] },
      since: { value: 'WHEN', describe: 'With --history: from this commit, tag, date or age (90d) on' },
      quiet: { describe: 'No progress bar' },
      verbose: { describe: 'List every domain and host, and print the stack of an internal error' },
    },
  },
  {
    name: 'module',
    describe: 'Write the domain modules alone',
    docs: 'With `--check` it writes nothing and exits 1 when a module is missing or differs.',
    flags: ['check', 'config', 'cwd', 'quiet', 'verbose', 'no-color'],
    narrowed: {
      check: { describe: 'Write nothing; exit 1 when a module is missing or differs' },
      quiet: { describe: 'Print only the modules that are missing or differ' },
      verbose: { describe: 'List the constants, and print the stack of an internal error' },
    },
  },
  {
    name: 'merge-reports',
    positional: { name: 'reports', many: true, describe: 'The JSON reports of all shards' },
    describe: 'Make one report of those of all shards',
    docs: 'With the exit code that the run as a whole has. Run it in the checkout: lines and diffs are read from there.',
    flags: ['format', 'output', 'no-diff', 'config', 'cwd', 'quiet', 'verbose', 'no-color'],
  },
  {
    name: 'undo',
    positional: { name: 'run', many: false, describe: 'The run to undo; the last one when left out' },
    describe: 'Restore, byte for byte, what a run changed',
    docs: 'A file that changed since is refused, by name, and makes the exit code 1. Where the last run is committed, it names the commands of git that take it back.',
    flags: ['config', 'cwd', 'quiet', 'verbose', 'no-color'],
    narrowed: {
      quiet: { describe: 'Print only the files that were refused' },
      verbose: { describe: 'List every file, and print the stack of an internal error' },
    },
  },
  {
    name: 'explain',
    positional: { name: 'rule', many: false, describe: 'The rule; all rules are listed when left out' },
    describe: 'Print the page of a rule',
    docs: 'What the rule does, why it matters, an example, and how to mend what it finds.',
    flags: ['config', 'cwd', 'verbose', 'no-color'],
    narrowed: { verbose: { describe: 'Print the stack of an internal error' } },
  },
] as const satisfies readonly Command[];

/** A command's own view of one of its flags. */
export function flagOf(command: Command, name: FlagName): Flag {
  return { ...flags[name], ...command.narrowed?.[name] };
}
