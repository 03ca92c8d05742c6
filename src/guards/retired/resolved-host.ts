import { lineOf } from '../../core/line.ts';
import type { Guard } from '../guard.ts';
import { saidAt } from './said-by-line.ts';

/** In a document, what the name server said of the host: `api.example.com → 203.0.113.7`. */
const ADDRESS_BEHIND = /^[`'"*.]*\s*(?:→|->|=>|(?:\d+\s+)?(?:IN\s+)?A\s)\s*[`'"]?\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/;

export const resolvedHost = {
  code: 'resolved-host',
  title: 'a host with its IP address',
  sentence: () => 'the line gives this host an IP address',
  holds(occurrence, view) {
    const { literal, hit, standing } = occurrence;
    if (!saidAt(occurrence, view) || literal!.labels.length > 0) return false;
    const line = lineOf(view.file, hit.start);
    return ADDRESS_BEHIND.test(view.file.text.slice(standing.span.end, Math.min(line.end, standing.span.end + 60)));
  },
} satisfies Guard;
