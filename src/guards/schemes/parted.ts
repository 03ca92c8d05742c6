import { groupBy } from '../../core/group-by.ts';
import { hostAfter, type Occurrence, type View } from '../../core/occurrence.ts';
import { remembering } from '../../core/remembering.ts';
import type { Detail } from '../../types/reason.ts';

/** What the schemes of one host in a function come to. */
export interface Parted {
  readonly code: 'split-by-scheme' | 'joined-by-scheme';
  readonly detail: Detail;
}

/**
 * Occurrences of one retired host within one function that the policy parts or joins by their schemes: the bare name would go to another
 * canonical host than the address beside it, or two addresses that differ in their scheme would become one.
 */
export const partedByScheme = remembering((view: View): ReadonlyMap<Occurrence, Parted> => {
  const inFunctions = view.occurrences.filter(
    ({ literal, standing, hit }) =>
      standing.state === 'retired' &&
      hit.form === 'plain' &&
      literal?.scope &&
      (literal.kind === 'string' || literal.kind === 'bytes'),
  );
  const groups = groupBy(inFunctions, ({ literal, hit }) => `${literal!.scope}\0${hit.host}`);
  const parted = new Map<Occurrence, Parted>();
  for (const group of groups.values()) {
    const kinds = [...groupBy(group, kindOf).values()];
    for (const kind of kinds) {
      for (const other of kinds) {
        const reason = apart(kind[0]!, other[0]!) ?? joined(kind[0]!, other[0]!);
        if (reason !== undefined) for (const occurrence of [...kind, ...other]) parted.set(occurrence, reason);
      }
    }
  }
  return parted;
});

/** What `apart` and `joined` look at: a host that stands a thousand times is one or a few kinds. */
function kindOf({ hit, standing }: Occurrence): string {
  const { from, to } = standing.state === 'retired' ? { from: standing.entry.from, to: standing.to } : {};
  return [hit.scheme, from?.scheme, to?.scheme, to?.host].join('\0');
}

function apart(bare: Occurrence, address: Occurrence): Parted | undefined {
  const differ = bare.hit.scheme === undefined && address.hit.scheme !== undefined && hostAfter(bare) !== hostAfter(address);
  return differ ? { code: 'split-by-scheme', detail: { scheme: address.hit.scheme! } } : undefined;
}

function joined(one: Occurrence, other: Occurrence): Parted | undefined {
  if (one.standing.state !== 'retired' || one.hit.scheme === other.hit.scheme) return undefined;
  const { scheme } = one.standing.to;
  if (scheme === undefined || one.hit.scheme === undefined || other.hit.scheme !== scheme) return undefined;
  if (one.standing.entry.from.scheme === undefined || hostAfter(one) !== hostAfter(other)) return undefined;
  return { code: 'joined-by-scheme', detail: { scheme: one.hit.scheme, other: scheme } };
}
