import { UserError } from '../errors.ts';
import { readKept, removeKept, writeKept } from '../files/kept.ts';
import { type Answer, areAnswers } from './answers.ts';

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

/** The record of a root, with the answers that an earlier run has left. */
export function openRecord(root: string): AnswerRecord {
  const found = readKept(root, NAME) as { version?: unknown; answers?: unknown } | undefined;
  let answers: readonly Answer[] = found?.version === 1 && areAnswers(found.answers) ? found.answers : [];
  const replace = (next: readonly Answer[]): void => {
    answers = next;
    if (next.length === 0) {
      removeKept(root, NAME);
      return;
    }
    const fault = writeKept(root, NAME, { version: 1, answers: next });
    if (fault !== undefined)
      throw new UserError(`the answers cannot be kept: ${fault}`, { hint: 'nothing was changed', location: `${root}/.redomain` });
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
