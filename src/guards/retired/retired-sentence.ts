import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';
import { RETIRED_AFTER, RETIRED_BEFORE } from './vocabulary.ts';

export const retiredSentence = {
  code: 'retired-sentence',
  title: 'a sentence that says that the host is retired',
  sentence: () => 'the sentence says that this host is retired',
  speaksOfHost: true,
  holds({ hit, literal }, { file: { text } }) {
    if (!literal || isForPeople(literal)) return false;
    const { body } = literal;
    const from = hit.schemeSpan?.start ?? hit.start;
    const before = text.slice(Math.max(body.start, from - 80), from).replace(/[*(`'"]+$/, '');
    return RETIRED_BEFORE.test(before) || RETIRED_AFTER.test(text.slice(hit.end, Math.min(body.end, hit.end + 80)));
  },
} satisfies Guard;
