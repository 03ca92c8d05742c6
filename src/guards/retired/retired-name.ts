import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';
import { wordsOf } from '../words.ts';
import { RETIREMENT } from './vocabulary.ts';
import { withoutAddresses } from './without-addresses.ts';
import { wrongOtherwise } from './wrong-otherwise.ts';

export const retiredName = {
  code: 'retired-name',
  title: 'a name for retired hosts',
  sentence: ({ name }) => `\`${name}\` names retired hosts`,
  why: `The variable, key or function says that the host is old, forbidden or wrong. With the canonical host in its place the
name would be false, and a list of forbidden hosts would forbid the right one.`,
  settle: `Keep the retired host where the program needs it, with \`redomain-ignore needs-review -- reason\`. Remove the entry if
nothing needs it any more.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'app/settings.py', text: 'FORBIDDEN_URLS = ["https://api.old.ex.ai"]' },
      { file: 'web/hosts.ts', text: "export const hosts = { legacy: 'https://api.old.ex.ai' };" },
    ],
    passes: [
      { file: 'app/settings.py', text: 'API_URLS = ["https://api.old.ex.ai"]' },
      { file: 'web/hosts.ts', text: "export const hosts = { api: 'https://api.old.ex.ai' };" },
    ],
  },
  speaksOfHost: true,
  holds(occurrence, view) {
    const { literal } = occurrence;
    if (!literal || isForPeople(literal)) return false;
    const name = literal.labels.find((label) => wordsOf(withoutAddresses(label)).some((word) => RETIREMENT.has(word)));
    return name !== undefined && !wrongOtherwise(name, occurrence, literal, view) && { name };
  },
} satisfies Guard;
