/** A wrong change, as data: what a broken planner would make of a source. */
export interface Fault {
  readonly name: string;
  /** The language's sample when absent. */
  readonly source?: string;
  /** Where the source stands, when it matters. */
  readonly path?: string;
  /** What stands in the right output, and what the fault puts in its place; each is found once. */
  readonly swaps?: readonly (readonly [right: string, wrong: string])[];
  /** The whole wrong output, where swaps do not say it. */
  readonly output?: string;
}

/** The output of a fault. Throws when the fault does not fit the right output any more: it would then prove nothing. */
export function wrongOutput({ name, swaps = [], output }: Fault, right: string): string {
  let wrong = output ?? right;
  for (const [from, to] of swaps) {
    if (wrong.split(from).length !== 2)
      throw new Error(`${name}: ${JSON.stringify(from)} does not stand once in the right output`);
    wrong = wrong.replace(from, () => to);
  }
  if (wrong === right) throw new Error(`${name}: nothing is wrong`);
  return wrong;
}
