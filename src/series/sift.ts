/** A unit that must stay out, with what was answered to it beside all that passes. */
export interface Rejected<T, A> {
  readonly unit: T;
  readonly answer: A;
}

/** A way to part units in two. */
type Parting = <T>(of: readonly T[]) => [T[], T[]];

/**
 * Parts the units of a group into those that pass together and those that must stay out, asking as seldom as it can: the whole is halved until
 * what fails stands alone. What failed is then asked again with all that passed, and in other company: of units that pass only together,
 * none stays out for having come alone. None at all must pass. Each set is asked once.
 */
export async function sift<T, A extends { readonly passed: boolean }>(
  units: readonly T[],
  ask: (chosen: readonly T[]) => Promise<A>,
): Promise<{ readonly good: readonly T[]; readonly bad: readonly Rejected<T, A>[] }> {
  const good: T[] = [];
  const answers = new Map<string, A>();
  const numbers = new Map(units.map((unit, index) => [unit, index]));
  const askOnce = async (tried: readonly T[]): Promise<A> => {
    const chosen = [...good, ...tried];
    const indices = chosen.map((unit) => numbers.get(unit)!).sort((a, b) => a - b);
    const key = indices.join(' ');
    const answer = answers.get(key) ?? (await ask(chosen));
    answers.set(key, answer);
    return answer;
  };
  const round = async (tried: readonly T[], part: Parting): Promise<Rejected<T, A>[]> => {
    const answer = await askOnce(tried);
    if (answer.passed) {
      good.push(...tried);
      return [];
    }
    if (tried.length === 1) return [{ unit: tried[0]!, answer }];
    const [first, second] = part(tried);
    const bad = await round(first, part);
    return [...bad, ...(await round(second, part))];
  };

  if (units.length === 0) return { good, bad: [] };
  let bad = await round(units, halves);
  for (let way = 0; way < WAYS.length && bad.length > 0; ) {
    const left = await round(
      bad.map(({ unit }) => unit),
      WAYS[way]!,
    );
    way = left.length < bad.length ? 0 : way + 1;
    bad = left;
  }
  return { good, bad };
}

const halves: Parting = (of) => {
  const middle = Math.ceil(of.length / 2);
  return [of.slice(0, middle), of.slice(middle)];
};

const alternating: Parting = (of) => [of.filter((_, index) => index % 2 === 0), of.filter((_, index) => index % 2 === 1)];

const outerAndInner: Parting = (of) => {
  if (of.length === 2) return halves(of);
  const edge = Math.ceil(of.length / 4);
  return [[...of.slice(0, edge), ...of.slice(-edge)], of.slice(edge, -edge)];
};

/** Between them, each of four has stood with each. */
const WAYS = [halves, alternating, outerAndInner];
