/** A kind of file that tells what was, or that no one edits, and what becomes of it. */
interface RecordKind {
  /** A lower-case noun phrase in the plural. */
  readonly what: string;
  readonly as: 'ignore' | 'keep';
}

const BACKUPS: RecordKind = { what: 'backups', as: 'ignore' };
const VENDORED: RecordKind = { what: 'code of others', as: 'ignore' };
const LOGS: RecordKind = { what: 'logs', as: 'keep' };
const RESULTS: RecordKind = { what: 'recorded results', as: 'keep' };
const CHANGELOGS: RecordKind = { what: 'changelogs', as: 'keep' };
const GENERATED: RecordKind = { what: 'generated files', as: 'keep' };
const LOCKS: RecordKind = { what: 'lock files', as: 'keep' };

/** By directory; tried from the top. A pattern holds for the whole name. */
const DIRECTORIES: readonly (readonly [RegExp, RecordKind])[] = [
  [/^\.?(?:(?:old[-_])?backups?|bak)(?:[-_.].*)?$|.[-_.]backups?$/i, BACKUPS],
  [/^(?:node_modules|vendor|third[-_]?party|bower_components)$/, VENDORED],
  [/^(?:[a-z0-9]+[-_])+logs$/i, LOGS],
  [/^(?:[a-z0-9]+[-_])+(?:reports|results)$|^(?:__snapshots__|cassettes|recordings|htmlcov)$/i, RESULTS],
  [/^(?:changelogs?|\.?changesets?|releasenotes|release[-_]notes)$/i, CHANGELOGS],
  [/^(?:dist|__generated__|\.next|storybook-static)$/, GENERATED],
];

/** Directories that are records where they stand at the root; deeper ones of these names may be parts of a program. */
const AT_ROOT: readonly (readonly [RegExp, RecordKind])[] = [
  [/^logs?$/i, LOGS],
  [/^(?:reports|results|coverage)$/i, RESULTS],
];

/** What records are written in; a program is none, wherever it stands. */
const DATA = 'md,rst,txt,json,jsonl,ndjson,xml,html,csv,tsv,log,out,yaml,yml,snap';
const IS_DATA = new RegExp(`\\.(?:${DATA.replaceAll(',', '|')})$|^[^.]+$`, 'i');

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
  [/^test[-_]results?\./, '**/test{-,_}result{,s}.*', RESULTS],
  [/\.snap$/, '**/*.snap', RESULTS],
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
  [
    /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|Pipfile\.lock|uv\.lock|Cargo\.lock|composer\.lock|Gemfile\.lock|go\.sum|bun\.lock)$/,
    '',
    LOCKS,
  ],
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
    const kind = [...DIRECTORIES, ...(index === 0 ? AT_ROOT : [])].find(([pattern]) => pattern.test(step))?.[1];
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

/** A name as a glob that matches nothing else. */
export function literally(step: string): string {
  return step.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}
