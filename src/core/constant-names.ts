import type { DomainModule } from '../types.ts';

/** The names under which a text may know the constants of a module: their own, and what it imports them as (`NAME as other`, `{ NAME: other }`). */
export function constantNames(text: string, module: DomainModule | undefined): ReadonlySet<string> {
  const own = (module?.bindings ?? []).map(({ name }) => name).filter((name) => text.includes(name));
  const names = new Set(own);
  if (names.size === 0) return names;
  for (const [, name, local] of text.matchAll(/([\w$]+)(?:\s{1,9}as\s{1,9}|\s{0,9}:\s{0,9})([\w$]+)/g))
    if (own.includes(name!)) names.add(local!);
  return names;
}
