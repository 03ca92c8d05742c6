/** A kind of file that tells what was, or that no one edits, and what becomes of it. */
interface RecordKind {
  /** A lower-case noun phrase in the plural. */
  readonly what: string;
  readonly as: 'ignore' | 'keep';
  /** What one of them is, where it tells what was: to rewrite it is to falsify it. */
  readonly past?: string;
}

const BACKUPS: RecordKind = { what: 'backups', as: 'ignore' };
const VENDORED: RecordKind = { what: 'code of others', as: 'ignore' };
const LOGS: RecordKind = { what: 'logs', as: 'keep', past: 'a log' };
const RESULTS: RecordKind = { what: 'recorded results', as: 'keep', past: 'a recorded result' };
/** What a program is compared with, or answered from: it changes with the program. */
const REPLAYED: RecordKind = { what: 'recorded results', as: 'keep' };
const CHANGELOGS: RecordKind = { what: 'changelogs', as: 'keep', past: 'a changelog' };
const DATED: RecordKind = { what: 'dated reports', as: 'keep', past: 'a dated report' };
const GENERATED: RecordKind = { what: 'generated files', as: 'keep' };
const LOCKS: RecordKind = { what: 'lock files', as: 'keep' };

/** By directory; tried from the top. A pattern holds for the whole name. */
const DIRECTORIES: readonly (readonly [RegExp, RecordKind])[] = [
  [/^\.?(?:(?:old[-_])?backups?|bak)(?:[-_.].*)?$|.[-_.]backups?$/i, BACKUPS],
  [/^(?:node_modules|vendor|third[-_]?party|bower_components)$/, VENDORED],
  [/^(?:[a-z0-9]+[-_])+logs$/i, LOGS],
  [/^(?:[a-z0-9]+[-_])+(?:reports|results)$|^htmlcov$/i, RESULTS],
  [/^(?:__snapshots__|cassettes|recordings)$/i, REPLAYED],
  [/^(?:changelogs?|\.?changesets?|releasenotes|release[-_]notes)$/i, CHANGELOGS],
  [/^(?:dist|__generated__|\.next|storybook-static)$/, GENERATED],
];

/** Of the root: more names are those of records there; deeper ones may be parts of a program. */
const AT_ROOT: typeof DIRECTORIES = [...DIRECTORIES, [/^logs?$/i, LOGS], [/^(?:reports|results|coverage)$/i, RESULTS]];

/** What records are written in; a program is none, wherever it stands. */
const DATA = 'md,rst,txt,json,jsonl,ndjson,xml,html,csv,tsv,log,out,yaml,yml,snap';
const IS_DATA = new RegExp(`${endingIn(DATA)}|^[^.]+$`, 'i');

/** The name of a file in which a package manager writes down what it chose. */
export const LOCK_FILE =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|Pipfile\.lock|uv\.lock|Cargo\.lock|composer\.lock|Gemfile\.lock|go\.sum|bun\.lockb?)$/;

/**
 * A day in a name, as in `report-2025-09-14.md`. Data needs a time of day as well: `openapi-2024-01-01.json` is the version of something that
 * lives.
 */
const DAY = '(?<!\\d)20\\d\\d([-_.]?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])';
const PROSE = 'md,rst,adoc,txt';
const TABLES = 'json,jsonl,ndjson,csv,tsv,xml,html';
const DATED_PROSE = new RegExp(`${DAY}(?!\\d).*${endingIn(PROSE)}`, 'i');
const DATED_DATA = new RegExp(`${DAY}[-_.T]?(?:[01]\\d|2[0-3])[-_.]?[0-5]\\d.*${endingIn(TABLES)}`, 'i');
const DAY_GLOB = '20[0-9][0-9]{-,_,.,}[01][0-9]{-,_,.,}[0-3][0-9]';

/** By file name, each with the glob that says so. */
const NAMES: readonly (readonly [RegExp, string, RecordKind])[] = [
  [/\.backup\./, '**/*.backup.*', BACKUPS],
  [/\.(?:backup|bak|orig)$/, '**/*.{backup,bak,orig}', BACKUPS],
  [/_backup$/, '**/*_backup', BACKUPS],
  [/_backup\./, '**/*_backup.*', BACKUPS],
  [/~$/, '**/*~', BACKUPS],
  [/\.log(?:\.\d+)?$/, '**/*.{log,log.[0-9]*}', LOGS],
  [/[_-]logs?[_-].*\.(?:json|jsonl|txt|csv|xml|html)$/, '**/*{_,-}log{,s}{_,-}*.{json,jsonl,txt,csv,xml,html}', LOGS],
  [/\.har$/, '**/*.har', RESULTS],
  [
    /(?:^|[-_])test[-_]results?\.(?:md|txt|jsonl?|xml|html|csv|tsv|ya?ml)$/,
    '**/*test{-,_}result{,s}.{md,txt,json,jsonl,xml,html,csv,tsv,yml,yaml}',
    RESULTS,
  ],
  [/\.snap$/, '**/*.snap', REPLAYED],
  [
    /^(?:CHANGE|[Cc]hange)(?:LOG|S|log|s)(?:[-_][\w-]*)?(?:\.(?:mdx?|rst|txt|json))?$|^(?:HISTORY|RELEASES?|RELEASE[-_]NOTES|NEWS)\.(?:md|rst|txt)$/,
    '',
    CHANGELOGS,
  ],
  [
    /\.min\.(?:js|css|mjs)$|\.(?:js|css|mjs|cjs)\.map$/,
    '**/*.{min.js,min.css,min.mjs,js.map,css.map,mjs.map,cjs.map}',
    GENERATED,
  ],
  [/[._](?:generated|gen)\.\w+$|_pb2(?:_grpc)?\.pyi?$|\.pb\.go$/, '', GENERATED],
  [LOCK_FILE, '', LOCKS],
  [DATED_PROSE, `**/*${DAY_GLOB}*.{${PROSE}}`, DATED],
  [DATED_DATA, `**/*${DAY_GLOB}{-,_,.,T,}[0-2][0-9]*.{${TABLES}}`, DATED],
];

/** A record with the glob that holds it and its like. */
export interface RecordFile extends RecordKind {
  readonly glob: string;
  /** The glob that passes over the programs of the directory; absent where `glob` is for a name. */
  readonly narrow?: string;
}

/** What kind of record a file is by its path; `undefined` for a file that lives. */
export function recordOf(path: string): RecordFile | undefined {
  const steps = path.split('/');
  const name = steps.pop()!;
  for (const [index, step] of steps.entries()) {
    const kind = (index === 0 ? AT_ROOT : DIRECTORIES).find(([pattern]) => pattern.test(step))?.[1];
    if (!kind) continue;
    const directory = `${steps
      .slice(0, index + 1)
      .map(literally)
      .join('/')}/**`;
    if (kind.as === 'ignore' || kind === GENERATED) return { ...kind, glob: directory };
    if (IS_DATA.test(name)) return { ...kind, glob: directory, narrow: `${directory}/*.{${DATA}}` };
  }
  const found = NAMES.find(([pattern]) => pattern.test(name));
  return found && { ...found[2], glob: found[1] || `**/${literally(name)}` };
}

/** Directories whose dated texts are read today. */
const PUBLISHED = /(?:^|\/)(?:_?posts|blog|articles|news|content)\//i;

/** What a file is that tells what was, by its path, so that a host in it is the host of then: `a log`; `undefined` for a file that lives. */
export function toldPast(path: string): string | undefined {
  const { past, what } = recordOf(path) ?? {};
  const lives = /\.ya?ml$/i.test(path) || (what === DATED.what && PUBLISHED.test(path));
  return lives ? undefined : past;
}

/** The source of a pattern for the end of a name, from the endings as a glob lists them. */
function endingIn(endings: string): string {
  return `\\.(?:${endings.replaceAll(',', '|')})$`;
}

/** A name as a glob that matches nothing else. */
export function literally(step: string): string {
  return step.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}
