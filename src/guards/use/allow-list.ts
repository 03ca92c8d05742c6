import type { Guard } from '../guard.ts';
import { wordsOf } from '../words.ts';

/** Words that say "these are let in". */
const ADMITTING = new Set('cors allow allows allowed allowlist whitelist permitted trusted accepted'.split(' '));
/** Words that say who is. */
const PARTIES = new Set(
  'origin origins host hosts hostname hostnames domain domains uri uris url urls redirect redirects callback callbacks referer referers referrers'.split(
    ' ',
  ),
);
/** Names that say what one text is; those further away say what it is part of. */
const NEAREST = 3;

export const allowList = {
  code: 'allow-list',
  title: 'an allow list',
  sentence: ({ name }) => `\`${name}\` may have to accept both hosts for a while`,
  holds({ literal }, { isTest }) {
    // What a test lists lets nobody in.
    if (!literal || literal.labels.length === 0 || isTest) return false;
    const labels = literal.labels.slice(0, NEAREST);
    const words = labels.flatMap(wordsOf);
    const admits = words.some((word) => ADMITTING.has(word)) && words.some((word) => PARTIES.has(word));
    const registered = words.includes('redirect') && words.some((word) => word === 'uris' || word === 'urls');
    const name = labels.find((label) => wordsOf(label).some((word) => ADMITTING.has(word) || word === 'redirect')) ?? labels[0]!;
    return (admits || registered) && { name };
  },
} satisfies Guard;
