import type { DomainModule } from '../types/policy.ts';
import type { Span } from '../types/source.ts';
import { parseAccessPath, rootOf, showAccessPath } from './access-path.ts';

/** What a language is asked about a file. */
export interface Spots {
  readonly hits: readonly Span[];
  readonly constants: ReadonlySet<string>;
}

/** What an import names, in braces, in parentheses, or up to the end of its line. */
const IMPORT = /\bimport\b\s{0,9}(?:type\s{1,9})?([({][^(){}]{0,9999}|[^\r\n(){};]{1,999})/g;
const REQUIRE = /\{([^{}]{1,9999})\}\s{0,9}=\s{0,9}(?:await\s{1,9})?(?:require|import)\(/g;
const RENAMED = /([\w$]+)(?:\s{1,9}as\s{1,9}|\s{0,9}:\s{0,9})([\w$]+)/g;

/** The names and expressions under which a text may know the constants of a module: their own, and those that it imports them by. */
export function constantNames(text: string, module: DomainModule | undefined): ReadonlySet<string> {
  const own = (module?.bindings ?? []).map(({ name }) => name).filter((name) => text.includes(rootOf(name)));
  const names = new Set(own);
  if (names.size === 0) return names;
  for (const [, clause] of [...text.matchAll(IMPORT), ...text.matchAll(REQUIRE)])
    for (const [, root, local] of clause!.matchAll(RENAMED))
      for (const name of own) if (rootOf(name) === root) names.add(reachedBy(name, local!));
  return names;
}

function reachedBy(name: string, local: string): string {
  const path = parseAccessPath(name);
  return path ? showAccessPath(path, local) : local;
}

/** Longer than any expression of a constant. */
const LONGEST = 500;

/** Whether an expression, as it is written, is that of a constant: by its own name or from the whole module. */
export function isConstant(expression: string, constants: ReadonlySet<string> | undefined): boolean {
  if (!constants || constants.size === 0 || expression.length > LONGEST) return false;
  const path = parseAccessPath(expression);
  if (!path) return false;
  if (constants.has(showAccessPath(path))) return true;
  const [first, ...steps] = path.steps;
  return first?.by === 'attribute' && constants.has(showAccessPath({ root: first.name, steps }));
}
