import type { Occurrence, View } from '../../core/occurrence.ts';
import { remembering } from '../../core/remembering.ts';
import type { Literal } from '../../types/language.ts';
import { wordsOf } from '../words.ts';
import { RETIREMENT, RIGHT, WRONG } from './vocabulary.ts';

/** True when the function calls the same host right in another text, so that it is wrong for its scheme, path or place, and no canonical host is called wrong beside it. */
export function wrongOtherwise(telling: string, { hit }: Occurrence, { scope }: Literal, view: View): boolean {
  if (wordsOf(telling).some((word) => RETIREMENT.has(word) && !WRONG.has(word))) return false;
  const { right, wrong } = judgedIn(view);
  return right.has(judged(scope, hit.host)) && !wrong.has(scope);
}

/** What the functions of a file call right or wrong. */
interface Judged {
  /** Hosts that are called right, each with its function. */
  readonly right: ReadonlySet<string>;
  /** The functions that call a canonical host wrong. */
  readonly wrong: ReadonlySet<string>;
}

const judgedIn = remembering((view: View): Judged => {
  const right = new Set<string>();
  const wrong = new Set<string>();
  for (const { hit, literal, standing } of view.occurrences) {
    const words = literal?.labels.flatMap(wordsOf) ?? [];
    if (words.some((word) => RIGHT.has(word))) right.add(judged(literal!.scope, hit.host));
    if (standing.state === 'canonical' && words.some((word) => WRONG.has(word))) wrong.add(literal!.scope);
  }
  return { right, wrong };
});

function judged(scope: string, host: string): string {
  return `${scope}\0${host}`;
}
