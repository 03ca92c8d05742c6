import { topDirectory } from '../core/top-directory.ts';
import type { FileRow, LeftRow, PageData, SwapRow } from './shape.ts';

/** What filters ask of a change or a finding. Empty where it has none. */
export interface Facets {
  readonly host: string;
  readonly service: string;
  readonly rule: string;
  readonly decision: string;
  /** Of the reason why it is left. */
  readonly code: string;
}

/** Swaps that read the same, wherever they stand: what a reviewer approves once. */
export interface Pattern {
  /** The same in every report that has the pattern. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly decision: string;
  readonly places: { readonly file: ChangedFile; readonly swap: Swap }[];
  readonly files: Set<ChangedFile>;
}

export interface Swap extends Facets {
  readonly line: number;
  readonly pattern: Pattern;
}

export interface ChangedFile {
  readonly number: number;
  readonly path: string;
  readonly directory: string;
  readonly language: string;
  readonly digest: string;
  readonly note: string;
  readonly swaps: readonly Swap[];
  readonly hunks: FileRow[5];
  readonly omitted: number;
  readonly added: number;
  readonly removed: number;
}

/** A finding that no run changes by itself. */
export interface Left extends Facets {
  readonly path: string;
  readonly directory: string;
  readonly language: string;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
  readonly kind: string;
  readonly context: string;
  readonly lead: string;
  readonly text: string;
  readonly tail: string;
  readonly becomes: string;
  readonly beyond: string;
}

export interface Unread {
  readonly path: string;
  readonly directory: string;
  readonly what: string;
  readonly reason: string;
}

export interface Model {
  readonly digest: string;
  readonly files: readonly ChangedFile[];
  /** The most frequent first. */
  readonly patterns: readonly Pattern[];
  readonly left: readonly Left[];
  readonly unread: readonly Unread[];
}

/** The data of the page with its texts in place, and swaps that read the same brought together. */
export function modelOf(data: PageData): Model {
  const textOf = (number: number): string => data.texts[number] ?? '';
  const patterns = new Map<string, Pattern>();
  const files = data.files.map((row, number) => fileOf(row, number, textOf, patterns));
  return {
    digest: data.digest,
    files,
    patterns: [...patterns.values()].sort((a, b) => b.places.length - a.places.length || (a.key < b.key ? -1 : 1)),
    left: data.left.map((row) => leftOf(row, textOf)),
    unread: data.unread.map(([path, what, reason]) => ({ ...placed(textOf(path)), what: textOf(what), reason: textOf(reason) })),
  };
}

function fileOf(row: FileRow, number: number, textOf: (number: number) => string, patterns: Map<string, Pattern>): ChangedFile {
  const [path, language, digest, note, swaps, hunks, omitted, added, removed] = row;
  const own: Swap[] = [];
  const file = {
    number,
    ...placed(textOf(path)),
    language: textOf(language),
    digest,
    note: textOf(note),
    swaps: own,
    ...{ hunks, omitted, added, removed },
  };
  for (const swapped of swaps) {
    const swap = swapOf(swapped, textOf, patterns);
    swap.pattern.places.push({ file, swap });
    swap.pattern.files.add(file);
    own.push(swap);
  }
  return file;
}

function swapOf(row: SwapRow, textOf: (number: number) => string, patterns: Map<string, Pattern>): Swap {
  const [line, from, to, host, service, rule, decision] = row;
  const key = [decision, from, to].map(textOf).join(' \u2192 ');
  const pattern: Pattern = patterns.get(key) ?? {
    key,
    ...{ from: textOf(from), to: textOf(to), decision: textOf(decision) },
    places: [],
    files: new Set(),
  };
  patterns.set(key, pattern);
  return {
    line,
    pattern,
    host: textOf(host),
    service: textOf(service),
    rule: textOf(rule),
    decision: textOf(decision),
    code: '',
  };
}

function leftOf(row: LeftRow, textOf: (number: number) => string): Left {
  const [path, language, line, column, ...numbers] = row;
  const [rule, decision, reason, code, kind, host, service, context, lead, text, tail, becomes, beyond] = numbers;
  const texts = { rule, decision, reason, code, kind, host, service, context, lead, text, tail, becomes, beyond };
  const read = Object.fromEntries(Object.entries(texts).map(([name, number]) => [name, textOf(number)]));
  return { ...placed(textOf(path)), language: textOf(language), line, column, ...(read as Record<keyof typeof texts, string>) };
}

/** The directory is the first segment of a path, as the account counts it. */
function placed(path: string): { path: string; directory: string } {
  return { path, directory: topDirectory(path) };
}
