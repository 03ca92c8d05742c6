import type { Flag } from './flag.ts';
/** The command line as data: `--help`, the parser and the tables of docs/command-line.md come from these objects alone. */

import { apex, force, history, probe, timeout, yes } from './init-flags.ts';

const write = {
  name: 'write',
  type: 'boolean',
  describe: 'Apply the safe part of the plan and write the domain modules',
  docs: 'Each file is replaced atomically, and a journal outside of the tree lets `redomain undo` restore it. Not with `--check`.',
} as const satisfies Flag;

const commit = {
  name: 'commit',
  type: 'string',
  value: '[BY]',
  optional: { absent: 'service', taken: /^(?:service|directory|language|\d+)$/ },
  describe: 'Commit what is written: the domain modules, then by service, directory, language, or N files',
  docs: 'With `--write`. See [Commits](commits.md). Write `./` before a directory of such a name.',
} as const satisfies Flag;

const verify = {
  name: 'verify',
  type: 'string',
  value: 'CMD',
  describe: 'Before each commit, run a command that must pass; what it fails with is held back',
  docs: 'With `--commit`. In the root, by a shell; the exit code counts, and there is no limit of time. What it writes is shown where it fails, or with `--verbose`.',
} as const satisfies Flag;

const interactive = {
  name: 'interactive',
  alias: 'i',
  type: 'boolean',
  describe: 'Ask what of the plan to apply, pattern by pattern and file by file',
  docs: 'With `--write`, on a terminal. See [Review](review.md#choose-what-is-applied). Not with `--commit`, `--cache`, `--quiet`, or a format other than `text`.',
} as const satisfies Flag;

const check = {
  name: 'check',
  type: 'boolean',
  describe: 'Write nothing; exit 1 when the plan is not empty or a finding stands',
  docs: 'For CI. Occurrences that the configuration keeps do not count.',
} as const satisfies Flag;

const format = {
  name: 'format',
  type: 'string',
  value: 'FORMAT',
  choices: ['text', 'concise', 'json', 'diff', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html', 'rdjson'],
  default: 'text',
  describe: 'The form of the report',
  docs: '`text` is for people, `concise` is one line a finding for hooks and editors, `json` for programs and for the transforms under plain jscodeshift, `diff` is a patch for `git apply`, `markdown` is the text of a pull request, `html` a page to review it by; the others are for CI: see [CI](ci.md#report-formats).',
} as const satisfies Flag;

const output = {
  name: 'output',
  alias: 'o',
  type: 'string',
  value: 'FILE',
  describe: 'Write the report to a file instead of stdout',
  docs: 'Never coloured. Relative to `--cwd`. A report names retired hosts: put it outside the tree or where git ignores it.',
} as const satisfies Flag;

const noDiff = {
  name: 'no-diff',
  type: 'boolean',
  describe: 'Leave the diff out of the text report and of the page',
  docs: 'An error with `--format diff`; the formats other than `text` and `html` have none.',
} as const satisfies Flag;

const unsafe = {
  name: 'unsafe',
  type: 'boolean',
  describe: 'Also rewrite what the plan would leave for review',
  docs: 'Only with a person who reads the diff afterwards.',
} as const satisfies Flag;

const config = {
  name: 'config',
  alias: 'c',
  type: 'string',
  value: 'FILE',
  describe: 'The configuration file',
  docs: 'Else `redomain.yaml`, `.yml`, `.json` or the `redomain` key of a package.json, searched upward from the working directory.',
} as const satisfies Flag;

const cwd = {
  name: 'cwd',
  type: 'string',
  value: 'DIR',
  describe: 'Work as if started in this directory',
  docs: 'Paths, `--config` and `--output` are relative to it.',
} as const satisfies Flag;

const jobs = {
  name: 'jobs',
  alias: 'j',
  type: 'number',
  value: 'N',
  describe: 'How many files are worked on at a time',
  docs: 'A whole number of at least 1; the default follows the number of processors and the size of the work.',
} as const satisfies Flag;

const cache = {
  name: 'cache',
  type: 'boolean',
  describe: 'Keep what is found, and look only at what changed since',
  docs: 'In git’s own directory (outside git: in `$XDG_STATE_HOME/redomain`), by contents, configuration and version; what a result rests on is checked again, so that it is the same with the cache and without.',
} as const satisfies Flag;

const baseline = {
  name: 'baseline',
  type: 'string',
  value: 'FILE',
  describe: 'Findings that do not fail the check: those of this file',
  docs: 'Without it, `redomain-baseline.json` beside the configuration, where there is one. With `--check` only; never scanned or rewritten.',
} as const satisfies Flag;

const updateBaseline = {
  name: 'update-baseline',
  type: 'boolean',
  describe: 'Write the baseline anew, and say what came and what went',
  docs: 'With `--check` only. The check then passes, unless a file failed.',
} as const satisfies Flag;

const since = {
  name: 'since',
  type: 'string',
  value: 'REF',
  describe: 'Only files that changed since a commit; only their changed lines fail',
  docs: 'Compared with where HEAD left the history of the commit (`git merge-base`), uncommitted and untracked changes included. What stands on other lines is counted. A whole-file finding fails when the file, the configuration or a certificate that it names changed.',
} as const satisfies Flag;

const staged = {
  name: 'staged',
  type: 'boolean',
  describe: 'Only files with staged changes, as they are in the index',
  docs: 'For a pre-commit hook. Not with `--write`. The configuration, and what a file imports or is packaged with, are those of the work tree.',
} as const satisfies Flag;

const filesFrom = {
  name: 'files-from',
  type: 'string',
  value: 'FILE',
  describe: 'Only the files that FILE lists, one a line or NUL-separated; - is stdin',
  docs: 'Relative to `--cwd`. What is listed and not there is named in the report; an empty list is no files.',
} as const satisfies Flag;

const shard = {
  name: 'shard',
  type: 'string',
  value: 'I/N',
  describe: 'Look at one of N parts of the tree only, the first being 1/N',
  docs: 'With `--format json`; `redomain merge-reports` makes one report of the N. Not with `--write` or `--update-baseline`.',
} as const satisfies Flag;

const quiet = {
  name: 'quiet',
  alias: 'q',
  type: 'boolean',
  describe: 'Print failures and the number of findings only',
  docs: 'Nothing at all when there is nothing to say; no progress bar. Formats other than `text` stay as they are.',
} as const satisfies Flag;

const verbose = {
  name: 'verbose',
  alias: 'v',
  type: 'boolean',
  describe: 'List everything, and print the stack of an internal error',
  docs: 'Without it, lists of the text report end after a few lines and say how many are hidden.',
} as const satisfies Flag;

const noColor = {
  name: 'no-color',
  type: 'boolean',
  describe: 'No colours (also: NO_COLOR in the environment)',
  docs: 'Colours are used only when stdout is a terminal.',
} as const satisfies Flag;

/** Every flag by its name; `--help` and `--version` are the parser's own. */
export const flags = {
  write,
  interactive,
  commit,
  verify,
  check,
  format,
  output,
  'no-diff': noDiff,
  unsafe,
  config,
  cwd,
  jobs,
  cache,
  baseline,
  'update-baseline': updateBaseline,
  since,
  staged,
  'files-from': filesFrom,
  shard,
  probe,
  timeout,
  history,
  quiet,
  verbose,
  'no-color': noColor,
  apex,
  yes,
  force,
} as const;

export type FlagName = keyof typeof flags;

export type Format = (typeof format.choices)[number];
