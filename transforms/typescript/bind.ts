import { accessPathOf, rootOf, showAccessPath } from '../../src/core/access-path.ts';
import type { Bound, Importable, Literal, ModuleRef, Placement } from '../../src/types/language.ts';
import type { Reason } from '../../src/types/reason.ts';
import type { Edit, SourceFile } from '../../src/types/source.ts';
import { importsOf, type ModuleImport } from './imports.ts';
import { mergeInto, type Wanted } from './merge.ts';
import { isTaken, timesDeclared } from './names.ts';
import type { Node } from './parse/node.ts';
import { isTree, parse, type Tree } from './parse/parse.ts';
import { leadingRequires, newImport } from './place.ts';
import { type Convention, conventionOf, placementRefusal } from './refusal.ts';
import { siteOf } from './site.ts';

/** Finds under which expression each placement reaches its constant, and the edits that import what is missing. */
export function bind(file: SourceFile, placements: readonly Placement[], module: Importable): Bound {
  const refused = new Map<Literal, Reason>();
  const tree = parse(file);
  const unparsed = (failure: string): { refusal: Reason } => ({ refusal: { code: 'unparsed-file', detail: { failure } } });
  const convention = isTree(tree) ? conventionOf(tree, file, module) : unparsed(tree.failure);
  if (!isTree(tree) || typeof convention !== 'string') {
    if (typeof convention !== 'string') for (const { literal } of placements) refused.set(literal, convention.refusal);
    return { edits: [], names: new Map(), refused };
  }
  for (const placement of placements) {
    const reason = placementRefusal(placement, file);
    if (reason !== undefined) refused.set(placement.literal, reason);
  }
  const taking = placements.filter((placement) => !refused.has(placement.literal));
  const reach = reachable(tree, file, module.reference(), convention, taking);
  const names = new Map(taking.map((placement) => [placement, expressionAt(placement, reach, file)]));
  return { edits: reach.edits, names, refused };
}

/** A key that is no name stands between the quotes of the text whose place it takes; a template and JSX have none. */
function expressionAt({ literal, binding }: Placement, { expressions }: Reach, file: SourceFile): string {
  const path = accessPathOf(binding.name);
  const quote = file.text[literal.span.start] === '"' && siteOf(literal)?.kind === 'string' ? '"' : "'";
  return showAccessPath(path, expressions.get(path.root)!, quote);
}

interface Reach {
  /** By the exported name. */
  readonly expressions: ReadonlyMap<string, string>;
  readonly edits: readonly Edit[];
}

function reachable(
  tree: Tree,
  file: SourceFile,
  module: ModuleRef,
  convention: Convention,
  placements: readonly Placement[],
): Reach {
  const usable = usableImports(tree, file, module, convention);
  const once = (local: string): boolean => timesDeclared(tree, local) === 1;
  const expressions = new Map<string, string>();
  const wanted: Wanted[] = [];
  for (const name of neededNames(placements)) {
    const local = usable.map((found) => found.names.get(name)).find((found) => found !== undefined && once(found));
    const space = usable.find((found) => found.form === 'namespace' && once(found.local!));
    if (local === undefined && !space) wanted.push({ exported: name, local: freeName(name, tree) });
    expressions.set(name, local ?? (space ? `${space.local}.${name}` : wanted.at(-1)!.local));
  }
  if (wanted.length === 0) return { expressions, edits: [] };
  const mergeable = usable.find((found) => found.form === 'named');
  const edits = mergeable ? mergeInto(mergeable, wanted, file) : [newImport(tree, file, module.specifier, wanted, convention)];
  return { expressions, edits };
}

/** Imports that are evaluated before anything of the file; a `require` counts only among those that lead the file. */
function usableImports(tree: Tree, file: SourceFile, module: ModuleRef, convention: Convention): ModuleImport[] {
  const leading: readonly Node[] = leadingRequires(tree);
  return importsOf(tree, file, module).filter(
    ({ statement }) => statement.type === 'ImportDeclaration' || (convention === 'commonjs' && leading.includes(statement)),
  );
}

/** The exported names to import, sorted. */
function neededNames(placements: readonly Placement[]): string[] {
  return [...new Set(placements.map(({ binding }) => rootOf(binding.name)))].sort();
}

/** The name itself, or where the file has it already, one that resembles it. */
function freeName(name: string, tree: Tree): string {
  if (!isTaken(tree, name)) return name;
  let candidate = `_${name}`;
  for (let number = 2; isTaken(tree, candidate); number++) candidate = `_${name}_${number}`;
  return candidate;
}
