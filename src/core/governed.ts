import type { Anchors } from './anchors.ts';
import { findHits, type Hit } from './hits.ts';
import type { Matcher, Standing } from './match.ts';

/** A host in a text, with what the policy says of it. */
export interface Governed {
  readonly hit: Hit;
  readonly standing: Standing;
}

/** The hosts of a text that are the policy's business, in order; none within the address of another one. */
export function governedHosts(text: string, anchors: Anchors, matcher: Matcher): Governed[] {
  const found: Governed[] = [];
  let end = 0;
  for (const hit of findHits(text, anchors)) {
    const standing = hit.start >= end ? matcher.match(text, hit) : undefined;
    if (!standing) continue;
    found.push({ hit, standing });
    end = standing.span.end;
  }
  return found;
}
