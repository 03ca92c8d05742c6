import { counted, grouped } from '../core/counted.ts';
import { cappedList } from './capped-list.ts';
import type { Context, Part } from './context.ts';
import { exchangeTable } from './diff-table.ts';
import { element, titled } from './element.ts';
import { passingPlaces } from './filter.ts';
import { exchangeAt } from './lines.ts';
import type { Pattern } from './model.ts';

const BECOMES: Readonly<Record<string, string>> = { reference: 'a constant', literal: 'text' };

/** Places that are shown, each of another file, before all are listed. */
const EXAMPLES = 3;

/** A pattern as it is shown. */
interface Entry {
  readonly pattern: Pattern;
  readonly approve: HTMLInputElement;
  readonly article: HTMLElement;
  open(): void;
}

/** Edits that read the same, the most frequent first: approve the pattern, then look at what is left. */
export function patternsPart(section: HTMLElement, context: Context): Part & { remark(): void } {
  const { model, marks } = context;
  const says = element('p', { id: 'patterns-status' });
  const list = element('div', { class: 'list' });
  let shown: Entry[] = [];
  section.replaceChildren(titled('Patterns', says), introduction(), list);
  const remark = (): void => {
    for (const { pattern, approve, article } of shown) {
      approve.checked = marks.approved.has(pattern.key);
      article.classList.toggle('is-seen', approve.checked);
    }
  };
  return {
    show(filter) {
      const passing = model.patterns
        .filter(({ key }) => !(filter.open && marks.approved.has(key)))
        .map((pattern) => ({ pattern, places: passingPlaces(pattern, filter) }))
        .filter(({ places }) => places.length > 0)
        .sort((a, b) => b.places.length - a.places.length);
      shown = passing.map(({ pattern, places }, number) => entryOf(pattern, places, `pattern-${number}`, context));
      list.replaceChildren(...shown.map(({ article }) => article));
      const times = passing.reduce((sum, { places }) => sum + places.length, 0);
      says.textContent = `${counted(passing.length, 'pattern')}, ${grouped(times)} edits`;
      remark();
    },
    unfold() {
      for (const entry of shown) entry.open();
    },
    remark,
  };
}

function introduction(): HTMLElement {
  return element(
    'p',
    { class: 'dim' },
    'Edits that read the same are one pattern. Approve patterns; what no approved pattern explains is an exception, and “Only what is open” shows those files alone. Imports that the constants need are in the diffs.',
  );
}

/** `id`: of the part that unfolds, which is filled when it first does. */
function entryOf(pattern: Pattern, places: Pattern['places'], id: string, context: Context): Entry {
  const files = new Map<string, number[]>();
  for (const { file, swap } of places) files.set(file.path, [...(files.get(file.path) ?? []), swap.line]);
  const body = element('div', { class: 'body', id, hidden: true });
  const approve = element('input', {
    type: 'checkbox',
    change: () => {
      context.marks.mark('approved', pattern.key, approve.checked);
      context.marked();
    },
  });
  const fill = (): void => {
    if (body.childElementCount === 0) body.append(examples(places), placeList([...files], context));
  };
  const fold = foldOf(pattern, id, () => {
    fill();
    body.hidden = !body.hidden;
    fold.setAttribute('aria-expanded', String(!body.hidden));
  });
  const times = `${counted(places.length, 'time')} in ${counted(files.size, 'file')}`;
  const services = [...new Set(places.map(({ swap }) => swap.service))].filter(Boolean);
  const head = element(
    'header',
    {},
    element('h2', {}, fold),
    element('span', { class: `tag of-${pattern.decision}` }, BECOMES[pattern.decision] ?? pattern.decision),
    services.map((service) => element('span', { class: 'tag' }, service)),
    element('button', { class: 'link times', click: () => context.go('files', { pattern: pattern.key }) }, times),
    approval(pattern, approve),
  );
  return {
    pattern,
    approve,
    article: element('article', { class: 'item pattern' }, head, body),
    open() {
      fill();
      body.hidden = false;
    },
  };
}

function foldOf({ from, to }: Pattern, id: string, click: () => void): HTMLElement {
  return element(
    'button',
    { class: 'fold', 'aria-expanded': 'false', 'aria-controls': id, click },
    element('del', {}, from),
    element('span', { class: 'arrow', 'aria-label': 'becomes' }, '\u2192'),
    element('ins', {}, to),
  );
}

function approval({ from, to }: Pattern, approve: HTMLInputElement): HTMLElement {
  const unseen = element('span', { class: 'unseen' }, ` ${from} to ${to}`);
  return element('label', { class: 'mark' }, approve, ' Approve', unseen);
}

function placeList(files: readonly [string, readonly number[]][], context: Context): HTMLElement {
  const line = ([path, lines]: readonly [string, readonly number[]]): HTMLElement =>
    element(
      'li',
      {},
      element('button', { class: 'link', click: () => context.go('files', { text: path }) }, path),
      element('span', { class: 'dim' }, ` ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`),
    );
  return cappedList(files, line);
}

function examples(places: Pattern['places']): HTMLElement {
  const perFile = places.filter(({ file }, at) => places[at - 1]?.file !== file);
  const tables = perFile.slice(0, EXAMPLES).flatMap(({ file, swap }) => {
    const lines = exchangeAt(file.hunks, swap.line);
    return lines.length === 0 ? [] : [exchangeTable(lines, `${file.path}, line ${swap.line}`)];
  });
  return element('div', { class: 'examples' }, tables);
}
