/** How a repository wants generated text to be formatted. */
export interface Style {
  /** Columns of a line at most. */
  readonly width: number;
  /** Whether a constant whose line is too long goes on below its name; without a formatter it stays on one line. */
  readonly wrapsConstants: boolean;
  /** One step of indentation. */
  readonly indent: string;
  /** Columns that a step takes. */
  readonly indentWidth: number;
  readonly quote: "'" | '"';
  readonly eol: '\n' | '\r\n';
  readonly semicolons: boolean;
  /** Behind the last of several lines: also of parameters and arguments (`all`), of arrays and objects (`es5`), of nothing. */
  readonly trailingCommas: 'all' | 'es5' | 'none';
  /** Whether all keys of an object are quoted once one has to be. */
  readonly quotesKeysTogether: boolean;
  readonly bracketSpacing: boolean;
  /** Whether an object or list that fits on one line is put there, although it was written on several. */
  readonly joins: boolean;
}

const STANDARD = {
  wrapsConstants: false,
  eol: '\n',
  semicolons: true,
  trailingCommas: 'all',
  quotesKeysTogether: false,
  bracketSpacing: true,
  joins: false,
} as const;

/** Of TypeScript, JavaScript and JSON where no formatter is configured. */
export const PLAIN: Style = { ...STANDARD, width: 80, indent: '  ', indentWidth: 2, quote: "'" };

/** Of Python where no formatter is configured. */
export const PLAIN_PYTHON: Style = { ...STANDARD, width: 88, indent: '    ', indentWidth: 4, quote: '"' };

/** The indentation that a formatter's settings give; a number of columns that makes no sense counts as the standard one. */
export function indentation(columns: unknown, tabs: boolean, standard: number): Pick<Style, 'indent' | 'indentWidth'> {
  const isSane = typeof columns === 'number' && Number.isInteger(columns) && columns >= 0 && columns <= 24;
  const indentWidth = isSane ? columns : standard;
  return { indent: tabs ? '\t' : ' '.repeat(indentWidth), indentWidth };
}
