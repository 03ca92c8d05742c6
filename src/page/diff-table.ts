import { element } from './element.ts';
import { type Line, linesOf, rowsOf } from './lines.ts';
import type { ChangedFile } from './model.ts';

/** The diff of one file, side by side or with one line below the other, as it is where there is nothing on one side. */
export function diffTable(file: ChangedFile, sideBySide: boolean): HTMLElement {
  const split = sideBySide && file.removed + file.omitted > 0;
  const widths = split ? ['n', 'half', 'n', 'half'] : ['n', 'n', 'whole'];
  const rows = file.hunks.flatMap((hunk) => [
    separator(hunk[0], hunk[1], split),
    ...(split ? rowsOf(hunk).map(([before, after]) => sides(before, after)) : linesOf(hunk).map(single)),
  ]);
  const table = element(
    'table',
    { class: split ? 'diff split' : 'diff' },
    element('caption', { class: 'unseen' }, `Changes of ${file.path}`),
    element(
      'colgroup',
      {},
      widths.map((name) => element('col', { class: name })),
    ),
    element('tbody', {}, rows),
  );
  return element('div', { class: 'diffs' }, rows.length > 0 ? table : undefined, omission(file));
}

/** A line that goes and the one in its place, as an example of a pattern. */
export function exchangeTable(lines: readonly Line[], of: string): HTMLElement {
  return element(
    'table',
    { class: 'diff' },
    element('caption', { class: 'unseen' }, of),
    element(
      'colgroup',
      {},
      ['n', 'n', 'whole'].map((name) => element('col', { class: name })),
    ),
    element('tbody', {}, lines.map(single)),
  );
}

function omission({ omitted, hunks }: ChangedFile): HTMLElement | undefined {
  if (omitted === 0) return hunks.length > 0 ? undefined : element('p', { class: 'dim' }, 'The file is empty.');
  const says = `${omitted} ${hunks.length > 0 ? 'more ' : ''}${omitted === 1 ? 'hunk is' : 'hunks are'} not in this page: `;
  return element('p', { class: 'dim' }, says, element('code', {}, 'redomain --format diff'), ' has them all.');
}

function separator(before: number, after: number, split: boolean): HTMLElement {
  return element(
    'tr',
    { class: 'hunk' },
    element('td', { colspan: split ? 4 : 3 }, `line ${before}${after === before ? '' : `, now ${after}`}`),
  );
}

function single(line: Line): HTMLElement {
  return element('tr', { class: line.kind }, number(line.before), number(line.after), code(line));
}

function sides(before: Line | undefined, after: Line | undefined): HTMLElement {
  return element('tr', {}, number(before?.before, before?.kind), code(before), number(after?.after, after?.kind), code(after));
}

/** Numbers are drawn by the style, so that they are not copied with the code. */
function number(line: number | undefined, kind = ''): HTMLElement {
  return element('td', { class: `n ${kind}`, 'data-n': line ?? '' });
}

function code(line: Line | undefined): HTMLElement {
  if (!line) return element('td', { class: 'code none' });
  const changed = line.kind === 'removed' ? 'del' : 'ins';
  const pieces = line.pieces.map((piece) => (piece.changed ? element(changed, {}, piece.text) : piece.text));
  return element('td', { class: `code ${line.kind}` }, pieces);
}
