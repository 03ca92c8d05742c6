import { nearest } from '../config/nearest.ts';
import { UserError } from '../core/user-error.ts';
import { ruleList, rulePage } from '../reporters/rule-page.ts';
import { rules } from '../rules/index.ts';

/** The page of a rule, or the list of all. Throws a UserError for a name that is no rule. */
export function explain(name: string | undefined, color: boolean): string {
  if (name === undefined) return ruleList(rules, color);
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule) return rulePage(rule, color);
  const names = rules.map((candidate) => candidate.name);
  const meant = nearest(name, names);
  throw new UserError(`no rule "${name}"`, {
    hint: meant === undefined ? `rules: ${names.join(', ')}` : `did you mean ${meant}?`,
  });
}
