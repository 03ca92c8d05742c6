import { counted } from '../../core/counted.ts';
import { isFailing } from '../../plan/ledger.ts';
import type { Report } from '../../types/report.ts';
import { visible } from '../visible.ts';
import { groupedBy, type Look } from './section.ts';

/** For `--quiet`: each file that failed, and the findings that make `--check` fail, by rule, in one line; nothing when there are none. */
export function brief({ findings, files }: Report, { colors }: Look): string[] {
  const failed = files
    .filter(({ status }) => status === 'failed')
    .map(({ path, reason }) => colors.red(`failed ${visible(path)}: ${visible(reason ?? '')}`));
  const standing = findings.filter(isFailing);
  const rules = groupedBy(standing, ({ rule }) => rule).map(([rule, members]) => `${rule} ${members.length}`);
  return standing.length === 0 ? failed : [...failed, `${counted(standing.length, 'finding')}: ${rules.join(', ')}`];
}
