import { byId, element } from './element.ts';

/** One key and what it does. */
export interface Key {
  readonly key: string;
  readonly says: string;
  readonly does: () => void;
}

/** Listens to single keys outside of fields, unless the reader has turned them off. Gives the dialog that lists them. */
export function listenTo(keys: readonly Key[], isOn: () => boolean, turn: (on: boolean) => void): HTMLDialogElement {
  const on = element('input', { type: 'checkbox', change: () => turn(on.checked) });
  on.checked = isOn();
  const rows = keys.map(({ key, says }) =>
    element('tr', {}, element('th', { scope: 'row' }, element('kbd', {}, key)), element('td', {}, says)),
  );
  const dialog = element(
    'dialog',
    { 'aria-label': 'Keys' },
    element('h2', {}, 'Keys'),
    element('table', {}, element('tbody', {}, rows)),
    element('p', {}, element('label', {}, on, ' Single keys are on')),
    element('button', { click: () => dialog.close() }, 'Close'),
  );
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isOn() || dialog.open || isTyping(event.target)) return;
    const found = keys.find(({ key }) => key === event.key);
    if (!found) return;
    event.preventDefault();
    found.does();
  });
  return dialog;
}

/** In a field every key but Escape is text; Escape leaves it. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('select, textarea, input:not([type=checkbox])');
}

/** Moves the focus to the next or the one before among what can be seen of the items of a part. */
export function step(section: HTMLElement, by: 1 | -1): void {
  const items = [...section.querySelectorAll<HTMLElement>('.item:not([hidden])')];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const inView = items.findIndex((item) => item.getBoundingClientRect().bottom > byId('top').offsetHeight);
  const next = items[at < 0 ? Math.max(0, inView) : at + by];
  if (!next) return;
  next.querySelector<HTMLElement>('.fold')!.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'start' });
}

/** The item that has the focus. */
export function current(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>('.item') ?? undefined;
}
