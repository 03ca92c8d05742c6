import type { DomainModule, Span } from '../types.ts';

/** What a language is asked about a file. */
export interface Spots {
  readonly hits: readonly Span[];
  readonly constants: ReadonlySet<string>;
}

/** What an import names, in braces, in parentheses, or up to the end of its line. */
const IMPORT = /\bimport\b\s{0,9}(?:type\s{1,9})?([({][^(){}]{0,9999}|[^\r\n(){};]{1,999})/g;
const REQUIRE = /\{([^{}]{1,9999})\}\s{0,9}=\s{0,9}(?:await\s{1,9})?(?:require|import)\(/g;
const RENAMED = /([\w$]+)(?:\s{1,9}as\s{1,9}|\s{0,9}:\s{0,9})([\w$]+)/g;

/** The names under which a text may know the constants of a module: their own, and those that it imports them by. */
export function constantNames(text: string, module: DomainModule | undefined): ReadonlySet<string> {
  const own = (module?.bindings ?? []).map(({ name }) => name).filter((name) => text.includes(name));
  const names = new Set(own);
  if (names.size === 0) return names;
  for (const [, clause] of [...text.matchAll(IMPORT), ...text.matchAll(REQUIRE)])
    for (const [, name, local] of clause!.matchAll(RENAMED)) if (own.includes(name!)) names.add(local!);
  return names;
}
