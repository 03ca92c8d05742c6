import type { ChangedFile, Facets, Left, Model, Pattern, Swap, Unread } from './model.ts';

/** What a reader has chosen to see; empty texts let everything pass. */
export interface Filter {
  readonly host: string;
  readonly service: string;
  readonly rule: string;
  readonly directory: string;
  readonly language: string;
  readonly decision: string;
  /** Of the reason why something is left. */
  readonly code: string;
  /** Sought in names, texts, reasons and diffs, without regard to case. */
  readonly text: string;
  /** The key of a pattern. */
  readonly pattern: string;
  /** Hides what is seen, and what approved patterns explain. */
  readonly open: boolean;
}

export const NO_FILTER: Filter = {
  host: '',
  service: '',
  rule: '',
  directory: '',
  language: '',
  decision: '',
  code: '',
  text: '',
  pattern: '',
  open: false,
};

/** Properties that a list of values is offered for. */
export const FACETS = ['service', 'host', 'decision', 'rule', 'code', 'directory', 'language'] as const;

/** The swaps of a file that pass; `undefined` when the file does not. A file without swaps, as a domain module, passes while nothing is asked of swaps. */
export function passingSwaps(file: ChangedFile, filter: Filter): readonly Swap[] | undefined {
  if (!isPlacedRight(file, filter)) return undefined;
  const asked = isAskedOfPlaces(filter);
  const named =
    filter.text === '' || holds(filter.text, file.path) || file.hunks.some(([, , lines]) => holds(filter.text, lines));
  const swaps = file.swaps.filter((swap) => isSwapRight(swap, filter) && (named || isNamed(swap, filter.text)));
  if (swaps.length > 0) return swaps;
  return !asked && named ? [] : undefined;
}

/** The places of a pattern that pass. */
export function passingPlaces(pattern: Pattern, filter: Filter): Pattern['places'] {
  return pattern.places.filter(
    ({ file, swap }) =>
      isPlacedRight(file, filter) &&
      isSwapRight(swap, filter) &&
      (filter.text === '' || holds(filter.text, file.path) || isNamed(swap, filter.text)),
  );
}

export function isLeftShown(left: Left, filter: Filter): boolean {
  const texts = [left.path, left.host, left.reason, left.context, left.lead + left.text + left.tail, left.becomes];
  return (
    filter.pattern === '' &&
    isPlacedRight(left, filter) &&
    hasFacets(left, filter) &&
    (filter.text === '' || texts.some((text) => holds(filter.text, text)))
  );
}

export function isUnreadShown({ path, directory, reason }: Unread, filter: Filter): boolean {
  if (isAskedOfPlaces(filter) || filter.language !== '') return false;
  if (filter.directory !== '' && filter.directory !== directory) return false;
  return filter.text === '' || holds(filter.text, path) || holds(filter.text, reason);
}

/** The values of a property with how often they occur, the most frequent first. */
export function valuesOf(model: Model, facet: (typeof FACETS)[number]): [string, number][] {
  const counts = new Map<string, number>();
  const add = (value: string): void => {
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  for (const file of model.files)
    for (const swap of file.swaps) add(facet === 'directory' || facet === 'language' ? file[facet] : swap[facet]);
  for (const left of model.left) add(left[facet]);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function isPlacedRight(place: { readonly directory: string; readonly language: string }, filter: Filter): boolean {
  return (
    (filter.directory === '' || place.directory === filter.directory) &&
    (filter.language === '' || place.language === filter.language)
  );
}

function isSwapRight(swap: Swap, filter: Filter): boolean {
  return hasFacets(swap, filter) && (filter.pattern === '' || swap.pattern.key === filter.pattern);
}

function hasFacets(facets: Facets, filter: Filter): boolean {
  return (
    (filter.host === '' || facets.host === filter.host) &&
    (filter.service === '' || facets.service === filter.service) &&
    (filter.rule === '' || facets.rule === filter.rule) &&
    (filter.decision === '' || facets.decision === filter.decision) &&
    (filter.code === '' || facets.code === filter.code)
  );
}

function isAskedOfPlaces({ host, service, rule, decision, code, pattern }: Filter): boolean {
  return host + service + rule + decision + code + pattern !== '';
}

function isNamed({ pattern, host }: Swap, text: string): boolean {
  return holds(text, pattern.from) || holds(text, pattern.to) || holds(text, host);
}

function holds(sought: string, text: string): boolean {
  return text.toLowerCase().includes(sought.toLowerCase());
}
