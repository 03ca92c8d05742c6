import type { SyntaxNode } from '@lezer/common';
import { groupBy } from '../../src/core/group-by.ts';
import type { Literal, Relation } from '../../src/types/language.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { calleeNames, operatorOf, targetsOf } from './expression.ts';
import { children, same } from './parse/tree.ts';
import type { Placed } from './placed.ts';

/**
 * Input and expectation of a test: a text that is compared with an expression, and the texts from which that expression's names were
 * assigned in the same function, over any number of assignments.
 */
export function flows(file: SourceFile, placed: readonly Placed[]): Relation[] {
  const relations: Relation[] = [];
  for (const group of groupBy(placed.flatMap(inFunction), ({ owner }) => owner.from).values()) {
    if (group.length === 1) continue;
    const { owner } = group[0]!;
    const namesIn = namesOfCode(file, owner);
    const compared = group.flatMap(({ literal, node }) => {
      const names = comparedNames(file, node, namesIn);
      return names.length > 0 ? [{ literal, names }] : [];
    });
    if (compared.length === 0) continue;
    const assignments = assignmentsOf(owner, namesIn);
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
function comparedNames(file: SourceFile, node: SyntaxNode, namesIn: NamesIn): string[] {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.name === 'BinaryExpression' && /^([=!]=|in|not in)$/.test(operatorOf(file, parent))) {
      const other = same(parent.firstChild, child) ? parent.lastChild : parent.firstChild;
      return other ? namesIn(other.from, other.to) : [];
    }
    if (parent.name === 'ArgList' && /^assert/i.test(calleeNames(file, parent)[0] ?? '')) {
      const tested = calleeNames(file, parent)[1];
      return [...(tested ? [tested] : []), ...namesIn(parent.from, child.from), ...namesIn(child.to, parent.to)];
    }
    if (parent.type.is('Statement')) break;
  }
  return [];
}

/** The dotted names between two offsets. */
type NamesIn = (from: number, to: number) => string[];

/** Names of code alone: a word within a text names nothing, and is another one once its host has changed. */
function namesOfCode(file: SourceFile, owner: SyntaxNode): NamesIn {
  let code = '';
  const keep = (end: number): void => {
    code += file.text.slice(owner.from + code.length, end);
  };
  const blank = (end: number): void => {
    code += ' '.repeat(Math.max(0, end - owner.from - code.length));
  };
  owner.cursor().iterate(
    (ref) => {
      if (ref.name === 'FormatReplacement' && ref.node.parent?.name === 'FormatString') blank(ref.from);
      else if (/^(String|FormatString|Comment)$/.test(ref.name)) keep(ref.from);
    },
    (ref) => {
      if (ref.name === 'FormatReplacement') keep(ref.to);
      else if (/^(String|FormatString|Comment)$/.test(ref.name)) blank(ref.to);
    },
  );
  keep(owner.to);
  return (from, to) => code.slice(from - owner.from, to - owner.from).match(/[^\W\d]\w*(?:\.[^\W\d]\w*)*/g) ?? [];
}

function assignmentsOf(owner: SyntaxNode, namesIn: NamesIn): Assignment[] {
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
      targets: targets.flatMap((target) => namesIn(target.from, target.to)),
      used: namesIn(after, end),
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
