import type { View } from '../../page/route.ts';
import { visible } from '../visible.ts';

/** HTML, as opposed to text. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Part = string | number | Markup | undefined | readonly Part[];

/** A piece of HTML. Texts that are put into it are made visible and escaped, in elements and in quoted attributes; lists are joined. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.reduce((html, piece, index) => html + htmlOf(parts[index - 1]) + piece));
}

/** A sentence with code between backticks. */
export function sentence(text: string): Markup {
  return markup`${text.split('`').map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
}

/** The address, within the page, of what a filter lets pass. Filters know texts in their visible form. */
export function addressOf(view: View | 'hosts', filter: string, value: string): string {
  return `#${view}?${filter}=${encodeURIComponent(visible(value))}`;
}

function htmlOf(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (part === undefined) return '';
  if (typeof part === 'object') return part.map(htmlOf).join('');
  return visible(String(part)).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
