import { counted, grouped } from '../core/counted.ts';
import { type Context, isExplained, isSettled, type Part } from './context.ts';
import { diffTable } from './diff-table.ts';
import { element, titled } from './element.ts';
import { type Filter, passingSwaps } from './filter.ts';
import type { ChangedFile } from './model.ts';

/** Height of a line of a diff in pixels: what a diff that is not drawn yet takes. */
const LINE = 20;
/** Height of what stands above it. */
const HEAD = 45;

interface Entry {
  readonly file: ChangedFile;
  readonly article: HTMLElement;
  readonly body: HTMLElement;
  readonly seen: HTMLInputElement;
  readonly fold: HTMLElement;
  drawn: '' | 'split' | 'inline';
}

/** The files that change, with their diffs, which are drawn when they come into view. */
export function filesPart(section: HTMLElement, context: Context): Part & { redraw(): void; remark(): void } {
  const { model, marks } = context;
  const says = element('p', { id: 'files-status' });
  const entries = model.files.map((file) => entryOf(file, context));
  const watcher = watch(entries, context);
  let last: Filter | undefined;
  section.replaceChildren(titled('Files', says), ...entries.map(({ article }) => article));
  const remark = (): void => {
    for (const { file, article, seen } of entries) {
      seen.checked = marks.seen.has(file.digest);
      article.classList.toggle('is-seen', seen.checked);
      article.classList.toggle('is-explained', isExplained(file, marks));
    }
  };
  for (const entry of entries) if (marks.seen.has(entry.file.digest)) setFolded(entry, true);
  remark();
  return {
    show(filter) {
      if (filter !== last) for (const entry of entries) entry.article.hidden = !isShown(entry, filter, context);
      last = filter;
      const shown = entries.filter(({ article }) => !article.hidden).length;
      says.textContent =
        shown === entries.length ? counted(shown, 'file') : `${grouped(shown)} of ${counted(entries.length, 'file')}`;
    },
    unfold() {
      for (const entry of entries) {
        if (entry.article.hidden) continue;
        setFolded(entry, false);
        draw(entry, context);
      }
    },
    redraw() {
      for (const entry of entries) {
        if (entry.drawn === '') continue;
        watcher.unobserve(entry.body);
        watcher.observe(entry.body);
      }
    },
    remark,
  };
}

/** Draws diffs as they come near to what is in view. */
function watch(entries: readonly Entry[], context: Context): IntersectionObserver {
  const byBody = new Map(entries.map((entry) => [entry.body as Element, entry]));
  const watcher = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) draw(byBody.get(target)!, context);
    },
    { rootMargin: '800px' },
  );
  for (const { body } of entries) watcher.observe(body);
  return watcher;
}

function entryOf(file: ChangedFile, context: Context): Entry {
  const id = `file-${file.number}`;
  const body = element('div', { class: 'body', id });
  const seen = element('input', { type: 'checkbox', change: () => markSeen(entry, seen.checked, context) });
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const fold = element(
    'button',
    { class: 'fold', 'aria-expanded': 'true', 'aria-controls': id, click: () => setFolded(entry, !body.hidden) },
    element('span', { class: 'path' }, file.path.slice(0, -name.length), element('b', {}, name)),
  );
  const article = element('article', { class: 'item file' }, headOf(file, fold, seen), body);
  const lines = file.hunks.reduce((sum, [, , text]) => sum + 1 + text.split('\n').length, 0);
  body.style.minHeight = `${lines * LINE}px`;
  article.style.containIntrinsicHeight = `auto ${HEAD + lines * LINE}px`;
  const entry: Entry = { file, article, body, seen, fold, drawn: '' };
  return entry;
}

function headOf({ path, note, language, added, removed }: ChangedFile, fold: HTMLElement, seen: HTMLElement): HTMLElement {
  const facts = [note, language].filter(Boolean).map((fact) => element('span', { class: 'tag' }, fact));
  return element(
    'header',
    {},
    element('h2', {}, fold),
    facts,
    element('span', { class: 'tag explained' }, 'only approved patterns'),
    element('span', { class: 'plus' }, `+${grouped(added)}`),
    element('span', { class: 'minus' }, `\u2212${grouped(removed)}`),
    element('label', { class: 'mark' }, seen, ' Seen', element('span', { class: 'unseen' }, ` ${path}`)),
  );
}

function draw(entry: Entry, context: Context): void {
  const kind = context.split() ? 'split' : 'inline';
  if (entry.drawn === kind) return;
  entry.drawn = kind;
  entry.body.style.minHeight = '';
  entry.body.replaceChildren(diffTable(entry.file, kind === 'split'));
}

function setFolded(entry: Entry, folded: boolean): void {
  entry.body.hidden = folded;
  entry.fold.setAttribute('aria-expanded', String(!folded));
}

function markSeen(entry: Entry, on: boolean, { marks, marked }: Context): void {
  marks.mark('seen', entry.file.digest, on);
  setFolded(entry, on);
  marked();
}

function isShown({ file }: Entry, filter: Filter, { marks }: Context): boolean {
  return passingSwaps(file, filter) !== undefined && !(filter.open && isSettled(file, marks));
}
