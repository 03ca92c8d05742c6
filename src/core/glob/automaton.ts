import { testOf } from './character-set.ts';
import type { Expression } from './expression.ts';

type Test = (text: string, at: number) => boolean;

interface Automaton {
  readonly states: readonly State[];
  readonly first: number;
}

/** What an automaton does in one state; numbers are states. */
type State =
  | { readonly holds: (code: number) => boolean; readonly next: number }
  | { readonly either: readonly number[] }
  | { readonly test: Test; readonly next: number }
  | 'accept';

/** Makes the test whether a text holds what an expression stands for. The time is the length of the text times that of the expression, whatever they hold. */
export function compileExpression(expression: Expression): (text: string) => boolean {
  const { states, first } = automatonOf(expression);
  return (text) => run(states, first, text, 0, true);
}

function automatonOf(expression: Expression): Automaton {
  const states: State[] = ['accept'];
  const add = (state: State): number => states.push(state) - 1;
  const build = (node: Expression, next: number): number => {
    switch (node.kind) {
      case 'set':
        return add({ holds: testOf(node.set), next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next);
      case 'choice':
        return add({ either: node.ways.map((way) => build(way, next)) });
      case 'start':
        return add({ test: (_, at) => at === 0, next });
      case 'end':
        return add({ test: (text, at) => at === text.length, next });
      case 'ahead': {
        const ahead = automatonOf(node.part);
        return add({ test: (text, at) => run(ahead.states, ahead.first, text, at, false) === node.isWanted, next });
      }
      case 'repeat':
        return repeat(node, next);
    }
  };
  const repeat = ({ part, least, most }: Extract<Expression, { kind: 'repeat' }>, next: number): number => {
    let after = next;
    if (most === Infinity) {
      const loop = add({ either: [] });
      states[loop] = { either: [build(part, loop), next] };
      after = loop;
    } else for (let count = least; count < most; count++) after = add({ either: [build(part, after), next] });
    for (let count = 0; count < least; count++) after = build(part, after);
    return after;
  };
  return { states, first: build(expression, 0) };
}

/** Whether what begins at `from`, or with `anywhere` behind it, leads to the end. */
function run(states: readonly State[], first: number, text: string, from: number, anywhere: boolean): boolean {
  const seen = new Int32Array(states.length).fill(-1);
  let current = [first];
  for (let at = from; at <= text.length && (anywhere || current.length > 0); at++) {
    if (anywhere) current.push(first);
    const next: number[] = [];
    const code = at < text.length ? text.charCodeAt(at) : -1;
    for (let index = current.pop(); index !== undefined; index = current.pop()) {
      if (seen[index] === at) continue;
      seen[index] = at;
      const state = states[index]!;
      if (state === 'accept') return true;
      if ('either' in state) for (const other of state.either) current.push(other);
      else if ('test' in state) {
        if (state.test(text, at)) current.push(state.next);
      } else if (code >= 0 && state.holds(code)) next.push(state.next);
    }
    current = next;
  }
  return false;
}
