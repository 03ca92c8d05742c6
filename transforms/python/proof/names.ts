import type { SyntaxNode, Tree } from '@lezer/common';
import { partitionPoint } from '../../../src/core/partition-point.ts';
import type { SourceFile } from '../../../src/types/source.ts';
import { children, textOf } from '../parse/tree.ts';

/** What a file does with a variable, as offsets of its name. */
export interface Doings {
  /** Every place where the name stands for the variable. */
  readonly all: readonly number[];
  /** Those where it is bound, declared or deleted. */
  readonly bound: readonly number[];
  /** Those where something in it is assigned or deleted, or a call is made that changes it. */
  readonly changed: readonly number[];
}

/** What a file does with some variables, in any scope; a name that is asked for and does not stand there has no entry. */
export function doingsOf(file: SourceFile, tree: Tree, wanted: ReadonlySet<string>): ReadonlyMap<string, Doings> {
  const found = new Map<string, { all: number[]; bound: number[]; changed: number[] }>();
  const note = (node: SyntaxNode | undefined, doing: keyof Doings): void => {
    const name = node && textOf(file, node);
    if (name === undefined || !wanted.has(name) || isLabel(file, node!)) return;
    const doings = found.get(name) ?? { all: [], bound: [], changed: [] };
    doings[doing].push(node!.from);
    found.set(name, doings);
  };
  const places = placesOf(file.text, wanted);
  tree.iterate({
    enter(ref) {
      const next = places[partitionPoint(places.length, (index) => places[index]! < ref.from)];
      if (next === undefined || next >= ref.to) return false;
      if (ref.name === 'VariableName') {
        note(ref.node, 'all');
        return false;
      }
      const targets = TARGETS[ref.name]?.(children(ref.node)) ?? [];
      for (const target of targets.flatMap(unpacked))
        if (target.name === 'VariableName') note(target, 'bound');
        else note(variableOf(target), 'changed');
      if (ref.name === 'CallExpression') note(variableOf(changedBy(file, ref.node)), 'changed');
      return true;
    },
  });
  return found;
}

/** Where the letters of some names stand in a text, sorted. */
function placesOf(text: string, names: ReadonlySet<string>): number[] {
  const places: number[] = [];
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + 1)) places.push(at);
  return places.sort((a, b) => a - b);
}

type Parts = readonly SyntaxNode[];

/** The children of a node that it binds, by the name of the node. What is not certain to be a mere use counts as bound. */
const TARGETS: Readonly<Record<string, (parts: Parts) => Parts>> = {
  AssignStatement: beforeEquals,
  NamedExpression: beforeEquals,
  UpdateStatement: (parts) => parts.slice(0, 1),
  ForStatement: betweenForAndIn,
  ComprehensionExpression: betweenForAndIn,
  ArrayComprehensionExpression: betweenForAndIn,
  SetComprehensionExpression: betweenForAndIn,
  DictionaryComprehensionExpression: betweenForAndIn,
  ArgList: (parts) => [...betweenForAndIn(parts), ...parts.filter((_, index) => parts[index + 1]?.name === 'AssignOp')],
  WithStatement: behindAs,
  TryStatement: behindAs,
  ParamList: (parts) => parts.filter((_, index) => parts[index - 1]?.name !== 'AssignOp'),
  ImportStatement: (parts) => parts,
  ScopeStatement: (parts) => parts,
  DeleteStatement: (parts) => parts,
  CapturePattern: (parts) => parts,
  AsPattern: (parts) => parts,
  StarPattern: (parts) => parts,
  MappingPattern: (parts) => parts,
  TypeDefinition: (parts) => parts,
  TypeParam: (parts) => parts,
  FunctionDefinition: (parts) => parts.filter(({ name }) => name === 'VariableName'),
  ClassDefinition: (parts) => parts.filter(({ name }) => name === 'VariableName'),
};

/** Before the last `=`, or the annotation where there is none. */
function beforeEquals(parts: Parts): Parts {
  return parts.slice(
    0,
    Math.max(
      0,
      parts.findLastIndex(({ name }) => name === 'AssignOp' || name === 'TypeDef'),
    ),
  );
}

function betweenForAndIn(parts: Parts): Parts {
  let last = '';
  return parts.filter(({ name }) => {
    if (name === 'for' || name === 'in') last = name;
    return last === 'for' && name !== 'for';
  });
}

function behindAs(parts: Parts): Parts {
  return parts.filter((_, index) => /^(?:as|,)$/.test(parts[index - 1]?.name ?? ''));
}

/** The single targets of one that takes a value apart. */
function unpacked(target: SyntaxNode): SyntaxNode[] {
  return /^(?:Tuple|Array|Parenthesized)Expression$/.test(target.name) ? children(target).flatMap(unpacked) : [target];
}

/** The variable at the beginning of `a`, `a.b` and `a[b]`. */
function variableOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let at = node;
  while (at?.name === 'MemberExpression') at = at.firstChild ?? undefined;
  return at?.name === 'VariableName' ? at : undefined;
}

const CHANGING =
  /\.\s*(?:update|setdefault|pop|popitem|clear|append|extend|insert|remove|add|discard|sort|reverse|__(?:set|del)(?:item|attr)__)$/;
const CHANGING_ARGUMENT = /(?:^|\.)(?:setattr|delattr|setitem|delitem|patch\.(?:dict|object|multiple))$/;

/** What a call changes: that of which a method is called, or the first argument. */
function changedBy(file: SourceFile, call: SyntaxNode): SyntaxNode | undefined {
  const [callee, list] = children(call);
  if (!callee) return undefined;
  const called = textOf(file, callee);
  if (callee.name === 'MemberExpression' && CHANGING.test(called)) return callee;
  return list && CHANGING_ARGUMENT.test(called) ? children(list)[1] : undefined;
}

/** Whether a name stands for no variable: a keyword in a call or a class pattern, a part of a path in an import. */
export function isLabel(file: SourceFile, node: SyntaxNode): boolean {
  const { parent, prevSibling: before, nextSibling: behind } = node;
  if (parent?.name === 'ImportStatement') return /^(?:from|\.+)$/.test(before?.name ?? '') || behind?.name === 'as';
  if (parent?.name === 'KeywordPattern') return before === null;
  return parent?.name === 'ArgList' && behind?.name === 'AssignOp' && textOf(file, behind) === '=';
}
