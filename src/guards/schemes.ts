import { groupBy } from '../core/group-by.ts';
import { hostAfter, type Occurrence, type View } from '../core/occurrence.ts';

/**
 * Occurrences of one retired host within one function that the policy parts or joins by their schemes: the bare name would go to another
 * canonical host than the address beside it, or two addresses that differ in their scheme would become one.
 */
export function partedByScheme(view: View): ReadonlyMap<Occurrence, string> {
  const inFunctions = view.occurrences.filter(
    ({ literal, standing, hit }) =>
      standing.state === 'retired' &&
      hit.form === 'plain' &&
      literal?.scope &&
      (literal.kind === 'string' || literal.kind === 'bytes'),
  );
  const groups = groupBy(inFunctions, ({ literal, hit }) => `${literal!.scope}\0${hit.host}`);
  const parted = new Map<Occurrence, string>();
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
}

/** What `apart` and `joined` look at: a host that stands a thousand times is one or a few kinds. */
function kindOf({ hit, standing }: Occurrence): string {
  const { from, to } = standing.state === 'retired' ? { from: standing.entry.from, to: standing.to } : {};
  return [hit.scheme, from?.scheme, to?.scheme, to?.host].join('\0');
}

function apart(bare: Occurrence, address: Occurrence): string | undefined {
  const differ = bare.hit.scheme === undefined && address.hit.scheme !== undefined && hostAfter(bare) !== hostAfter(address);
  return differ ? `a bare host beside "${address.hit.scheme}" of the same host, which goes elsewhere` : undefined;
}

function joined(one: Occurrence, other: Occurrence): string | undefined {
  if (one.standing.state !== 'retired' || one.hit.scheme === other.hit.scheme) return undefined;
  const { scheme } = one.standing.to;
  if (scheme === undefined || one.hit.scheme === undefined || other.hit.scheme !== scheme) return undefined;
  if (one.standing.entry.from.scheme === undefined || hostAfter(one) !== hostAfter(other)) return undefined;
  return `"${one.hit.scheme}" beside "${scheme}" of the same host, which would become one`;
}
