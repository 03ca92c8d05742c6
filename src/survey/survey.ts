import { recordOf } from '../core/records.ts';
import { discover, withoutFile } from '../files/discover.ts';
import { createReader, decode, isWide } from '../files/read.ts';
import { createWordFinder } from './dotted-words.ts';
import { createEndings, createRegistrar } from './registered.ts';
import { BEFORE, BEHIND, createReader as createSightingReader } from './sighting.ts';
import { createTally, type FileFacts, type HostFacts } from './tally.ts';

/** What hosts a tree names, found without any configuration. */
export interface Survey {
  /** Every file of the tree, whatever it holds. */
  readonly listed: readonly string[];
  readonly scanned: number;
  readonly bytes: number;
  readonly hosts: readonly HostFacts[];
  /** The files that name hosts, by domain, in path order. */
  readonly files: ReadonlyMap<string, readonly FileFacts[]>;
  /** Places of hosts for which there was no room. */
  readonly beyond: number;
}

export interface SurveyOptions {
  readonly root: string;
  readonly cwd: string;
  readonly paths: readonly string[];
  /** Domains below which every word is a host. */
  readonly apexes: readonly string[];
  /** A file, absolute, that takes what comes of it, and is not looked at. */
  readonly output?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What redomain itself is told or wrote. */
const OWN = /(?:^|\/)redomain(?:\.ya?ml|\.json|-baseline\.json)$/;
const CODE =
  /\.(?:py|pyi|[cm]?[jt]sx?|vue|svelte|astro|go|rb|rs|java|kt|kts|scala|cs|fs|php|swift|dart|lua|ex|exs|c|cc|cpp|h|hpp|m|pl|r|jl|sql)$/i;

/**
 * Reads every file of the tree once and adds up which hosts stand where. A domain counts when it stands in an address or as the value of a
 * name that says host somewhere in the tree; then its bare words count as well. Binary files are passed over.
 */
export async function survey({ root, cwd, paths, apexes, output, onProgress }: SurveyOptions): Promise<Survey> {
  const found = withoutFile(await discover(root, paths, cwd), root, output);
  const reader = createReader(root);
  const look = createLook(apexes);
  let scanned = 0;
  let bytes = 0;
  for (const [index, path] of found.files.entries()) {
    if (index % 500 === 0) onProgress?.(index, found.files.length);
    if (OWN.test(path)) continue;
    const content = reader.read(path);
    if ('reason' in content) continue;
    const text = textBytes(content);
    if (!text) continue;
    scanned++;
    bytes += content.length;
    look.at(path, text);
  }
  onProgress?.(found.files.length, found.files.length);
  return { listed: found.listed(), scanned, bytes, ...look.result() };
}

/** The bytes of a text in an encoding that ASCII is part of; `undefined` for a binary file. */
function textBytes(bytes: Buffer): Buffer | undefined {
  if (!isWide(bytes)) return bytes.includes(0) ? undefined : bytes;
  const decoded = decode(bytes);
  return 'reason' in decoded ? undefined : Buffer.from(decoded.text, 'utf8');
}

interface Look {
  at(path: string, bytes: Buffer): void;
  result(): Pick<Survey, 'hosts' | 'files' | 'beyond'>;
}

/** Makes what looks at one file after the other. */
export function createLook(apexes: readonly string[]): Look {
  const findWords = createWordFinder(createEndings(apexes));
  const registered = createRegistrar(apexes);
  const read = createSightingReader();
  const tally = createTally();
  return {
    at(path, bytes) {
      const setting = { code: CODE.test(path) };
      findWords(bytes, (start, end) => {
        const word = bytes.toString('latin1', start, end);
        if (isOfCode(bytes, start, end, word, setting.code)) return;
        const prefix = escapeBefore(bytes[start - 1], word);
        if (prefix === EMAIL) return;
        const known = registered(word.slice(prefix.length).replace(/\\+\./g, '.').toLowerCase());
        if (!known) return;
        const before = bytes.toString('utf8', Math.max(0, start - BEFORE), start);
        if (bytes[start - 1]! >= 0x80 && INSIDE.test(before)) return;
        const behind = bytes.toString('utf8', end, end + BEHIND);
        const sighting = read(before, word, behind, known.domain, setting);
        if (sighting) tally.add(sighting, known.domain, known.platform);
      });
      tally.end(path, recordOf(path) !== undefined, /\.[cm]?jsx?$/.test(path) && takesByRequire(bytes));
    },
    result() {
      const all = tally.hosts();
      const sure = new Set([...apexes, ...all.filter(({ strong }) => strong > 0).map(({ domain }) => domain)]);
      const files = new Map([...tally.files()].filter(([domain]) => sure.has(domain)));
      return { hosts: all.filter(({ domain }) => sure.has(domain)), files, beyond: tally.beyond };
    },
  };
}

const [OPEN, SLASH, BACKSLASH, DOT, CLOSE] = [...Buffer.from('(/\\.}')] as [number, number, number, number, number];
const QUOTES = new Set(Buffer.from('"\'`'));
/** Top-level domains that are endings of files as well. */
const FILE_LIKE = /\.(?:py|sh|md|rs|pl|cc|so|zip|mov|ps|tf|mk|pm)$/i;

/** A letter of a script that puts spaces between words: the word is the end of a name that is not ASCII. */
const INSIDE = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{M}\p{N}]$/u;
const PERCENT = 0x25;
/** An at sign in a URL. */
const EMAIL = '40';

/** What stands at the beginning of a word and is the end of an escape: `2F` of `%2F`, `n` of `\n`. */
function escapeBefore(left: number | undefined, word: string): string {
  if (left === PERCENT) return /^(?:25)*[0-9a-f]{2}(?=.)/i.exec(word)?.[0] ?? '';
  return left === BACKSLASH ? (/^(?:x[0-9a-f]{2}|u[0-9a-f]{4}|[nrtbfv])(?=.)/i.exec(word)?.[0] ?? '') : '';
}

/** Whether a word that no address begins with is a name of a program or of a file, by the bytes beside it: most words with dots are. */
function isOfCode(bytes: Buffer, start: number, end: number, word: string, code: boolean): boolean {
  const left = bytes[start - 1];
  if (left === SLASH || /^(?:25)*(?:2f|3a)/i.test(word)) return false;
  if (bytes[end] === OPEN || FILE_LIKE.test(word)) return true;
  if (left === DOT && bytes[start - 2] === CLOSE) return false;
  return code && word.indexOf('.') === word.lastIndexOf('.') && !QUOTES.has(left!) && left !== BACKSLASH;
}

/** Whether a script takes other modules in, or gives itself out, in the way of CommonJS alone. */
function takesByRequire(bytes: Buffer): boolean {
  if (!bytes.includes('require(') && !bytes.includes('exports')) return false;
  const text = bytes.toString('latin1');
  return !/^(?:import|export)\b/m.test(text) && /\brequire\(|\bmodule\.exports\b|^exports\./m.test(text);
}
