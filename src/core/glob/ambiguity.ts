import { areDisjoint, type CharacterSet, has } from './character-set.ts';
import type { Expression } from './expression.ts';

/** In how many ways an expression may match a path at most: the factor times what each part that repeats can end at. */
export interface Ambiguity {
  /** Infinite where something repeats within what repeats. */
  readonly factor: number;
  /** Parts that go on over slashes, and end anywhere. */
  readonly anywhere: number;
  /** Parts that go on over slashes, and end before one. */
  readonly atSlash: number;
  /** Parts that end within a step of the path. */
  readonly within: number;
}

const ONE: Ambiguity = { factor: 1, anywhere: 0, atSlash: 0, within: 0 };
const SLASH = 47;

/** Makes the test whether there are at most so many ways for a path. */
export function atMost(most: number, { factor, anywhere, atSlash, within }: Ambiguity): (path: string) => boolean {
  const all = anywhere + atSlash + within;
  const always = all === 0 ? (factor <= most ? Infinity : -1) : (most / factor) ** (1 / all) - 1;
  return (path) => {
    if (path.length <= always) return true;
    const steps = path.split('/');
    const longest = Math.max(...steps.map(({ length }) => length));
    return factor * (path.length + 1) ** anywhere * (steps.length + 1) ** atSlash * (longest + 1) ** within <= most;
  };
}

/** What an engine that goes back may have to try of an expression. */
export function ambiguityOf(expression: Expression): Ambiguity {
  switch (expression.kind) {
    case 'set':
    case 'start':
    case 'end':
      return ONE;
    case 'sequence':
      return expression.parts.map((part, index) => inSequence(part, expression.parts[index + 1])).reduce(times, ONE);
    case 'choice':
      return ofChoice(expression.ways, undefined);
    case 'ahead': {
      const found = ambiguityOf(expression.part);
      return found.anywhere + found.atSlash + found.within === 0 && found.factor < Infinity ? ONE : found;
    }
    case 'repeat':
      return ofRepeat(expression, undefined);
  }
}

function inSequence(part: Expression, next: Expression | undefined): Ambiguity {
  if (part.kind === 'choice') return ofChoice(part.ways, next);
  return part.kind === 'repeat' ? ofRepeat(part, next) : ambiguityOf(part);
}

function ofRepeat({ part, least, most }: Extract<Expression, { kind: 'repeat' }>, next: Expression | undefined): Ambiguity {
  const once = ambiguityOf(part);
  if (most < Infinity) {
    const ways = { ...once, factor: once.factor * (most - least + 1) };
    return Array.from({ length: most - 1 }, () => once).reduce(times, ways);
  }
  const set = characterOf(part);
  if (!set) return { ...ONE, factor: Infinity };
  if (!has(set, SLASH)) return { ...ONE, within: 1 };
  const isBeforeSlash = next?.kind === 'set' && next.set.length === 1 && next.set[0]!.every((code) => code === SLASH);
  return isBeforeSlash ? { ...ONE, atSlash: 1 } : { ...ONE, anywhere: 1 };
}

function times(a: Ambiguity, b: Ambiguity): Ambiguity {
  return {
    factor: a.factor * b.factor,
    anywhere: a.anywhere + b.anywhere,
    atSlash: a.atSlash + b.atSlash,
    within: a.within + b.within,
  };
}

/** Of ways that begin with different characters one alone can be taken; an empty one begins with what follows. */
function ofChoice(ways: readonly Expression[], next: Expression | undefined): Ambiguity {
  const found = ways.map(ambiguityOf);
  const isEmpty = (way: Expression): boolean => way.kind === 'sequence' && way.parts.length === 0;
  const firsts = ways.map((way) => (isEmpty(way) ? next && firstOf(next) : firstOf(way)));
  const isDecided = firsts.every(
    (set, index) => set && firsts.slice(index + 1).every((other) => other && areDisjoint(set, other)),
  );
  const factors = found.map(({ factor }) => factor);
  const most = (of: (one: Ambiguity) => number): number => Math.max(...found.map(of));
  return {
    factor: isDecided ? Math.max(...factors) : factors.reduce((sum, factor) => sum + factor, 0),
    anywhere: most(({ anywhere }) => anywhere),
    atSlash: most(({ atSlash }) => atSlash),
    within: most(({ within }) => within),
  };
}

/** The one character that an expression stands for; with a test of what stands ahead, as picomatch has it before each one of `**`. */
function characterOf(part: Expression): CharacterSet | undefined {
  if (part.kind === 'set') return part.set;
  const [one, ...more] = part.kind === 'sequence' ? part.parts.filter(({ kind }) => kind !== 'ahead') : [];
  return one?.kind === 'set' && more.length === 0 ? one.set : undefined;
}

/** The characters that an expression can begin with; `undefined` where it may be empty, or that is not seen at once. */
function firstOf(expression: Expression): CharacterSet | undefined {
  switch (expression.kind) {
    case 'set':
      return expression.set;
    case 'sequence':
      return expression.parts[0] && firstOf(expression.parts[0]);
    case 'choice': {
      const sets = expression.ways.map(firstOf);
      return sets.every((set) => set !== undefined) ? sets.flat() : undefined;
    }
    case 'repeat':
      return expression.least > 0 ? firstOf(expression.part) : undefined;
    default:
      return undefined;
  }
}
