import { grouped } from '../core/counted.ts';
import type { Report } from '../types/report.ts';
import {
  forReview,
  headline,
  leftOut,
  notMigrated,
  otherHands,
  proof,
  totals,
  undoing,
  whatChanged,
} from './markdown/sections.ts';

/** GitHub takes no more characters as the text of a pull request. */
const LONGEST = 65_536;
/** Room for the word that says what was cut. */
const RESERVE = 200;

/** The report as the text of a pull request: what changed and why, what to look at, what else has to be done, how it was proved, how to undo it. */
export function* markdown(report: Report): Generator<string> {
  const sections: [string, string[]][] = [
    ['What changed, and why', whatChanged(report)],
    ['What reviewers should look at', forReview(report)],
    ['What needs other hands', otherHands(report)],
    ['How it was proved', proof(report)],
    ['How to undo it', undoing(report)],
    ['What was left out', leftOut(report)],
    ['What is not migrated', notMigrated(report)],
  ];
  const parts = [
    [headline(report)],
    totals(report),
    ...sections.flatMap(([title, lines]) => (lines.length > 0 ? [[`### ${title}`], lines] : [])),
  ];
  const lines = parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
  yield* fitted(lines);
}

/** Whole lines up to the limit, then how many are missing. */
function* fitted(lines: readonly string[]): Generator<string> {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  let room = length <= LONGEST ? LONGEST : LONGEST - RESERVE;
  for (const [index, line] of lines.entries()) {
    room -= line.length + 1;
    if (room < 0) {
      yield `\n… cut here: ${grouped(lines.length - index)} more lines; GitHub takes ${grouped(LONGEST)} characters. \`redomain --format json\` has them all.\n`;
      return;
    }
    yield `${line}\n`;
  }
}
