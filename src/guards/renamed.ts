import type { Standing } from '../core/match.ts';

/** Whether the next run would change what this one wrote. */
export function leadsOn(standing: Standing): boolean {
  return standing.state === 'retired' && standing.leadsOn === true;
}

/** Whether a `*` that stands for a whole label comes to stand beside other characters, where certificates, policies and servers know no wildcard. */
export function partsLabel(from: string, to: string): boolean {
  if (!/(?:^|\.)\*(?:\.|$)/.test(from)) return false;
  return to.split('.').some((label) => label.length > 1 && label.includes('*') && label !== '**');
}
