import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';
import { wordsOf } from '../words.ts';
import { RETIREMENT } from './vocabulary.ts';
import { withoutAddresses } from './without-addresses.ts';
import { wrongOtherwise } from './wrong-otherwise.ts';

export const retiredName = {
  code: 'retired-name',
  title: 'a name of what is retired',
  sentence: ({ name }) => `\`${name}\` names what is retired`,
  speaksOfHost: true,
  holds(occurrence, view) {
    const { literal } = occurrence;
    if (!literal || isForPeople(literal)) return false;
    const name = literal.labels.find((label) => wordsOf(withoutAddresses(label)).some((word) => RETIREMENT.has(word)));
    return name !== undefined && !wrongOtherwise(name, occurrence, literal, view) && { name };
  },
} satisfies Guard;
