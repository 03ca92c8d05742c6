import type { Language } from '../src/types/language.ts';

/** One line per language; text is the language of everything else. Loaded when the first file of the kind is met. */
const LANGUAGES: readonly {
  readonly name: string;
  readonly files: RegExp;
  readonly load: () => Promise<{ language: Language }>;
}[] = [
  { name: 'python', files: /\.pyi?w?$/i, load: () => import('./python/language.ts') },
  { name: 'typescript', files: /\.[cm]?[jt]sx?$/i, load: () => import('./typescript/language.ts') },
  { name: 'component', files: /\.(?:vue|svelte|astro|html?)$/i, load: () => import('./component/language.ts') },
];

const text = { name: 'text', load: (): Promise<{ language: Language }> => import('./text/language.ts') };

const loaded = new Map<string, Language>();

/** The name of the language of a path. */
export function languageName(path: string): string {
  return (LANGUAGES.find(({ files }) => files.test(path)) ?? text).name;
}

/** Loads the language of a path, once per process. */
export async function languageFor(path: string): Promise<Language> {
  const { name, load } = LANGUAGES.find(({ files }) => files.test(path)) ?? text;
  let language = loaded.get(name);
  if (!language) {
    language = (await load()).language;
    loaded.set(name, language);
  }
  return language;
}
