import { nearest } from '../config/nearest.ts';
import { UserError } from '../core/user-error.ts';
import { pageOf } from '../guards/page.ts';
import { REASONS } from '../guards/reasons.ts';
import { pageList, paintedPage } from '../reporters/explained-page.ts';
import { rules } from '../rules/index.ts';
import { REASON_CODES } from '../types/reason.ts';

/** The page of a rule or of a reason, or the list of both. Throws a UserError for a word that is neither. */
export function explain(word: string | undefined, color: boolean): string {
  if (word === undefined) return everything(color);
  const page = pageFor(word);
  if (page !== undefined) return paintedPage(page, color);
  const names = rules.map(({ name }) => name);
  const meant = nearest(word, [...names, ...REASON_CODES]);
  if (meant === undefined)
    throw new UserError(`no rule or reason "${word}"`, {
      hint: `rules: ${names.join(', ')}; \`redomain explain\` lists the reasons as well`,
    });
  const kind = rules.some(({ name }) => name === meant) ? 'rule' : 'reason';
  throw new UserError(`no ${kind} "${word}"`, { hint: `did you mean ${meant}?` });
}

/** Two words are a rule and the code of its reason as well: then the one page follows the other. */
function pageFor(word: string): string | undefined {
  const rule = rules.find(({ name }) => name === word);
  const code = REASON_CODES.find((known) => known === word);
  const pages = [...(rule ? [rule.page] : []), ...(code ? [pageOf(REASONS[code])] : [])];
  return pages.length > 0 ? pages.join('\n') : undefined;
}

function everything(color: boolean): string {
  const reasons = REASON_CODES.map((code) => ({ name: code, summary: REASONS[code].title }));
  return pageList(
    [
      { heading: 'Rules', entries: rules },
      { heading: 'Reasons', entries: reasons },
    ],
    color,
  );
}
