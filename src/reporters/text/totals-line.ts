import { counted, grouped } from '../../core/counted.ts';
import type { Report } from '../../types/report.ts';
import { sized } from '../table.ts';
import type { Look } from './section.ts';

/** What a run comes to, in one line. */
export function totalsLine({ command, summary }: Report, { colors }: Look): string {
  const { occurrences, ledger, filesTouched, filesScanned, bytesScanned, milliseconds } = summary;
  const scanned = colors.dim(`(${counted(filesScanned, 'file')}, ${sized(bytesScanned)}, ${(milliseconds / 1000).toFixed(1)} s)`);
  if (occurrences === 0) return `No governed host ${scanned}`;
  const changing = ledger.reference + ledger.literal;
  const verb = command === 'write' ? 'changed' : command === 'check' ? 'would change' : 'to change';
  const change =
    changing === 0
      ? `nothing ${command === 'write' ? 'changed' : 'to change'}`
      : `${colors.bold(`${grouped(changing)} ${verb} in ${counted(filesTouched, 'file')}`)} (${grouped(ledger.reference)} as constants, ${grouped(ledger.literal)} as literals)`;
  const staying = ledger.current + ledger.keep + ledger.suppressed + ledger.baselined;
  const failed = ledger.failed + ledger.unreadable;
  const rest = [
    ...(ledger.review > 0 ? [colors.yellow(`${grouped(ledger.review)} for review`)] : []),
    ...(failed > 0 ? [colors.red(`${grouped(failed)} in files that failed`)] : []),
    ...(staying > 0 ? [`${grouped(staying)} ${staying === 1 ? 'stays' : 'stay'}`] : []),
  ];
  return `${counted(occurrences, 'occurrence')}: ${[change, ...rest].join(', ')} ${scanned}`;
}
