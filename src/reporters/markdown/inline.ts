import { clipped, visible } from '../visible.ts';

/** No cell is longer: names and reasons come from the tree. */
const LONGEST = 240;

/** Text as code, in a table as well: between backticks where that is certain to mean what it says, else as HTML. */
export function code(text: string): string {
  const shown = clipped(visible(text), LONGEST);
  if (shown === '') return '';
  return /^(?! )[^`|\\]*(?<! )$/.test(shown) ? `\`${shown}\`` : `<code>${entities(shown)}</code>`;
}

/** Text as prose: it has no markup, links nothing and mentions nobody. */
export function prose(text: string): string {
  return clipped(visible(text), LONGEST)
    .replace(/[&<>|\\#@:$]|www/gi, entity)
    .replace(/&#(?:35|64);/g, '$&<!-- -->')
    .replace(/[`*_~[\]]/g, '\\$&');
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The first so many as code, with the count of the others. */
export function few(texts: readonly string[], limit: number): string {
  const shown = texts.slice(0, limit).map(code).join(', ');
  return texts.length > limit ? `${shown} and ${texts.length - limit} more` : shown;
}

function entities(text: string): string {
  return text.replace(/[&<>`*_~|\\[\]$#@:]|www/gi, entity);
}

function entity(match: string): string {
  return `&#${match.charCodeAt(0)};${match.slice(1)}`;
}
