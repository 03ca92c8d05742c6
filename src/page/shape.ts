/** What the review page is given, as compact JSON: every text stands once in `texts`, and the rows name it by its number. */
export interface PageData {
  /** Under which the browser keeps marks: the same for the same changes and findings. */
  readonly digest: string;
  readonly files: readonly FileRow[];
  readonly left: readonly LeftRow[];
  readonly unread: readonly UnreadRow[];
  /** Without controls and marks that turn text: what has no glyph is spelled as an escape. */
  readonly texts: readonly string[];
}

/** The number of a text; -1 for none. */
type Text = number;

/** A file that changes. */
export type FileRow = readonly [
  path: Text,
  language: Text,
  /** First half of the SHA-256 of path and texts. */
  digest: string,
  /** What a reader of the diff should know beside it, such as an encoding. */
  note: Text,
  swaps: readonly SwapRow[],
  hunks: readonly HunkRow[],
  /** Hunks for which there was no room. */
  omitted: number,
  added: number,
  removed: number,
];

/** One text put in place of another; `line` is that of the file before, 1-based. Services are as the account has them: `rename` and `unknown` for none. */
export type SwapRow = readonly [line: number, from: Text, to: Text, host: Text, service: Text, rule: Text, decision: Text];

/** A hunk of a unified diff: 1-based first lines, and the lines with their signs, joined by line feeds. */
export type HunkRow = readonly [before: number, after: number, lines: string];

/** A finding that no run changes by itself. */
export type LeftRow = readonly [
  path: Text,
  language: Text,
  line: number,
  column: number,
  rule: Text,
  decision: Text,
  reason: Text,
  /** Of the reason. */
  code: Text,
  /** What the reason is called, whatever differs from place to place. */
  kind: Text,
  host: Text,
  service: Text,
  context: Text,
  /** The line of the source around the text, where there is one. */
  lead: Text,
  text: Text,
  tail: Text,
  /** What `--unsafe` would put there. */
  becomes: Text,
  /** Why it does not count, as `in the baseline`. */
  beyond: Text,
];

/** A file of which the findings do not tell everything. */
export type UnreadRow = readonly [path: Text, what: Text, reason: Text];
