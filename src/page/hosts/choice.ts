/** What a reader has chosen to see of the hosts; empty texts let everything pass. It stands behind `#hosts?` in the address. */
export interface Choice {
  readonly text: string;
  readonly state: string;
  readonly service: string;
  readonly covered: string;
  /** The title of the column to sort by; empty: as the page came. */
  readonly sort: string;
  readonly down: string;
}

export const NO_CHOICE: Choice = { text: '', state: '', service: '', covered: '', sort: '', down: '' };

/** Reads a fragment; `undefined` for one that leads to a place of the page. */
export function choiceOf(fragment: string): Choice | undefined {
  const [, query] = /^#hosts\?(.*)$/s.exec(fragment) ?? [];
  if (query === undefined) return undefined;
  const asked = new URLSearchParams(query);
  const known = Object.keys(NO_CHOICE).map((key) => [key, asked.get(key) ?? '']);
  return Object.fromEntries(known) as unknown as Choice;
}

export function fragmentOf(choice: Choice): string {
  const query = String(new URLSearchParams(Object.entries(choice).filter(([, text]) => text !== '')));
  return query === '' ? '#hosts' : `#hosts?${query}`;
}

/** Whether a row with these attributes and this text is to be seen. */
export function passes(choice: Choice, facts: Readonly<Record<string, string | undefined>>, text: string): boolean {
  const asked = ['state', 'service', 'covered'] as const;
  return (
    asked.every((name) => choice[name] === '' || facts[name] === choice[name]) &&
    (choice.text === '' || text.toLowerCase().includes(choice.text.toLowerCase()))
  );
}
