import type { Detection } from '../types/policy.ts';
import { listed } from './layout/prose.ts';

/** What the comments and errors of detection say, the same in all languages. */

/** What an address in a variable has to be: it completes `NAME must be …`. */
export const FORM =
  'an address like https://api.example.com or localhost:8080/v1: http, https, ws, wss or no scheme, and no user, query or fragment';

/** Which variables are asked, and what their values mean. */
export function precedence({ variables, accepted, default: standard }: Detection): string {
  const asked =
    variables.length === 1
      ? `It is read from ${variables[0]}.`
      : `It is read from ${listed(variables)}, in this order: the first that is set counts, also when it names no environment.`;
  const meanings = accepted
    .filter(([value, environment]) => value !== environment.toLowerCase())
    .map(([value, environment]) => `${value} means ${environment}`);
  const aliases = meanings.length > 0 ? ` Of other names, ${listed(meanings)}.` : '';
  const none = standard === undefined ? 'None of them set is an error.' : `With none set it is ${standard}.`;
  return `${asked} White space around a value and its case make no difference, and a value of white space alone is not set.${aliases} ${none}`;
}

/** How an address can be given from outside. */
export function overriding({ overrides }: Detection): string {
  if (overrides.length === 0) return '';
  const names = overrides.map(([service, variable]) => `${variable} (${service})`);
  return `A service has another address where its variable is set: ${listed(names)}. Without a scheme it is as secure as the one that it replaces.`;
}
