import type { Exported, ExportedText } from '../types/module.ts';
import { isName, isPlainKey, type Step, showAccessPath } from './access-path.ts';

/** What an expression of a module is, as far as that is certain without running it. */
export type Value =
  /** `unless`: the environment variable that takes its place where it is set. */
  | { readonly kind: 'text'; readonly text: string; readonly unless?: string }
  /** A whole number, as it stands in a text. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'group'; readonly by: Step['by']; readonly entries: ReadonlyMap<string, Placed> }
  /** Not known; `variable`: it is what an environment variable holds. */
  | { readonly kind: 'unread'; readonly reason: string; readonly variable?: string }
  /** Certainly no text: a list, a function, a truth value. */
  | { readonly kind: 'other' };

/** A value with the 1-based line on which it stands. */
export interface Placed {
  readonly value: Value;
  readonly line: number;
}

export const OTHER: Value = { kind: 'other' };

export function unread(reason: string): Value {
  return { kind: 'unread', reason };
}

/** A value from elsewhere, all of it placed on the line that brings it. */
export function broughtBy(line: number, value: Value): Placed {
  if (value.kind !== 'group') return { line, value };
  const entries = new Map([...value.entries].map(([name, entry]) => [name, broughtBy(line, entry.value)]));
  return { line, value: { ...value, entries } };
}

/** Texts and numbers one behind the other. */
export function joined(parts: readonly Value[]): Value {
  let text = '';
  let unless: string | undefined;
  for (const part of parts) {
    if (part.kind === 'unread') return unread(part.reason);
    if (part.kind === 'group' || part.kind === 'other') return unread('joined with what is no text');
    text += part.text;
    if (part.kind === 'text') unless ??= part.unless;
  }
  return { kind: 'text', text, ...(unless === undefined ? {} : { unless }) };
}

/** What takes the place of another value where that is empty or missing. */
export function otherwise(first: Value, second: Value): Value {
  if (first.kind === 'text' && first.text !== '') return first;
  const variable = first.kind === 'unread' ? first.variable : undefined;
  if (variable === undefined) return first.kind === 'unread' ? first : unread('one of several values');
  return second.kind === 'text' ? { ...second, unless: variable } : second;
}

/** The value of an environment variable, with what stands in for it. */
export function fromEnvironment(variable: string, fallback: Value | undefined): Value {
  const bare: Value = { kind: 'unread', reason: `read from the environment (${variable}), without a default`, variable };
  return fallback ? otherwise(bare, fallback) : bare;
}

/** The member of a group. */
export function memberOf(value: Value, name: string): Value {
  if (value.kind === 'unread') return value;
  const member = value.kind === 'group' ? value.entries.get(name)?.value : undefined;
  return member ?? unread(`${name} is not known here`);
}

/** How far groups are followed into each other. */
const DEEPEST = 20;

/** All texts of named values, and of the groups in them. */
export function exportedFrom(names: ReadonlyMap<string, Placed>): Exported {
  const texts: ExportedText[] = [];
  const open: { symbol: string; line: number; reason: string }[] = [];
  const visit = ({ value, line }: Placed, root: string, steps: readonly Step[]): void => {
    const symbol = showAccessPath({ root, steps });
    if (value.kind === 'text') {
      const { text, unless } = value;
      texts.push({ symbol, line, text, ...(unless === undefined ? {} : { unless }) });
    } else if (value.kind === 'unread') open.push({ symbol, line, reason: value.reason });
    else if (value.kind === 'group' && steps.length < DEEPEST)
      for (const [name, entry] of value.entries) {
        const by = value.by === 'attribute' && isName(name) ? 'attribute' : 'key';
        if (by === 'attribute' || isPlainKey(name)) visit(entry, root, [...steps, { name, by }]);
      }
  };
  for (const [name, placed] of names) visit(placed, name, []);
  return { texts, unread: open };
}
