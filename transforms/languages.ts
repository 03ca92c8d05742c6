import { posix } from 'node:path';
import { listed } from '../src/core/layout/prose.ts';
import type { Language } from '../src/types/language.ts';
import type { ModuleCode } from '../src/types/module.ts';
import type { LanguageProfile, ModuleProfile } from '../src/types/profile.ts';
import type { ModuleProposal } from '../src/types/proposal.ts';
import { component } from './component/profile.ts';
import { DATA_FORMATS } from './data/formats.ts';
import { python } from './python/profile.ts';
import { text } from './text/profile.ts';
import { typescript } from './typescript/profile.ts';

/** One line per language; text is the language of everything else. */
const KNOWN = { python, typescript, component, text } satisfies Readonly<Record<string, LanguageProfile>>;

export type LanguageName = keyof typeof KNOWN;

const byName = new Map<string, LanguageProfile>();
const byExtension = new Map<string, LanguageProfile>();
const loaded = new Map<string, Promise<Language>>();

for (const profile of Object.values(KNOWN)) addLanguage(profile);

/** Makes a language known to this process; it takes the endings that it names from the languages that had them before. Gives what takes it out again. */
export function addLanguage(profile: LanguageProfile): () => void {
  const before = Object.keys(profile.extensions).map((extension) => [extension, byExtension.get(extension)] as const);
  byName.set(profile.name, profile);
  for (const extension of Object.keys(profile.extensions)) byExtension.set(extension, profile);
  return () => {
    byName.delete(profile.name);
    loaded.delete(profile.name);
    for (const [extension, other] of before)
      if (other) byExtension.set(extension, other);
      else byExtension.delete(extension);
  };
}

/** The language of a path. */
function profileOf(path: string): LanguageProfile {
  return byExtension.get(endingOf(path).toLowerCase()) ?? text;
}

/** Directories of tests in every language. */
const OF_TESTS = /(?:^|\/)(?:tests?|specs?|e2e|__tests__|fixtures?)\//i;

/** Whether a file is a test, by its directory, or by what its language calls tests. */
export function isTestFile(path: string): boolean {
  return OF_TESTS.test(path) || profileOf(path).isTest?.(path) === true;
}

/** The language of a name; `undefined` for one that nobody has, and for formats of data. */
export function profileNamed(name: string): LanguageProfile | undefined {
  return byName.get(name);
}

/** What a language knows of its domain modules; `undefined` where its files import none. */
export function moduleProfileOf(name: string): ModuleProfile | undefined {
  return byName.get(name)?.module;
}

/** The endings of files that can be domain modules and hold code. */
export function moduleExtensions(): string[] {
  return [...byName.values()].flatMap(({ module, extensions }) =>
    Object.keys(extensions).filter((extension) => module && extensions[extension]!.scope),
  );
}

/** Endings of domain modules in words, such as `.py, .ts or .js`. */
export function exampleExtensions(): string {
  return listed(
    [...byName.values()].flatMap(({ module }) => module?.examples ?? []),
    'or',
  );
}

/** Words that no constant can have as its name, as one of the languages has a use for it. */
export function reservedWords(): ReadonlySet<string> {
  return new Set([...byName.values()].flatMap(({ module }) => module?.reserved ?? []));
}

/** The name of the language of a path. */
export function languageName(path: string): string {
  return profileOf(path).name;
}

/** Loads the language of a path, once per process. */
export function languageFor(path: string): Promise<Language> {
  const { name, load } = profileOf(path);
  let language = loaded.get(name);
  if (!language) {
    language = load().then((found) => found.language);
    loaded.set(name, language);
  }
  return language;
}

/** Loads what writes domain modules of a language or of a format of data. Throws for a name that is neither. */
export async function moduleCodeOf(name: string): Promise<ModuleCode> {
  const kind = moduleProfileOf(name) ?? DATA_FORMATS.find((format) => format.name === name);
  if (!kind) throw new Error(`${name} is no language of a domain module`);
  return (await kind.loadCode()).code;
}

/** Every name that modules take for finding their environment, with the environment for which it is made, where it is made for one. */
export function detectionNames(environments: readonly string[]): (readonly [name: string, environment?: string])[] {
  return [...byName.values()].flatMap(({ module }) => {
    const { words = [], typeOf } = module?.detection ?? {};
    return [
      ...words.map((name) => [name] as const),
      ...(typeOf ? environments.map((name) => [typeOf(name), name] as const) : []),
    ];
  });
}

/** Loads what proposes modules, by the name of the language. */
export async function proposalsOfModules(): Promise<ReadonlyMap<string, ModuleProposal>> {
  const proposals = new Map<string, ModuleProposal>();
  for (const { name, module } of byName.values()) {
    const loading = module?.loadProposal?.();
    if (loading) proposals.set(name, (await loading).proposal);
  }
  return proposals;
}

/** What a file is as a domain module: of a language, with the globs of the files that import it, or data. */
export type ModuleKind =
  | { readonly language: string; readonly module: ModuleProfile; readonly scope: readonly string[] }
  | { readonly data: string };

/** What a file can be as a domain module, by its name; `undefined` for what nobody writes. */
export function moduleKindOf(file: string): ModuleKind | undefined {
  const extension = posix.extname(file);
  const { name, module, extensions } = byExtension.get(extension) ?? text;
  const scope = extensions[extension]?.scope;
  if (module && scope && !module.isNone?.(file)) return { language: name, module, scope };
  const format = DATA_FORMATS.find(({ files }) => files.test(file));
  return format && { data: format.name };
}

/** From the last dot of the name on. */
function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(dot) : '';
}
