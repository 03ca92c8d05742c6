import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

/** Where something stands in the configuration: keys and list positions from its root. */
export type Path = readonly (string | number)[];

/** A configuration file as it was parsed. */
export interface Source {
  /** As messages name it. */
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
  /** Where the configuration begins: `['redomain']` in package.json. */
  readonly base: Path;
}

/** `file:line:column` (1-based) of the value at `path`, or of its key; of the nearest thing around it when it is not there. */
export function locate(source: Source, path: Path, part: 'key' | 'value' = 'value'): string {
  return locateOffset(source, offsetOf(source.document, [...source.base, ...path], part));
}

/** `file:line:column` (1-based) of a UTF-16 offset. */
export function locateOffset(source: Pick<Source, 'file' | 'lines'>, offset: number): string {
  const { line, col } = source.lines.linePos(offset);
  return `${source.file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
}

function offsetOf(document: Document, path: Path, part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step));
      if (!pair) break;
      const key = startOf(pair.key);
      const wanted = part === 'key' && index === path.length - 1 ? key : (startOf(pair.value) ?? key);
      offset = wanted ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

/** A path as a person would write it: `environments.staging.backend.retired[0]`. */
export function showPath(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w$-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
