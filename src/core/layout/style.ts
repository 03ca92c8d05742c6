import type { Style } from '../../types/module.ts';

/** What is the same in every language where no formatter is configured. */
export const STANDARD = {
  wrapsConstants: false,
  eol: '\n',
  semicolons: true,
  trailingCommas: 'all',
  quotesKeysTogether: false,
  bracketSpacing: true,
  joins: false,
} as const;

/** The indentation that a formatter's settings give; a number of columns that makes no sense counts as the standard one. */
export function indentation(columns: unknown, tabs: boolean, standard: number): Pick<Style, 'indent' | 'indentWidth'> {
  const isSane = typeof columns === 'number' && Number.isInteger(columns) && columns >= 0 && columns <= 24;
  const indentWidth = isSane ? columns : standard;
  return { indent: tabs ? '\t' : ' '.repeat(indentWidth), indentWidth };
}
