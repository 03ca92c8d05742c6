import { counted, grouped } from '../../core/counted.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Finding, Report } from '../../types/report.ts';
import { proofOf, undoOf } from '../assurance.ts';
import { type Move, movesOf } from '../moves.ts';
import { errandsOf } from '../other-hands.ts';
import { isPending, leftFiles, standingOf } from '../standing.ts';
import { type LedgerRow, ledgerRows } from '../text/totals.ts';
import { code, few, prose, row } from './inline.ts';

const MOVES = 7;
const PLACES = 5;

/** In one sentence, what came or is to come of the run. */
export function headline({ command, summary }: Report): string {
  const { filesTouched, filesScanned, occurrences, ledger } = summary;
  const moved = ledger.reference + ledger.literal;
  const scanned = `${counted(filesScanned, 'file')} scanned`;
  if (moved === 0) return `**redomain: nothing to move.** ${scanned}, ${counted(occurrences, 'occurrence')} of governed hosts.`;
  const verb = command === 'write' ? 'moved' : command === 'check' ? 'still has to move' : 'moves';
  const constants = counted(ledger.reference, 'occurrence');
  return `**redomain ${verb} ${counted(moved, 'occurrence')} in ${counted(filesTouched, 'file')}** to their canonical hosts: ${constants} by a constant of the domain module, ${grouped(ledger.literal)} as text. ${scanned}.`;
}

export function totals(report: Report): string[] {
  const rows = ledgerRows(report);
  if (rows.length === 0) return [];
  const cells = ({ verdict, count, meaning }: LedgerRow): string => row([verdict, grouped(count), meaning]);
  return [row(['verdict', 'occurrences', '']), row(['---', '---:', '---']), ...rows.map(cells)];
}

/** At most ten lines. */
export function whatChanged(report: Report): string[] {
  const moves = movesOf(report);
  const shown = moves.slice(0, MOVES).map(moveLine);
  const more = moves.length > MOVES ? [`- … and ${counted(moves.length - MOVES, 'more service')}.`] : [];
  const modules = report.modules.map(({ file, constants }) => `${code(file)} (${counted(constants.length, 'constant')})`);
  const where =
    modules.length === 0
      ? []
      : [`- The canonical hosts stand in ${modules.slice(0, PLACES).join(', ')}${modules.length > PLACES ? ', …' : ''}.`];
  const why =
    '- Why: these hosts are retired. What reads a host from one module cannot bring an old one back, and the next move is one line.';
  return moves.length === 0 ? where : [...shown, ...more, ...where, why];
}

function moveLine({ from, to, service, occurrences }: Move): string {
  const goal = to === undefined ? 'as the configuration renames them' : code(to);
  return `- ${few(from, 3)} → ${goal}${service === undefined ? '' : ` (service ${code(service)})`}: ${counted(occurrences, 'occurrence')}`;
}

/** What a person has to decide, by reason, the most frequent first. */
export function forReview(report: Report): string[] {
  const { failed, partly } = leftFiles(report);
  const review = standingOf(report).filter((finding) => !isPending(finding));
  const groups = [...groupBy(review, ({ rule, reason }) => `${rule}\0${reason}`).values()].sort((a, b) => b.length - a.length);
  const rows = groups.map((members) => {
    const { rule, reason } = members[0]!;
    return row([code(rule), prose(reason), grouped(members.length), few(members.map(placeOf), PLACES)]);
  });
  const files = [...failed, ...partly].map(({ path, status, reason = 'no reason given' }) =>
    row([status === 'failed' ? 'failed' : 'not parsed', prose(reason), '1', code(path)]),
  );
  const table = [row(['rule', 'why', 'places', 'where']), row(['---', '---', '---:', '---']), ...files, ...rows];
  return files.length + rows.length === 0 ? ['Nothing was left for a person to decide. The diff is the whole of it.'] : table;
}

/** For a check: the places that a run would change. */
export function notMigrated(report: Report): string[] {
  const pending = report.command === 'check' ? standingOf(report).filter(isPending) : [];
  if (pending.length === 0) return [];
  const rows = pending.map(({ rule, text, replacement = '', ...rest }) =>
    row([code(placeOf(rest)), code(rule), code(text), code(replacement)]),
  );
  return [row(['where', 'rule', 'stands there', 'becomes']), row(['---', '---', '---', '---']), ...rows];
}

/** What a change of files cannot do, to be ticked off. */
export function otherHands(report: Report): string[] {
  return errandsOf(report, few).map(({ what, does, files }) => {
    const found = files.length === 0 ? '' : ` Files that point there: ${few(files, PLACES)}.`;
    return `- [ ] **${what}**: ${does}.${found}`;
  });
}

export function proof(report: Report): string[] {
  return proofOf(report).map((sentence) => `- ${sentence}`);
}

export function undoing(report: Report): string[] {
  return [undoOf(report)];
}

/** What was not read, by reason, and what was knowingly kept. */
export function leftOut(report: Report): string[] {
  const { keep, suppressed, baselined } = report.summary.ledger;
  const kept = keep + suppressed + baselined;
  const skipped = [...groupBy(leftFiles(report).skipped, ({ reason = 'no reason given' }) => reason)].map(
    ([reason, members]) =>
      `- ${counted(members.length, 'file')} not read, ${prose(reason)}: ${few(
        members.map(({ path }) => path),
        PLACES,
      )}`,
  );
  return [
    ...skipped,
    ...(kept > 0
      ? [`- ${counted(kept, 'occurrence')} knowingly kept; \`redomain --format json\` names each with its reason.`]
      : []),
  ];
}

function placeOf({ path, line }: Pick<Finding, 'path' | 'line'>): string {
  return `${path}:${line}`;
}
