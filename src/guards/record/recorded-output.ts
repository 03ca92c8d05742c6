import { type Line, lineOf } from '../../core/line.ts';
import { remembering } from '../../core/remembering.ts';
import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';
import { LOG_LINE } from './log-line.ts';

/** In a comment or docstring, how an author begins a note. */
const NOTE = /^\s*(?:#\s*)?(?:WARNING|CRITICAL|INFO)\s*:\s/;
/** What clients print about a host that they could not reach, wherever it is quoted. */
const FAILURE =
  /HTTPS?ConnectionPool\(|Max retries exceeded|certificate is not valid for|[Hh]ostname mismatch|getaddrinfo failed|NXDOMAIN|net::ERR_[A-Z]/;
const SHOUTED = /\b(?:ERROR|WARNING|FATAL):\s/;
const DATA = /\.(?:jsonl?|ndjson|csv|tsv|har|xml|out|txt)$/i;

const marksOf = remembering(({ text }: Line) => ({
  isLog: LOG_LINE.test(text),
  isNote: NOTE.test(text),
  isShouted: SHOUTED.test(text),
  isFailure: FAILURE.test(text),
}));

export const recordedOutput = {
  code: 'recorded-output',
  title: 'quoted output',
  sentence: () => 'the line quotes output, which is a record of the past',
  why: `The line is a log line, an error message or a transcript that a program once printed. It is a record, and a rewrite
would falsify it.`,
  settle: 'Keep it. For a whole directory of records, add an entry for its files under `deliver`.',
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'docs/incident.md', text: '2025-09-15 12:00:01 ERROR connect https://api.old.ex.ai failed' },
      { file: 'docs/incident.txt', text: "HTTPSConnectionPool(host='api.old.ex.ai', port=443): Read timed out." },
      { file: 'app/client.py', text: '# ssl.SSLError: certificate of https://api.old.ex.ai' },
    ],
    passes: [
      { file: 'docs/incident.md', text: 'The log names https://api.old.ex.ai.' },
      { file: 'app/client.py', text: '# WARNING: https://api.old.ex.ai needs a token' },
    ],
  },
  holds({ hit, literal }, { file }) {
    if (!literal || !isForPeople(literal)) return false;
    const isProse = literal.kind === 'prose';
    const isLabelled = literal.labels.length > 0 && !DATA.test(file.path);
    const { isLog, isNote, isShouted, isFailure } = marksOf(lineOf(file, hit.start));
    const isLogged = isLog && (isProse || !isNote);
    return (!isLabelled && (isLogged || (isProse && isShouted))) || (isProse && isFailure);
  },
} satisfies Guard;
