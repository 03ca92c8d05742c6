import { resolve } from 'node:path';
import { nearest } from '../config/nearest.ts';
import { UserError } from '../core/user-error.ts';
import { exists, isDirectory } from '../files/regular.ts';
import type { CommitRequest } from '../series/open.ts';
import { commands } from './command-table.ts';
import { commitOf } from './commit-flags.ts';
import { refuseTogether } from './flag-conflicts.ts';
import type { Format } from './flags.ts';
import { historyOf } from './history-flags.ts';
import { plainWords, type Values, withOptionalValues } from './plain-words.ts';
import { probeOf } from './probe-flags.ts';

export interface Shared {
  readonly cwd: string;
  readonly config?: string;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

/** Where a report goes, and in which form. */
export interface Printed {
  readonly format: Format;
  /** Absolute. */
  readonly output?: string;
}

export interface Tree extends Shared, Printed {
  readonly paths: readonly string[];
  readonly jobs?: number;
  readonly cache: boolean;
}

/** What a command line asks for. */
export type Invocation =
  | { readonly kind: 'text'; readonly text: string }
  | (Tree & {
      readonly kind: 'run';
      readonly command: 'plan' | 'write' | 'check';
      readonly diff: boolean;
      readonly unsafe: boolean;
      readonly baseline?: string;
      readonly updateBaseline: boolean;
      readonly since?: string;
      readonly staged: boolean;
      readonly filesFrom?: string;
      readonly commit?: CommitRequest;
      readonly interactive: boolean;
      readonly shard?: { readonly index: number; readonly count: number };
    })
  | (Shared & Printed & { readonly kind: 'merge'; readonly reports: readonly string[]; readonly diff: boolean })
  | (Tree & {
      readonly kind: 'hosts';
      readonly apexes: readonly string[];
      readonly check: boolean;
      readonly probe?: { readonly seconds: number };
      readonly history?: { readonly since?: string };
    })
  | (Shared & { readonly kind: 'init'; readonly apexes: readonly string[]; readonly yes: boolean; readonly force: boolean })
  | (Shared & { readonly kind: 'module'; readonly check: boolean })
  | (Shared & { readonly kind: 'undo'; readonly run?: string })
  /** `rule`: the word that was asked for, a rule or the code of a reason. */
  | (Shared & { readonly kind: 'explain'; readonly word?: string });

/** Reads the words after the program's name. Throws a UserError for what no command or flag knows. */
export async function parse(argv: readonly string[], version: string, width: number): Promise<Invocation> {
  const whole = withOptionalValues(argv);
  const words = plainWords(whole) ?? (await (await import('./command-line.ts')).readCommandLine(whole, version, width));
  return typeof words === 'string' ? { kind: 'text', text: words } : invocation(words.name, words.values);
}

/** The arguments that a following run needs for the same part of the tree, quoted for a shell, each behind a space. */
export function narrowingOf({
  cwd,
  config,
  paths,
  unsafe,
  since,
}: Tree & { readonly unsafe: boolean; readonly since?: string }): string {
  const words = [
    ...(unsafe ? ['--unsafe'] : []),
    ...(since === undefined ? [] : ['--since', since]),
    ...(cwd === process.cwd() ? [] : ['--cwd', cwd]),
    ...(config === undefined ? [] : ['--config', config]),
  ];
  const guarded = paths.some((path) => path.startsWith('-')) ? ['--', ...paths] : paths;
  return [...words, ...guarded]
    .map((word) => ` ${/^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`}`)
    .join('');
}

/** Flags that other tools have as commands. */
const AS_WORDS = ['check', 'write'];

/** A single word that is no path is most likely a command. */
function refuseMistypedCommand({ cwd, paths }: Tree): void {
  const word = paths[0];
  if (word === undefined || !/^[a-z]+$/.test(word) || exists(resolve(cwd, word))) return;
  const names = commands.map(({ name }) => name).filter((name) => name !== '');
  const meant = nearest(word, [...names, ...AS_WORDS]);
  if (meant === undefined) return;
  const typed = AS_WORDS.includes(meant) ? `--${meant}` : meant;
  throw new UserError(`no command, file or directory "${word}"`, { hint: `did you mean \`redomain ${typed}\`?` });
}

async function invocation(name: string, values: Values): Promise<Invocation> {
  const shared = sharedOf(values);
  if (name === 'module') return { kind: 'module', ...shared, check: values.check === true };
  if (name === 'undo') return { kind: 'undo', ...shared, ...optional('run', values.run) };
  if (name === 'explain') return { kind: 'explain', ...shared, ...optional('word', values.word) };
  if (name === 'merge-reports') return mergeOf(shared, values);
  if (name === 'init')
    return { kind: 'init', ...shared, apexes: await apexesOf(values), yes: values.yes === true, force: values.force === true };
  const tree = treeOf(shared, values, name);
  if (name === 'hosts')
    return {
      kind: 'hosts',
      ...tree,
      apexes: await apexesOf(values),
      check: values.check === true,
      ...probeOf(values),
      ...historyOf(values),
    };
  refuseMistypedCommand(tree);
  const { write, check } = values as { write?: boolean; check?: boolean };
  if (write && check)
    throw new UserError('--write and --check exclude each other', { hint: 'run `redomain --write`, then `redomain --check`' });
  refuseTogether(values);
  const command = write ? 'write' : check ? 'check' : 'plan';
  return {
    kind: 'run',
    ...tree,
    command,
    diff: diffOf(values, tree) && values.interactive !== true,
    interactive: values.interactive === true,
    unsafe: values.unsafe === true,
    ...optional('baseline', values.baseline),
    updateBaseline: values['update-baseline'] === true,
    ...optional('since', values.since),
    staged: values.staged === true,
    ...optional('filesFrom', values['files-from']),
    ...commitOf(values),
    ...shardOf(values, tree),
  };
}

function mergeOf(shared: Shared, values: Values): Invocation {
  const reports = wordsOf(values, 'reports', 1);
  if (reports.length === 0) throw new UserError('merge-reports needs the reports of all shards', { hint: 'name their files' });
  const printed = printedOf(shared, values);
  return { kind: 'merge', ...shared, ...printed, reports, diff: diffOf(values, printed) };
}

function diffOf(values: Values, { format }: Printed): boolean {
  const diff = values['no-diff'] !== true;
  if (format === 'diff' && !diff) throw new UserError('--format diff and --no-diff exclude each other');
  return diff;
}

function shardOf(values: Values, { format }: Printed) {
  if (values.shard === undefined) return {};
  const word = last(values.shard);
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(word) ?? []).map(Number);
  if (!index || !count || index > count)
    throw new UserError(`--shard takes I/N with I from 1 to N, not ${JSON.stringify(word)}`, { hint: 'such as --shard 1/8' });
  if (format !== 'json')
    throw new UserError(`--shard goes with --format json, not ${format}`, {
      hint: '`redomain merge-reports` makes any format of the reports of all shards',
    });
  return { shard: { index, count } };
}

function sharedOf(values: Values): Shared {
  const cwd = resolve(last(values.cwd ?? '.'));
  if (!isDirectory(cwd)) throw new UserError(`--cwd is no directory: ${cwd}`);
  return {
    cwd,
    ...optional('config', values.config),
    quiet: values.quiet === true,
    verbose: values.verbose === true,
    color: values['no-color'] !== true,
  };
}

function treeOf(shared: Shared, values: Values, name: string): Tree {
  const jobs = values.jobs === undefined ? undefined : Number(last(values.jobs) || Number.NaN);
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1)) {
    throw new UserError(`--jobs takes a whole number of at least 1, not ${JSON.stringify(last(values.jobs))}`);
  }
  return {
    ...shared,
    ...printedOf(shared, values),
    paths: wordsOf(values, 'paths', name === '' ? 0 : 1),
    ...(jobs !== undefined && { jobs }),
    cache: values.cache === true,
  };
}

function printedOf(shared: Shared, values: Values): Printed {
  return {
    format: last(values.format) as Format,
    ...(values.output !== undefined && { output: resolve(shared.cwd, last(values.output)) }),
  };
}

/** The words of a positional, and those after `--`, which follow the words of the command's name. */
function wordsOf(values: Values, positional: string, named: number): string[] {
  const afterDashes = ((values._ ?? []) as unknown[]).slice(named);
  return [...((values[positional] ?? []) as unknown[]), ...afterDashes].map(String);
}

/** The domains of `--apex`, each once. */
async function apexesOf({ apex }: Values): Promise<string[]> {
  if (apex === undefined) return [];
  const { apexOf } = await import('../survey/apex.ts');
  const written = [apex].flat().map(String);
  return [...new Set(written.map((text) => apexOf(text) ?? refuseApex(text, apexOf)))];
}

function refuseApex(text: string, apexOf: (text: string) => string | undefined): never {
  throw new UserError(`--apex takes a domain that someone can register, not ${JSON.stringify(text)}`, {
    hint: `such as --apex ${URL.canParse(text) ? (apexOf(new URL(text).hostname) ?? 'example.com') : 'example.com'}`,
  });
}

/** A flag given twice counts as it was given last. */
function last(value: unknown): string {
  return String(Array.isArray(value) ? value.at(-1) : value);
}

function optional<K extends string>(key: K, value: unknown): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [key]: last(value) }) as { readonly [P in K]?: string };
}
