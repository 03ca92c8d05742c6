import type pico from 'picocolors';
import { counted } from '../core/counted.ts';
import type { ModuleReport } from '../types/report.ts';
import { visible } from './visible.ts';

interface Options {
  readonly colors: ReturnType<typeof pico.createColors>;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Others of one value that are named; the rest is counted. */
const NAMED = 3;

/** What a person should know of an adopted module: what it lacks, which of several symbols is used, and what could not be read. */
export function adoptedLines({ file, adopted }: ModuleReport, { colors, quiet, verbose }: Options): string[] {
  if (!adopted) return [];
  const lacks = adopted.unserved.map(
    ({ service, value }) =>
      `  ${colors.yellow('lacks')} ${JSON.stringify(visible(value))} for ${service}: until it is added, this service gets no references`,
  );
  if (quiet) return lacks;
  const place = (line: number): string => `${visible(file)}:${line}`;
  const ties = adopted.ties.map(({ key, taken, others }) => {
    const named = verbose ? others : others.slice(0, NAMED);
    const more = others.length > named.length ? `, and ${counted(others.length - named.length, 'other')}` : '';
    return `  ${key} is ${visible(taken)}; ${named.map(visible).join(', ')}${more} would do as well: an entry under symbols settles it`;
  });
  const replaceable = adopted.replaceable.map(
    ({ symbol, line, variable }) =>
      `  ${place(line)}  ${visible(symbol)} is used with its default; the environment variable ${visible(variable)} may replace it`,
  );
  const unread = adopted.unread.map(
    ({ symbol, line, reason }) => `  ${place(line)}  ${visible(symbol)} is not used: ${visible(reason)}`,
  );
  const lacking =
    adopted.lacking.length > 0 ? [colors.dim(`  no symbol holds ${adopted.lacking.join(', ')}: text stays text there`)] : [];
  return [...lacks, ...ties, ...replaceable, ...unread, ...lacking];
}
