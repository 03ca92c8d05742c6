import { grouped } from '../../core/counted.ts';
import type { HostRow } from '../../types/report.ts';
import { calledIn } from '../called.ts';
import { filterable, type GroupedHost } from './host-rows.ts';
import { type Markup, markup } from './markup.ts';

/** How the script sorts a column. */
type Order = 'text' | 'number';

/** Every host with its state, service and numbers; the script lets it be sorted and filtered. */
export function hostTable(rows: readonly GroupedHost[], isGoverned: boolean): Markup {
  const isHeld = rows.some(({ row }) => row.covered !== undefined);
  const titles: [string, Order][] = [
    ['host', 'text'],
    ['state', 'text'],
    ...(isGoverned ? [] : ([['domain', 'text']] as [string, Order][])),
    ['service', 'text'],
    ...(isHeld ? ([['covered', 'text']] as [string, Order][]) : []),
    ['files', 'number'],
    ['occurrences', 'number'],
    ['called', 'text'],
  ];
  const heads = titles.map(
    ([title, order]) =>
      markup`<th scope="col" data-sort="${order}"${order === 'number' ? markup` class="number"` : undefined}>${title}</th>`,
  );
  return markup`<table class="hosts" id="host-table"><caption class="unseen">Hosts with their state, service and numbers</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map((one) => hostRow(one, isGoverned, isHeld))}</tbody></table>`;
}

function hostRow(one: GroupedHost, isGoverned: boolean, isHeld: boolean): Markup {
  const { row, group } = one;
  const { host, state, service, covered, files, occurrences, contexts } = row;
  return markup`<tr${filterable(one)}><th scope="row"><code>${host}</code></th><td>${stateTag(state)}</td>${
    isGoverned ? undefined : markup`<td>${group}</td>`
  }<td>${service ?? '–'}</td>${isHeld ? coverage(covered) : undefined}${number(files)}${number(occurrences)}<td class="called">${calledIn(contexts)}</td></tr>
`;
}

/** A state in words, with its colour. */
function stateTag(state: HostRow['state']): Markup {
  return markup`<span class="state of-${state}">${state}</span>`;
}

function coverage(covered: boolean | undefined): Markup {
  return markup`<td>${covered === undefined ? '–' : covered ? 'yes' : markup`<b>no</b>`}</td>`;
}

function number(count: number): Markup {
  return markup`<td class="number" data-value="${count}">${grouped(count)}</td>`;
}
