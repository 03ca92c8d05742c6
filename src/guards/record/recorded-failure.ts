import { lineOf } from '../../core/line.ts';
import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';

/** How a text tells that a host did not answer: directly before it, and behind its address. */
const FAILED_AT =
  /\b(?:(?:not responding|unreachable|time(?:d )?outs?|(?:HTTP )?[45]\d\d errors?) (?:at|to|from) |time(?:d )?outs? (?:when |while )?connecting to |(?:cannot|can't|could not|couldn't|failed to|unable to) (?:connect to|reach|resolve) |time(?:d )?out \()[`"'(\\]*$/i;
const FAILED_HERE =
  /^[^\s`"'<>|]*[`"'\\]*\s*(?:(?:is|was) (?:not responding|unreachable|down)\b|(?:returns|returned) (?:HTTP )?[45]\d\d\b|(?:→|->|=>) *(?:TIMEOUT|FAILED|ERROR|[45]\d\d\b)|TIMEOUT\b|time(?:d )?out$)/;
/** What may be is no record. */
const SUPPOSED = /\b(?:if|when|whenever|unless|until|case|should)\b[^.:;]*$/i;
/** How much of a line on either side of a host these are looked for in, in UTF-16 units. */
const BESIDE = 100;

export const recordedFailure = {
  code: 'recorded-failure',
  title: 'told to have failed, a record of what was',
  sentence: () => 'the text says that this host failed, which records what was',
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
