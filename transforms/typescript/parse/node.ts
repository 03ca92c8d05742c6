import { partitionPoint } from '../../../src/core/partition-point.ts';
import { remembering } from '../../../src/core/remembering.ts';
import type { Span } from '../../../src/types/source.ts';

/** A node of Babel's tree. Fields are read through `child`, `list` and `word`, which check their shape. */
export interface Node extends Span {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The nodes from the root to one node, that node last. */
export type Path = readonly Node[];

const NOT_CHILDREN = new Set(['type', 'start', 'end', 'loc', 'extra', 'errors', 'comments', 'tokens', 'range']);

/** The fields of a node that belong to the program, positions and comments apart. */
function fieldsOf(node: Node): string[] {
  return Object.keys(node).filter((field) => !NOT_CHILDREN.has(field));
}

/** The fields of all nodes of a type that were met, sorted. */
const sortedFields = new Map<string, string[]>();

/** The fields of a node as `fieldsOf` gives them, sorted, and maybe others, which this node has not: sorting those of each node takes time. */
export function fieldsInOrder(node: Node): readonly string[] {
  const known = sortedFields.get(node.type) ?? [];
  const fresh = fieldsOf(node).filter((field) => !known.includes(field));
  if (fresh.length === 0) return known;
  const all = [...known, ...fresh].sort();
  sortedFields.set(node.type, all);
  return all;
}

/** True for a node, as opposed to lists, words and positions. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The node in a field, if there is one. */
export function child(node: Node | undefined, field: string): Node | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

/** The nodes in a field that holds a list, mostly that list itself; holes are left out. */
export function list(node: Node | undefined, field: string): readonly Node[] {
  const value = node?.[field];
  if (!Array.isArray(value)) return NO_NODES;
  return value.every(isNode) ? value : value.filter(isNode);
}

const NO_NODES: readonly Node[] = [];

/** The string in a field, if there is one. */
export function word(node: Node | undefined, field: string): string | undefined {
  const value = node?.[field];
  return typeof value === 'string' ? value : undefined;
}

/** Calls `visit` for every node below `node` with its parent and the field that holds it; `node` itself is not visited. */
export function walk(node: Node, visit: (node: Node, parent: Node, field: string) => void): void {
  for (const field of Object.keys(node)) {
    const value = node[field];
    if (typeof value !== 'object' || value === null || NOT_CHILDREN.has(field)) continue;
    if (isNode(value)) {
      visit(value, node, field);
      walk(value, visit);
    } else if (Array.isArray(value)) {
      for (const item of value) {
        if (!isNode(item)) continue;
        visit(item, node, field);
        walk(item, visit);
      }
    }
  }
}

/** The path to the innermost node that holds a span, which is not empty. */
export function pathTo(root: Node, span: Span): Path {
  const path = [root];
  for (let at = childAround(root, span); at; at = childAround(at, span)) path.push(at);
  return path;
}

/** The first child that holds a span. */
function childAround(parent: Node, span: Span): Node | undefined {
  for (const field of Object.keys(parent)) {
    const value = parent[field];
    if (typeof value !== 'object' || value === null || NOT_CHILDREN.has(field)) continue;
    const found = Array.isArray(value) ? memberAround(value, span) : isNode(value) && holds(value, span) ? value : undefined;
    if (found) return found;
  }
  return undefined;
}

/** From this many members on it is not worth while to look at each. */
const MANY = 32;

function memberAround(members: readonly unknown[], span: Span): Node | undefined {
  const inOrder = members.length < MANY ? undefined : apart(members);
  if (!inOrder) return members.find((member): member is Node => isNode(member) && holds(member, span));
  const found = inOrder[partitionPoint(inOrder.length, (index) => inOrder[index]!.end < span.end)];
  return found && holds(found, span) ? found : undefined;
}

/** The nodes of a list, of which at most one holds a span, as they follow each other in the text; `undefined` where they do not. A list of thousands is asked for each of its texts. */
const apart = remembering((members: readonly unknown[]): readonly Node[] | undefined => {
  const nodes = members.filter(isNode);
  return nodes.every((node, index) => index === 0 || nodes[index - 1]!.end <= node.start) ? nodes : undefined;
});

/** True for a node that a span lies in, both ends included. */
export function holds(node: Node, span: Span): boolean {
  return node.start <= span.start && span.end <= node.end;
}
