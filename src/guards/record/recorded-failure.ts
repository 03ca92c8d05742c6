import { lineOf } from '../../core/line.ts';
import { groupOf } from '../any-of.ts';
import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';

/** What stands directly before a host that did not answer. */
export const FAILED_AT = new RegExp(
  `\\b${groupOf([
    /(?:not responding|unreachable|time(?:d )?outs?|(?:HTTP )?[45]\d\d errors?) (?:at|to|from) /,
    /time(?:d )?outs? (?:when |while )?connecting to /,
    /(?:cannot|can't|could not|couldn't|failed to|unable to) (?:connect to|reach|resolve) /,
    /time(?:d )?out \(/,
  ])}[\`"'(\\\\]*$`,
  'i',
);
/** What stands directly behind the address of such a host. */
export const FAILED_HERE = new RegExp(
  `^[^\\s\`"'<>|]*[\`"'\\\\]*\\s*${groupOf([
    /(?:is|was) (?:not responding|unreachable|down)\b/,
    /(?:returns|returned) (?:HTTP )?[45]\d\d\b/,
    /(?:→|->|=>) *(?:TIMEOUT|FAILED|ERROR|[45]\d\d\b)/,
    /TIMEOUT\b|time(?:d )?out$/,
  ])}`,
);
/** What may be is no record. */
const SUPPOSED = /\b(?:if|when|whenever|unless|until|case|should)\b[^.:;]*$/i;
/** How much of a line on either side of a host these are looked for in, in UTF-16 units. */
const BESIDE = 100;

export const recordedFailure = {
  code: 'recorded-failure',
  title: 'a host that is reported to have failed',
  sentence: () => 'the text says that this host failed, which is a record of the past',
  why: `The text reports that this host did not answer or answered with an error. That was true of the old host, and a rewrite
would say it of the new one.`,
  settle: 'Keep it as a record, or reword it by hand.',
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'docs/incident.md', text: 'Cannot connect to https://api.old.ex.ai since noon.' },
      { file: 'app/client.py', text: '# https://api.old.ex.ai returned 503 for an hour.' },
    ],
    passes: [
      { file: 'docs/incident.md', text: 'If you cannot connect to https://api.old.ex.ai, call us.' },
      { file: 'app/client.py', text: '# https://api.old.ex.ai returned the list.' },
    ],
  },
  holds({ hit, literal }, { file }) {
    if (!literal || !isForPeople(literal)) return false;
    const { text } = file;
    const line = lineOf(file, hit.start);
    const { start } = hit.schemeSpan ?? hit;
    const before = text.slice(Math.max(line.start, start - BESIDE), start);
    const behind = text.slice(hit.end, Math.min(line.end, hit.end + BESIDE));
    return (FAILED_AT.test(before) || FAILED_HERE.test(behind)) && !SUPPOSED.test(before);
  },
} satisfies Guard;
