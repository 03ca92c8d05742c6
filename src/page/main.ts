import { grouped } from '../core/counted.ts';
import { type Context, isSettled, type Part } from './context.ts';
import { byId, element } from './element.ts';
import { filesPart } from './files-part.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import { filterBar } from './filter-bar.ts';
import { current, listenTo, step } from './keys.ts';
import { leftPart } from './left-part.ts';
import { Marks } from './marks.ts';
import { modelOf } from './model.ts';
import { patternsPart } from './patterns-part.ts';
import { keepPreferences, readPreferences } from './preferences.ts';
import { fragmentOf, type Route, routeOf, VIEWS, type View } from './route.ts';
import type { PageData } from './shape.ts';
import { themeButton } from './theme.ts';

const keeper = (): Storage => localStorage;
const model = modelOf(JSON.parse(byId('data').textContent ?? '') as PageData);
const marks = new Marks(model.digest, keeper);
const preferences = readPreferences(keeper);
/** Two sides need room. */
const narrow = matchMedia('(max-width: 800px)');
let route: Route = routeOf(location.hash);

const context: Context = {
  model,
  marks,
  split: () => preferences.split && !narrow.matches,
  go: (view, filter) => go({ view, filter: { ...NO_FILTER, ...filter } }),
  marked,
};

/** Parts are made when they are first looked at. */
const parts: Partial<{
  patterns: ReturnType<typeof patternsPart>;
  left: Part;
  files: ReturnType<typeof filesPart>;
}> = {};

function partOf(view: View): Part | undefined {
  if (view === 'patterns') parts.patterns ??= patternsPart(byId('view-patterns'), context);
  if (view === 'left') parts.left ??= leftPart(byId('view-left'), context);
  if (view === 'files') parts.files ??= filesPart(byId('view-files'), context);
  return view === 'overview' ? undefined : parts[view];
}

function go(to: Route): void {
  const fragment = fragmentOf(to);
  if (to.view === route.view) history.replaceState(null, '', fragment);
  else history.pushState(null, '', fragment);
  arrive();
}

/** Shows what the address names. */
function arrive(): void {
  const before = route.view;
  route = routeOf(location.hash);
  for (const view of VIEWS) byId(`view-${view}`).hidden = view !== route.view;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-view]')) {
    const view = link.dataset.view as View;
    link.toggleAttribute('aria-current', false);
    if (view === route.view) link.setAttribute('aria-current', 'page');
    link.href = fragmentOf({ view, filter: route.filter });
  }
  byId('filters').hidden = route.view === 'overview';
  bar.set(route.filter, route.view);
  partOf(route.view)?.show(route.filter);
  if (before !== route.view) scrollTo(0, 0);
}

const bar = filterBar(byId('filters'), model, (filter: Partial<Filter>) =>
  go({ view: route.view, filter: { ...route.filter, ...filter } }),
);

const meter = element('progress', { max: Math.max(1, model.files.length), 'aria-label': 'Files settled' });
const settled = element('span', { class: 'dim', role: 'status', id: 'settled' });
const lost = element(
  'p',
  { class: 'lost', role: 'alert', hidden: true },
  'This browser keeps nothing for this page: marks last until it is closed.',
);
const splitButton = element('button', { id: 'split', click: () => setSplit(!preferences.split) });

function marked(): void {
  parts.files?.remark();
  parts.patterns?.remark();
  const count = model.files.filter((file) => isSettled(file, marks)).length;
  meter.value = count;
  settled.textContent = `${grouped(count)} of ${grouped(model.files.length)} settled`;
  settled.title = 'Files that are seen, or that approved patterns explain';
  lost.hidden = marks.isKept || marks.seen.size + marks.approved.size === 0;
}

function setSplit(split: boolean): void {
  preferences.split = split;
  keepPreferences(keeper, preferences);
  splitButton.textContent = split ? 'Side by side' : 'Inline';
  splitButton.setAttribute('aria-label', `Diffs: ${split ? 'side by side' : 'inline'}. Change`);
  parts.files?.redraw();
}

function jump(view: View): () => void {
  return () => go({ view, filter: route.filter });
}

function seek(): void {
  if (route.view === 'overview') jump('files')();
  bar.focus();
}

/** Marks the item that has the focus, and goes on to the next. */
function markCurrent(): void {
  const item = current();
  const box = item?.querySelector<HTMLInputElement>('.mark input');
  if (!box) return;
  box.click();
  if (box.checked) step(byId(`view-${route.view}`), 1);
}

const dialog = listenTo(
  [
    { key: 'j', says: 'next file, pattern or reason', does: () => step(byId(`view-${route.view}`), 1) },
    { key: 'k', says: 'the one before', does: () => step(byId(`view-${route.view}`), -1) },
    { key: 'o', says: 'open or close it', does: () => current()?.querySelector<HTMLElement>('.fold')?.click() },
    { key: 'v', says: 'mark the file as seen, or approve the pattern, and go on', does: markCurrent },
    { key: 's', says: 'diffs side by side, or inline', does: () => setSplit(!preferences.split) },
    {
      key: 'u',
      says: 'only what is open, or all',
      does: () => go({ ...route, filter: { ...route.filter, open: !route.filter.open } }),
    },
    { key: '/', says: 'filter by text', does: seek },
    { key: '1', says: 'overview', does: jump('overview') },
    { key: '2', says: 'patterns', does: jump('patterns') },
    { key: '3', says: 'what is left', does: jump('left') },
    { key: '4', says: 'files', does: jump('files') },
    { key: '?', says: 'this list', does: () => dialog.showModal() },
  ],
  () => preferences.keys,
  (on) => {
    preferences.keys = on;
    keepPreferences(keeper, preferences);
  },
);

byId('tools').replaceChildren(
  element('label', { class: 'settled' }, meter, ' ', settled),
  splitButton,
  themeButton(keeper, preferences),
  element('button', { id: 'keys', click: () => dialog.showModal() }, 'Keys'),
);
document.body.append(lost, dialog);
const counts: Readonly<Record<string, number>> = {
  patterns: model.patterns.length,
  left: model.left.length,
  files: model.files.length,
};
for (const count of document.querySelectorAll<HTMLElement>('[data-count]'))
  count.textContent = grouped(counts[count.dataset.count!]!);
new ResizeObserver(() => document.documentElement.style.setProperty('--top', `${byId('top').offsetHeight}px`)).observe(
  byId('top'),
);
narrow.addEventListener('change', () => parts.files?.redraw());
addEventListener('hashchange', arrive);
addEventListener('popstate', arrive);
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  partOf(route.view)?.unfold();
});
setSplit(preferences.split);
marked();
arrive();
