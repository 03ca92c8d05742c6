import { grouped } from '../core/counted.ts';
import { element } from './element.ts';
import { FACETS, type Filter, NO_FILTER, valuesOf } from './filter.ts';
import type { Model } from './model.ts';
import type { View } from './route.ts';

/** The row in which a reader says what to see. */
export interface FilterBar {
  /** Shows a filter that came from elsewhere, such as the address. */
  set(filter: Filter, view: View): void;
  focus(): void;
}

export function filterBar(host: HTMLElement, model: Model, changed: (filter: Partial<Filter>) => void): FilterBar {
  const selects = FACETS.map((facet) => {
    const values = valuesOf(model, facet);
    const select = element(
      'select',
      { 'aria-label': facet, change: () => changed({ [facet]: select.value }) },
      element('option', { value: '' }, facet === 'code' ? 'Any reason' : `Any ${facet}`),
      values.map(([value, count]) => element('option', { value }, `${value} (${grouped(count)})`)),
    );
    return { facet, select };
  });
  const text = element('input', {
    type: 'search',
    placeholder: 'Text, path or host',
    'aria-label': 'text',
    input: () => changed({ text: text.value }),
  });
  const open = element('input', { type: 'checkbox', change: () => changed({ open: open.checked }) });
  const openLabel = element('label', {}, open, ' Only what is open');
  const pattern = element('button', { class: 'chip', click: () => changed({ pattern: '' }) });
  const all = element('button', { class: 'link', click: () => changed(NO_FILTER) }, 'Clear');
  host.setAttribute('role', 'search');
  host.setAttribute('aria-label', 'Filter');
  host.replaceChildren(text, ...selects.map(({ select }) => select), openLabel, pattern, all);
  return {
    set(filter, view) {
      openLabel.hidden = view === 'left';
      for (const { facet, select } of selects) {
        offer(select, filter[facet]);
        select.value = filter[facet];
        select.classList.toggle('is-set', filter[facet] !== '');
      }
      if (text.value !== filter.text) text.value = filter.text;
      open.checked = filter.open;
      pattern.hidden = filter.pattern === '';
      pattern.textContent = `${filter.pattern.slice(filter.pattern.indexOf('\u2192') + 1).trim()} \u00d7`;
      pattern.setAttribute('aria-label', `Pattern ${filter.pattern}: show others as well`);
      all.hidden = Object.values(filter).every((value) => value === '' || value === false);
    },
    focus() {
      text.focus();
      text.select();
    },
  };
}

/** A value that nothing left has, as of a chart that counts what is right already, is offered all the same. */
function offer(select: HTMLSelectElement, value: string): void {
  if ([...select.options].some((option) => option.value === value)) return;
  select.append(element('option', { value }, `${value} (0)`));
}
