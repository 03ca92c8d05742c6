import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'transforms']
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((path) => posix.join(top, path)))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));

/** The house from the ground up. A room imports from the floors below its own, types included, and from itself. */
const FLOORS: readonly (readonly string[])[] = [
  ['types'],
  ['core', 'report-schema', 'rules'],
  ['files', 'guards', 'page', 'transforms'],
  ['checks', 'config', 'history', 'plan', 'ssot', 'survey'],
  ['jscodeshift', 'propose', 'reporters', 'scan'],
  ['apply'],
  ['interactive', 'report', 'series'],
  ['commands'],
  ['cli'],
];

/** Libraries with a room of their own. */
const KEPT_IN: Readonly<Record<string, readonly string[]>> = {
  'ts-morph': ['transforms'],
  yaml: ['config', 'checks', 'propose', 'transforms', 'interactive'],
  // What is read back is validated where it is read.
  zod: ['config', 'files', 'series', 'interactive', 'scan', 'commands', 'report-schema'],
  tldts: ['config', 'survey'],
  '@clack/prompts': ['commands', 'interactive'],
  'fast-glob': ['files'],
  diff: ['reporters', 'page'],
  yargs: ['cli'],
  'cli-progress': ['cli'],
  jscodeshift: ['jscodeshift', 'transforms'],
  '@lezer/python': ['transforms'],
  'smol-toml': ['transforms'],
  '@balena/dockerignore': ['checks'],
};

/** Rooms that know no files, processes or clocks beside what they are given. */
const PURE = ['types', 'core', 'guards', 'plan', 'transforms', 'propose', 'rules', 'reporters', 'page'];
const OUTSIDE = ['fs', 'fs/promises', 'child_process', 'worker_threads', 'net', 'http', 'https', 'os', 'process'].map(
  (name) => `node:${name}`,
);

/** Where files are opened: what a scanned tree holds is read safely in the one, the other loads the program itself. */
const OF_FILES = ['src/files/', 'src/cli/launch/'];

function roomOf(path: string): string {
  const [top, room] = path.split('/') as [string, string];
  return top === 'transforms' ? top : room.replace(/\.ts$/, '');
}

const importsByPath = new Map(
  files.map((path) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, path), 'utf8'), true, true);
    return [path, importedFiles.map(({ fileName }) => fileName)] as const;
  }),
);

function importsOf(path: string): readonly string[] {
  return importsByPath.get(path) ?? [];
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

/** What stands there of a language before a file of it is met: its profile, which is data and cheap functions. */
function isLightOfLanguage(path: string): boolean {
  return /^transforms\/[a-z]+\/(?:profile|formats|roots|detection-names)\.ts$/.test(path);
}

const floorOf = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));

/** The files of the house that a file imports, as values or as types. */
function neighbours(path: string): string[] {
  return importsOf(path)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier));
}

describe('the house', () => {
  it('has a floor for every room, and no other', () => {
    expect(files.length).toBeGreaterThan(20);
    expect([...new Set(files.map(roomOf))].sort()).toEqual([...floorOf.keys()].sort());
  });

  it('is entered from above', () => {
    const wrong = files.flatMap((path) =>
      neighbours(path)
        .filter((target) => roomOf(target) !== roomOf(path) && !(floorOf.get(roomOf(target))! < floorOf.get(roomOf(path))!))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    const open = new Map<string, 'entered' | 'left'>();
    const circles: string[] = [];
    const walk = (path: string, way: readonly string[]): void => {
      if (open.get(path) === 'left') return;
      if (open.get(path) === 'entered') {
        circles.push([...way.slice(way.indexOf(path)), path].join(' > '));
        return;
      }
      open.set(path, 'entered');
      for (const target of neighbours(path)) if (target.endsWith('.ts')) walk(target, [...way, path]);
      open.set(path, 'left');
    };
    for (const path of files) walk(path, []);
    expect(circles).toEqual([]);
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

  it('proves the edits of a language by nothing that they are made with', () => {
    const proofs = files.filter((path) => /^transforms\/[a-z]+\/proof\//.test(path));
    expect(new Set(proofs.map((path) => path.split('/')[1]))).toEqual(new Set(['component', 'python', 'typescript']));
    const isShared = (target: string): boolean =>
      /^transforms\/[a-z]+\/(?:parse|proof)\//.test(target) || /^src\/(?:types|core)\//.test(target);
    const parsers = files.filter((path) => /^transforms\/[a-z]+\/parse\//.test(path));
    const wrong = [
      ...proofs.flatMap((path) =>
        neighbours(path)
          .filter((target) => !isShared(target))
          .map((target) => `${path} imports ${target}`),
      ),
      // A parser is shared: it brings nothing else along.
      ...parsers.flatMap((path) =>
        neighbours(path)
          .filter((target) => !isShared(target) || target.includes('/proof/'))
          .map((target) => `${path} imports ${target}`),
      ),
      ...files
        .filter((path) => !proofs.includes(path) && !/^transforms\/[a-z]+\/language\.ts$/.test(path))
        .flatMap((path) =>
          neighbours(path)
            .filter((target) => target.includes('/proof/'))
            .map((target) => `${path} imports ${target}`),
        ),
    ];
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
      (path) =>
        !OF_FILES.some((folder) => path.startsWith(folder)) &&
        importsOf(path).some((specifier) => /^(?:node:)?fs(?:\/|$)/.test(specifier)),
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
    const reached = loadedWith('src/cli/main.ts', 'src/commands/plan.ts', 'src/scan/pool.ts');
    expect(reached).toContain('src/plan/planner.ts');
    const late = ['survey', 'propose', 'history', 'interactive', 'series', 'page', 'transforms'];
    const lateCommands = ['hosts', 'init', 'interview', 'merge-reports', 'probe'].map((name) => `src/commands/${name}.ts`);
    const light = ['src/series/context.ts', 'src/series/open.ts', 'transforms/languages.ts'];
    const isLight = (path: string): boolean => light.includes(path) || isLightOfLanguage(path);
    expect(reached.filter((path) => (late.includes(roomOf(path)) || lateCommands.includes(path)) && !isLight(path))).toEqual([]);
  });

  it('has short files, named for what they hold', () => {
    const lengths = files.map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
    expect(files.filter((path) => /(?:^|[/.-])(?:utils?|helpers?|common|misc|shared|lib)(?:[/.-]|$)/.test(path))).toEqual([]);
    expect(files.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(basename(path)))).toEqual([]);
  });
});
