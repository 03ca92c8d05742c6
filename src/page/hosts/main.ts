import { counted, grouped } from '../../core/counted.ts';
import { byId, element } from '../element.ts';
import { listenTo } from '../keys.ts';
import { keepPreferences, readPreferences } from '../preferences.ts';
import { themeButton } from '../theme.ts';
import { type Choice, choiceOf, fragmentOf, NO_CHOICE, passes } from './choice.ts';
import { sortable } from './sorting.ts';

const keeper = (): Storage => localStorage;
const preferences = readPreferences(keeper);
const table = document.querySelector<HTMLTableElement>('#host-table');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-host]')];
const listed = rows.filter((row) => table?.contains(row));
/** What a row of the table says, by the host that it is about: the matrix is filtered by the same words. */
const words = new Map(listed.map((row) => [keyOf(row), row.textContent ?? '']));
let choice: Choice = choiceOf(location.hash) ?? NO_CHOICE;

const search = element('input', {
  type: 'search',
  placeholder: 'Host or name',
  'aria-label': 'text',
  input: () => choose({ text: search.value }),
});
const selects = (['state', 'service', 'covered'] as const)
  .map((name) => ({ name, values: valuesOf(name) }))
  .filter(({ values }) => values.length > 1)
  .map(({ name, values }) => {
    const select = element(
      'select',
      { 'aria-label': name, change: () => choose({ [name]: select.value }) },
      element('option', { value: '' }, `Any ${name}`),
      values.map(([value, count]) => element('option', { value }, `${value} (${grouped(count)})`)),
    );
    return { name, select };
  });
const clear = element('button', { class: 'link', click: () => choose(NO_CHOICE) }, 'Clear');
const sorting = table && sortable(table, (sort, down) => choose({ sort, down: down ? 'yes' : '' }));

function keyOf({ dataset }: HTMLTableRowElement): string {
  return [dataset.host, dataset.state, dataset.group].join(' ');
}

/** The values of a property among the hosts of the table, the most frequent first. */
function valuesOf(name: 'state' | 'service' | 'covered'): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of listed) {
    const value = row.dataset[name] ?? '';
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function choose(changed: Partial<Choice>): void {
  choice = { ...choice, ...changed };
  history.replaceState(null, '', fragmentOf(choice));
  show();
}

/** Shows what the choice lets pass, in the table and in the matrix, where a group goes with the last of its hosts. */
function show(): void {
  for (const row of rows) row.hidden = !passes(choice, row.dataset, words.get(keyOf(row)) ?? '');
  for (const body of document.querySelectorAll<HTMLTableSectionElement>('#matrix tbody'))
    body.hidden = [...body.rows].every((row) => row.hidden || row.dataset.host === undefined);
  sorting?.by(choice.sort, choice.down !== '');
  const shown = listed.filter((row) => !row.hidden).length;
  if (table)
    byId('hosts-status').textContent =
      shown === listed.length ? counted(shown, 'host') : `${grouped(shown)} of ${counted(listed.length, 'host')}`;
  if (search.value !== choice.text) search.value = choice.text;
  for (const { name, select } of selects) {
    select.value = choice[name];
    select.classList.toggle('is-set', choice[name] !== '');
  }
  clear.hidden = Object.values(choice).every((value) => value === '');
}

/** Follows a link of the page to what it filters. */
function arrive(): void {
  const found = choiceOf(location.hash);
  if (!found) return;
  choice = { ...found, sort: choice.sort, down: choice.down };
  show();
  document.querySelector('#hosts')?.scrollIntoView();
}

const dialog = listenTo(
  [
    {
      key: '/',
      says: 'filter by text',
      does: () => {
        search.focus();
        search.select();
      },
    },
    { key: 'r', says: 'only retired hosts, or all', does: () => choose({ state: choice.state === 'retired' ? '' : 'retired' }) },
    { key: 'c', says: 'clear the filter and the order', does: () => choose(NO_CHOICE) },
    { key: '?', says: 'this list', does: () => dialog.showModal() },
  ],
  () => preferences.keys,
  (on) => {
    preferences.keys = on;
    keepPreferences(keeper, preferences);
  },
);

const filters = byId('filters');
filters.setAttribute('role', 'search');
filters.setAttribute('aria-label', 'Filter');
filters.replaceChildren(search, ...selects.map(({ select }) => select), clear);
filters.hidden = table === null;
byId('tools').replaceChildren(
  themeButton(keeper, preferences),
  element('button', { id: 'keys', click: () => dialog.showModal() }, 'Keys'),
);
document.body.append(dialog);
new ResizeObserver(() => document.documentElement.style.setProperty('--top', `${byId('top').offsetHeight}px`)).observe(
  byId('top'),
);
addEventListener('hashchange', arrive);
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
show();
