import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';
import { wordsOf } from '../words.ts';
import { RETIRED_SUBJECT } from './vocabulary.ts';

export const retiredScope = {
  code: 'retired-scope',
  title: 'a function or test of what is retired',
  sentence: ({ name }) => `\`${name}\` is about what is retired`,
  speaksOfHost: true,
  holds({ literal }) {
    if (!literal || isForPeople(literal)) return false;
    const name = literal.scope.split(/ > |\./).at(-1) ?? '';
    return wordsOf(name).some((word) => RETIRED_SUBJECT.has(word)) && { name };
  },
} satisfies Guard;
