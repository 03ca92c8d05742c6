import type { Guard } from '../guard.ts';

/** Whether a `*` that stands for a whole label comes to stand beside other characters, where certificates, policies and servers know no wildcard. */
function partsLabel(from: string, to: string): boolean {
  if (!/(?:^|\.)\*(?:\.|$)/.test(from)) return false;
  return to.split('.').some((label) => label.length > 1 && label.includes('*') && label !== '**');
}

export const partialWildcard = {
  code: 'partial-wildcard',
  title: 'a wildcard for a whole label',
  sentence: () => 'the wildcard stands for a whole label, and would come to stand for a part of one',
  holds: ({ hit, standing }) => standing.state === 'retired' && partsLabel(hit.host, standing.to.host),
} satisfies Guard;
