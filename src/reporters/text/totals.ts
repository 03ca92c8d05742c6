import { counted, grouped } from '../../core/counted.ts';
import type { Ledger, ModuleReport, Report, Tally } from '../../types/report.ts';
import { table } from '../table.ts';
import { visible } from '../visible.ts';
import type { Look } from './section.ts';

const KEPT = 'stay: e-mail addresses, unknown hosts, generated files, what the configuration keeps';
const MEANING: Readonly<Record<keyof Ledger, readonly [planned: string, done: string]>> = {
  reference: ['become a constant of the domain module', 'became a constant of the domain module'],
  literal: ['become the canonical host', 'became the canonical host'],
  current: ['are right as they are', 'are right as they are'],
  keep: [KEPT, KEPT],
  suppressed: ['stay: a comment with a reason says so', 'stay: a comment with a reason says so'],
  baselined: ['stay: in the baseline', 'stay: in the baseline'],
  review: ['are for a person to decide', 'are for a person to decide'],
  unreadable: ['in files that could not be read', 'in files that could not be read'],
  failed: ['in files that failed verification', 'in files that failed verification'],
};

const VERDICTS = Object.keys(MEANING) as (keyof Ledger)[];
const ROWS = 10;

/** One verdict of the account. */
export interface LedgerRow {
  readonly verdict: keyof Ledger;
  readonly count: number;
  readonly meaning: string;
}

/** The verdicts that occur, in their order, with what each means. */
export function ledgerRows({ command, summary }: Report): LedgerRow[] {
  return VERDICTS.filter((verdict) => summary.ledger[verdict] > 0).map((verdict) => ({
    verdict,
    count: summary.ledger[verdict],
    meaning: MEANING[verdict][command === 'write' ? 1 : 0],
  }));
}

/** The account of all occurrences, with what each verdict means. */
export function ledger(report: Report, { colors }: Look): string[] {
  const used = ledgerRows(report);
  const rows = table(used.map(({ verdict, count }) => [verdict, grouped(count)]));
  const explained = rows.map((row, index) => `${row}  ${colors.dim(used[index]!.meaning)}`);
  return [colors.bold(counted(report.summary.occurrences, 'occurrence')), ...explained];
}

/** Occurrences by language, directory and service, the largest first; one section each, all in the same columns. */
export function tallies({ summary }: Report, { colors, verbose }: Look): string[][] {
  const columns = VERDICTS.filter((verdict) => summary.ledger[verdict] > 0);
  const parts = [
    ['By language', summary.byLanguage],
    ['By directory', summary.byDirectory],
    ['By service', summary.byService],
  ] as const;
  const sections = parts.map(([title, by]) => {
    const all = Object.entries(by).sort((a, b) => b[1].occurrences - a[1].occurrences || (a[0] < b[0] ? -1 : 1));
    const shown = verbose || all.length <= ROWS + 1 ? all : all.slice(0, ROWS);
    const rows = shown.map(([name, tally]) => [visible(name), ...numbersOf(tally, columns)]);
    return { rows: [[title, 'files', 'occurrences', ...columns], ...rows], hidden: all.length - shown.length };
  });
  const aligned = table(
    sections.flatMap(({ rows }) => rows),
    '',
  );
  return sections.map(({ rows, hidden }) => {
    const [head, ...body] = aligned.splice(0, rows.length);
    return [colors.bold(head!), ...body, ...(hidden > 0 ? [colors.dim(`… ${grouped(hidden)} more (--verbose shows all)`)] : [])];
  });
}

function numbersOf({ files, occurrences, ledger }: Tally, columns: readonly (keyof Ledger)[]): string[] {
  const counts = columns.map((verdict) => (ledger[verdict] > 0 ? grouped(ledger[verdict]) : '·'));
  return [grouped(files), grouped(occurrences), ...counts];
}

/** The domain modules that are not in step; all of them with `--verbose`. */
export function moduleLines({ command, modules: all }: Report, { colors, verbose }: Look): string[] {
  const modules = verbose ? all : all.filter(({ status }) => status !== 'current' && status !== 'written');
  if (modules.length === 0) return [];
  const rows = table(modules.map(({ file, constants }) => [visible(file), counted(constants.length, 'constant')]));
  return [
    colors.bold(modules.length === 1 ? 'Domain module' : 'Domain modules'),
    ...rows.map((row, index) => `${row}  ${statusOf(modules[index]!, command, colors)}`),
  ];
}

/** The status of a domain module in words. */
export function statusOf(
  { status, adopted }: ModuleReport,
  command: Report['command'] | 'module',
  colors: Look['colors'],
): string {
  const drift = command === 'plan' ? ', --write mends it' : '';
  if (status === 'absent') return colors.yellow(`missing${drift}`);
  if (status === 'lacks') return colors.yellow('adopted, lacks a service');
  if (adopted) return colors.dim('adopted');
  if (status === 'differs') return colors.yellow(`differs from the configuration${drift}`);
  return status === 'written' ? colors.green('written') : colors.dim('up to date');
}
