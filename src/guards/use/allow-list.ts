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
  why: `The list says who may connect, for example in a CORS policy or among redirect URIs. If only the new host is listed,
clients that still use the old one are refused.`,
  settle: 'Add the new host beside the old one, and remove the old one when no client uses it any more.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'app/settings.py', text: 'ALLOWED_ORIGINS = ["https://app.old.ex.ai"]' },
      { file: 'config/app.env', text: 'CORS_ORIGINS=https://app.old.ex.ai' },
      { file: 'web/server.ts', text: "export const middleware = cors({ origin: ['https://app.old.ex.ai'] });" },
    ],
    passes: [
      { file: 'app/settings.py', text: 'ORIGINS = ["https://app.old.ex.ai"]' },
      { file: 'tests/test_settings.py', text: 'ALLOWED_ORIGINS = ["https://app.old.ex.ai"]' },
    ],
  },
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
