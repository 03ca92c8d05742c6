import { grouped } from '../core/counted.ts';
import type { HostContexts } from '../types/report.ts';

const NAMES = 3;

/** The commonest names of a host, and how often it stands beside a word such as `DEPRECATED`. */
export function calledIn(contexts: HostContexts | undefined): string {
  if (!contexts) return '';
  const names = contexts.names.slice(0, NAMES).map(({ name }) => name);
  const marks = contexts.deprecated > 0 ? [`${grouped(contexts.deprecated)} × deprecated`] : [];
  return [...names, ...marks].join(', ');
}
