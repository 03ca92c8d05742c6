import { counted } from '../core/counted.ts';
import { element } from './element.ts';

/** Lines that are there at first; the others follow when they are asked for. */
const FIRST = 100;

/** A list that does not fill the page at once. */
export function cappedList<T>(members: readonly T[], lineOf: (member: T) => HTMLElement): HTMLElement {
  const list = element('ul', { class: 'places' }, members.slice(0, FIRST).map(lineOf));
  const rest = members.slice(FIRST);
  if (rest.length === 0) return list;
  const says = `Show ${counted(rest.length, 'more line')}`;
  const more = element('li', {}, element('button', { class: 'link', click: () => more.replaceWith(...rest.map(lineOf)) }, says));
  list.append(more);
  return list;
}
