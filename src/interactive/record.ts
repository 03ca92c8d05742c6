import { UserError } from '../core/user-error.ts';
import { readKept, removeKept, writeKept } from '../files/kept.ts';
import type { Store } from '../files/store.ts';
import { type Answer, KEPT_ANSWERS } from './answers.ts';

/** The answers of a person, on the disk as soon as they are given. */
export interface AnswerRecord {
  readonly answers: readonly Answer[];
  /** Throws UserError where the disk does not take it, as do the others. */
  add(answer: Answer): void;
  /** Takes the last answer back and gives it. */
  takeBack(): Answer | undefined;
  replace(answers: readonly Answer[]): void;
}

const NAME = 'answers.json';

/** The record of a store, with the answers that an earlier run has left. */
export function openRecord(store: Store): AnswerRecord {
  let answers: readonly Answer[] = readKept(store, NAME, KEPT_ANSWERS)?.answers ?? [];
  const replace = (next: readonly Answer[]): void => {
    answers = next;
    if (next.length === 0) {
      removeKept(store, NAME);
      return;
    }
    const fault = writeKept(store, NAME, { version: 1, answers: next });
    if (fault !== undefined)
      throw new UserError(`the answers cannot be kept: ${fault}`, { hint: 'nothing was changed', location: store.directory });
  };
  return {
    get answers() {
      return answers;
    },
    add: (answer) => replace([...answers, answer]),
    takeBack() {
      const last = answers.at(-1);
      if (last) replace(answers.slice(0, -1));
      return last;
    },
    replace,
  };
}
