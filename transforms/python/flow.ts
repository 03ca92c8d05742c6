import type { SyntaxNode } from '@lezer/common';
import type { Literal, Relation, SourceFile } from '../../src/types.ts';
import { calleeNames, operatorOf, targetsOf } from './expression.ts';
import type { Placed } from './relations.ts';
import { children, same, textOf } from './tree.ts';

/**
 * Input and expectation of a test: a text that is compared with an expression, and the texts from which that expression's names were
 * assigned in the same function, over any number of assignments.
 */
export function flows(file: SourceFile, placed: readonly Placed[]): Relation[] {
  const relations: Relation[] = [];
  const byFunction = new Map<number, (Placed & { owner: SyntaxNode })[]>();
  for (const one of placed.flatMap(inFunction)) byFunction.set(one.owner.from, [...(byFunction.get(one.owner.from) ?? []), one]);
  for (const group of byFunction.values()) {
    const compared = group.flatMap(({ literal, node }) => {
      const names = comparedNames(file, node);
      return names.length > 0 ? [{ literal, names }] : [];
    });
    if (compared.length === 0 || compared.length === group.length) continue;
    const assignments = assignmentsOf(file, group[0]!.owner);
    for (const { literal, names } of compared) {
      const members = sources(names, assignments, group).filter((source) => source !== literal);
      if (members.length > 0) relations.push({ kind: 'compared', members: [literal, ...members] });
    }
  }
  return relations;
}

interface Assignment {
  readonly start: number;
  readonly end: number;
  readonly targets: readonly string[];
  readonly used: readonly string[];
}

function inFunction(placed: Placed): (Placed & { owner: SyntaxNode })[] {
  for (let parent = placed.node.parent; parent; parent = parent.parent) {
    if (parent.name === 'FunctionDefinition') return [{ ...placed, owner: parent }];
  }
  return [];
}

/** Dotted names on the other side of the comparison that a text stands in. */
function comparedNames(file: SourceFile, node: SyntaxNode): string[] {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.name === 'BinaryExpression' && /^([=!]=|in|not in)$/.test(operatorOf(file, parent))) {
      const other = same(parent.firstChild, child) ? parent.lastChild : parent.firstChild;
      return other ? dottedNames(textOf(file, other)) : [];
    }
    if (parent.name === 'ArgList' && /^assert/i.test(calleeNames(file, parent)[0] ?? '')) {
      const rest = file.text.slice(parent.from, child.from) + file.text.slice(child.to, parent.to);
      return dottedNames(`${calleeNames(file, parent)[1] ?? ''} ${rest}`);
    }
    if (parent.type.is('Statement')) break;
  }
  return [];
}

function dottedNames(code: string): string[] {
  return code.match(/[^\W\d]\w*(?:\.[^\W\d]\w*)*/g) ?? [];
}

function assignmentsOf(file: SourceFile, owner: SyntaxNode): Assignment[] {
  const out: Assignment[] = [];
  owner.cursor().iterate((ref) => {
    if (!/^(AssignStatement|ForStatement|WithStatement)$/.test(ref.name)) return;
    const node = ref.node;
    const body = node.getChild('Body');
    const end = body ? body.from : node.to;
    const targets = node.name === 'WithStatement' ? withTargets(node) : targetsOf(node);
    const after = node.name === 'AssignStatement' ? (targets.at(-1)?.to ?? node.from) : node.from;
    out.push({
      start: node.from,
      end,
      targets: targets.flatMap((target) => dottedNames(textOf(file, target))),
      used: dottedNames(file.text.slice(after, end)),
    });
  });
  return out;
}

function withTargets(node: SyntaxNode): SyntaxNode[] {
  const parts = children(node);
  return parts.filter((_, i) => parts[i - 1]?.name === 'as');
}

function sources(names: readonly string[], assignments: readonly Assignment[], group: readonly Placed[]): Literal[] {
  const known = new Set(names);
  const taken = new Set<Assignment>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const assignment of assignments) {
      if (taken.has(assignment) || !assignment.targets.some((target) => reaches(known, target))) continue;
      taken.add(assignment);
      for (const name of assignment.used) known.add(name);
      grown = true;
    }
  }
  return group
    .filter(({ literal: { span } }) => [...taken].some((one) => one.start <= span.start && span.end <= one.end))
    .map(({ literal }) => literal);
}

/** `result.url` is reached from `result`, and `self.url` from `self.url`, but not from `self`. */
function reaches(known: ReadonlySet<string>, target: string): boolean {
  for (const name of known) if (name === target || name.startsWith(`${target}.`)) return true;
  return false;
}
