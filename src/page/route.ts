import { type Filter, NO_FILTER } from './filter.ts';

export const VIEWS = ['overview', 'patterns', 'left', 'files'] as const;
export type View = (typeof VIEWS)[number];

/** Where a reader is: the part of the page and what is filtered there, as it stands behind `#` in the address. */
export interface Route {
  readonly view: View;
  readonly filter: Filter;
}

/** Reads a fragment such as `#files?service=staging.api&text=redis`; what it does not know is left out. */
export function routeOf(fragment: string): Route {
  const [name = '', query = ''] = fragment.replace(/^#/, '').split(/\?(.*)/s);
  const asked = new URLSearchParams(query);
  const texts = Object.keys(NO_FILTER)
    .filter((key) => key !== 'open' && asked.has(key))
    .map((key) => [key, asked.get(key)]);
  return {
    view: VIEWS.find((view) => view === name) ?? 'overview',
    filter: { ...NO_FILTER, ...Object.fromEntries(texts), open: asked.has('open') },
  };
}

/** The fragment of a route; without a filter it is the bare name of the view. */
export function fragmentOf({ view, filter }: Route): string {
  const { open, ...texts } = filter;
  const asked = new URLSearchParams(Object.entries(texts).filter(([, text]) => text !== ''));
  if (open) asked.set('open', '');
  const query = String(asked);
  return `#${view}${query === '' ? '' : `?${query}`}`;
}
