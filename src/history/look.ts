import { compileAnchors } from '../core/anchors.ts';
import { governedHosts } from '../core/governed.ts';
import { compileMatcher } from '../core/match.ts';
import { decode } from '../files/read.ts';
import type { StateCounts } from '../types/inventory.ts';
import type { Policy } from '../types/policy.ts';

/** No host of any state. */
export const NONE: StateCounts = { retired: 0, canonical: 0, unknown: 0, dynamic: 0 };

/** Makes the function that counts the hosts in the bytes of one file, as a scan does; `undefined` where there is none. With `apexes`, only hosts below these count. */
export function createLook(policy: Policy, apexes: readonly string[]): (bytes: Buffer) => StateCounts | undefined {
  const anchors = compileAnchors(policy);
  const matcher = compileMatcher(policy);
  const counts = (host: string): boolean =>
    apexes.length === 0 || apexes.some((apex) => host === apex || host.endsWith(`.${apex}`));
  return (bytes) => {
    const decoded = decode(bytes);
    if ('reason' in decoded) return undefined;
    const found: Record<keyof StateCounts, number> = { ...NONE };
    let some = false;
    for (const { hit, standing } of governedHosts(decoded.text, anchors, matcher)) {
      if (!counts(hit.host)) continue;
      found[standing.state === 'partial' ? 'dynamic' : standing.state]++;
      some = true;
    }
    return some ? found : undefined;
  };
}
