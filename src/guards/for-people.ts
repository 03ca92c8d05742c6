import type { Literal } from '../types/language.ts';

/** Whether a text is read by people and not by the program. */
export function isForPeople({ kind }: Literal): boolean {
  return kind === 'prose' || kind === 'comment' || kind === 'docstring';
}
