import { NodeProp, Tree } from '@lezer/common';
import { remembering } from '../../../src/core/remembering.ts';

/**
 * A tree of the same nodes, from which the parser takes over statements where they belong. Of its own tree it takes runs of them too, and by
 * the depth that it noted for their beginning, which is a deeper one where a block ends there: a function would become part of the class before it.
 */
export const reusable = remembering(withStatements);

const BLOCK = /^(?:Script|Body|MatchBody)$/;

function withStatements(tree: Tree): Tree {
  const children: Tree['children'][number][] = [];
  const positions: number[] = [];
  let depth = tree.type.name === 'Script' ? 0 : undefined;
  const add = (run: Tree, start: number): void => {
    for (const [index, node] of run.children.entries()) {
      const at = start + run.positions[index]!;
      if (!(node instanceof Tree) || !isMade(node)) {
        children.push(node);
        positions.push(at);
      } else if (node.type.isAnonymous && node.children.some((child) => child instanceof Tree)) add(node, at);
      else {
        if (BLOCK.test(tree.type.name)) depth ??= depthOf(node);
        children.push(depth === undefined ? withStatements(node) : atDepth(withStatements(node), depth));
        positions.push(at);
      }
    }
  };
  add(tree, 0);
  return new Tree(tree.type, children, positions, tree.length, tree.propValues as [NodeProp<unknown> | number, unknown][]);
}

/** Whether statements may stand in a node, or it is a run of nodes. */
function isMade({ type }: Tree): boolean {
  return type.isAnonymous || type.is('Statement') || type.name === 'MatchClause' || BLOCK.test(type.name);
}

function depthOf(statement: Tree): number {
  return statement.prop(NodeProp.contextHash) ?? 0;
}

/** The statements of a block are at one depth. */
function atDepth(statement: Tree, depth: number): Tree {
  if (depthOf(statement) === depth) return statement;
  const { type, children, positions, length, propValues } = statement;
  const others = propValues.filter(([id]) => id !== (NodeProp.contextHash as unknown as { id: number }).id);
  return new Tree(type, children, positions, length, [...others, [NodeProp.contextHash, depth]]);
}
