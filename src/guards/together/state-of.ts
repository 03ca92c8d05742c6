import type { Detail } from '../../types/reason.ts';

/** What is so of the place that another one belongs to, as a clause goes on. */
export function stateOf({ state }: Detail): string {
  return state === 'left' ? 'left as it is' : 'for review';
}
