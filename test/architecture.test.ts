import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'transforms']
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((path) => posix.join(top, path)))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));

/** Who may import whom: every room and every file beside the rooms, with the rooms it may look into. */
const PIPELINE = [
  'report-types',
  'interrupt',
  'types',
  'errors',
  'config',
  'core',
  'files',
  'ssot',
  'policy',
  'checks',
  'rules',
  'languages',
  'scan',
  'pool',
  'cache',
  'twins',
  'type-proof',
  'apply',
  'selection',
  'basis',
  'replay',
  'baseline',
  'report',
  'report-digest',
  'shard',
  'series',
];
const MAY: Readonly<Record<string, readonly string[]>> = {
  types: [],
  'report-types': ['types'],
  'inventory-types': ['types', 'report-types'],
  errors: [],
  flags: ['init-flags'],
  'init-flags': ['flags'],
  commands: ['flags'],
  output: ['errors', 'files'],
  'output-file': ['types', 'errors', 'config', 'core', 'files'],
  progress: [],
  interrupt: [],
  // Starts the program, which it knows by type alone.
  launch: ['program'],
  program: ['cli', 'scan-worker'],
  core: ['types', 'report-types'],
  transform: ['types', 'report-types', 'errors', 'core', 'files', 'report-schema'],
  transforms: ['types', 'core', 'transform'],
  config: ['types', 'errors', 'core', 'files'],
  files: ['types', 'report-types', 'errors', 'core'],
  // An adopted Python module is read by the parser of the transforms, which is pure.
  ssot: ['types', 'report-types', 'errors', 'core', 'transforms', 'files'],
  policy: ['types', 'config', 'ssot'],
  checks: ['types', 'errors', 'core', 'files'],
  survey: ['types', 'report-types', 'errors', 'core', 'config', 'files'],
  propose: ['types', 'core', 'survey'],
  history: ['types', 'inventory-types', 'errors', 'core', 'files'],
  rules: ['types'],
  reporters: ['types', 'report-types', 'inventory-types', 'core', 'rules', 'page'],
  // Runs in a browser.
  page: ['core'],
  languages: ['types', 'transforms'],
  scan: PIPELINE,
  'scan-worker': ['scan'],
  pool: PIPELINE,
  cache: [...PIPELINE, 'report-schema'],
  twins: PIPELINE,
  'type-proof': PIPELINE,
  apply: PIPELINE,
  baseline: PIPELINE,
  selection: PIPELINE,
  basis: PIPELINE,
  replay: [...PIPELINE, 'run', 'report-schema'],
  'cached-run': [...PIPELINE, 'run'],
  report: PIPELINE,
  shard: PIPELINE,
  series: PIPELINE,
  interactive: [...PIPELINE, 'reporters'],
  run: [...PIPELINE, 'interactive'],
  'report-schema': ['types', 'report-types'],
  'report-digest': ['report-types'],
  'shard-reports': ['types', 'report-types', 'errors', 'files', 'report-schema', 'report-digest'],
  merge: [...PIPELINE, 'run', 'shard-reports'],
  probe: ['types', 'inventory-types', 'core'],
  explain: ['errors', 'config', 'rules', 'reporters'],
  'flag-conflicts': ['errors', 'flags'],
  'plain-words': ['flags', 'commands'],
  'commit-flags': ['errors', 'plain-words', 'series'],
  'command-line': ['errors', 'config', 'flags', 'commands', 'plain-words'],
  'probe-flags': ['errors'],
  'history-flags': ['errors'],
  invocation: [
    'errors',
    'config',
    'files',
    'flags',
    'commands',
    'flag-conflicts',
    'plain-words',
    'command-line',
    'commit-flags',
    'probe-flags',
    'history-flags',
    'series',
    'survey',
  ],
  inventory: [
    'types',
    'report-types',
    'inventory-types',
    'errors',
    'config',
    'survey',
    'propose',
    'history',
    'run',
    'cached-run',
  ],
  init: ['errors', 'config', 'files', 'survey', 'propose'],
  interview: ['init', 'reporters'],
  cli: [
    'types',
    'errors',
    'config',
    'files',
    'reporters',
    'invocation',
    'output',
    'output-file',
    'progress',
    'run',
    'cached-run',
    'series',
    'merge',
    'probe',
    'inventory',
    'init',
    'interview',
    'explain',
  ],
};

/** Libraries with a room of their own. */
const KEPT_IN: Readonly<Record<string, readonly string[]>> = {
  'ts-morph': ['ssot'],
  yaml: ['config', 'checks', 'propose', 'ssot', 'interactive'],
  // What is read back is validated where it is read.
  zod: ['config', 'files', 'series', 'interactive', 'cache', 'replay', 'report-schema'],
  tldts: ['config', 'survey'],
  '@clack/prompts': ['interview', 'interactive'],
  'fast-glob': ['files'],
  diff: ['reporters', 'page'],
  yargs: ['command-line'],
  'cli-progress': ['progress'],
  jscodeshift: ['transform', 'transforms'],
  '@lezer/python': ['transforms', 'checks'],
  'smol-toml': ['checks', 'ssot'],
  '@balena/dockerignore': ['checks'],
};

/** Rooms that know no files, processes or clocks beside what they are given. */
const PURE = [
  'types',
  'report-types',
  'inventory-types',
  'core',
  'transforms',
  'propose',
  'rules',
  'reporters',
  'page',
  'flags',
  'commands',
];
const OUTSIDE = ['fs', 'fs/promises', 'child_process', 'worker_threads', 'net', 'http', 'https', 'os', 'process'].map(
  (name) => `node:${name}`,
);

/** The rooms that open files: what a scanned tree holds is read safely in the one, the other loads the program itself. */
const OF_FILES = ['files', 'launch'];

function roomOf(path: string): string {
  const [top, room] = path.split('/') as [string, string];
  return top === 'transforms' ? top : room.replace(/\.ts$/, '');
}

function importsOf(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, path), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

/** The files that are loaded with some: what they import as values, at once, and what that imports. */
function loadedWith(...entries: readonly string[]): string[] {
  const reached = new Set(entries);
  for (const path of reached) {
    const { statements } = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest);
    for (const statement of statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      const specifier = statement.moduleSpecifier as ts.StringLiteral | undefined;
      const isType = ts.isImportDeclaration(statement) ? isTypeImport(statement) : statement.isTypeOnly;
      if (specifier?.text.startsWith('.') && !isType) reached.add(posix.join(posix.dirname(path), specifier.text));
    }
  }
  return [...reached];
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  const names = importClause?.namedBindings;
  const all = names && ts.isNamedImports(names) ? names.elements : [];
  return importClause?.isTypeOnly === true || (all.length > 0 && all.every(({ isTypeOnly }) => isTypeOnly));
}

describe('the house', () => {
  it('has a place in the table for every file', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((path) => !(roomOf(path) in MAY))).toEqual([]);
  });

  it('is entered one way', () => {
    const wrong = files.flatMap((path) =>
      importsOf(path)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => roomOf(posix.join(posix.dirname(path), specifier)))
        .filter((target) => target !== roomOf(path) && !MAY[roomOf(path)]?.includes(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps libraries in their rooms', () => {
    const wrong = files.flatMap((path) =>
      importsOf(path)
        .filter((specifier) => {
          const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
          return KEPT_IN[name] !== undefined && !KEPT_IN[name].includes(roomOf(path));
        })
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the pure rooms pure', () => {
    const wrong = files.filter(
      (path) => PURE.includes(roomOf(path)) && importsOf(path).some((specifier) => OUTSIDE.includes(specifier)),
    );
    expect(wrong).toEqual([]);
  });

  it('reads and writes files in one room', () => {
    const wrong = files.filter(
      (path) => !OF_FILES.includes(roomOf(path)) && importsOf(path).some((specifier) => /^(?:node:)?fs(?:\/|$)/.test(specifier)),
    );
    expect(wrong).toEqual([]);
  });

  it('imports its own files by their names, with the suffix', () => {
    const wrong = files.flatMap((path) =>
      importsOf(path).filter((specifier) => /^\.\.?\//.test(specifier) && !specifier.endsWith('.ts')),
    );
    expect(wrong).toEqual([]);
  });

  it('loads late what a check does not need', () => {
    const reached = loadedWith('src/cli.ts', 'src/run.ts', 'src/pool.ts');
    expect(reached).toContain('src/core/plan.ts');
    const late = [
      'init',
      'inventory',
      'survey',
      'propose',
      'history',
      'interactive',
      'series',
      'merge',
      'probe',
      'page',
      'transforms',
    ];
    const types = ['src/series/context.ts', 'src/series/open.ts'];
    expect(reached.filter((path) => late.includes(roomOf(path)) && !types.includes(path))).toEqual([]);
  });

  it('has short files, named for what they hold', () => {
    const lengths = files.map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }));
    const nouns = lengths.filter(({ path }) => basename(path) !== 'types.ts');
    expect(nouns.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = nouns.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
    expect(files.filter((path) => /(?:^|[/.-])(?:utils?|helpers?|common|misc|shared|lib)(?:[/.-]|$)/.test(path))).toEqual([]);
    expect(files.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(basename(path)))).toEqual([]);
  });
});
