import type { Occurrence } from '../core/occurrence.ts';
import { withoutScheme } from '../core/show-address.ts';
import type { Placement } from '../types/language.ts';
import type { Binding } from '../types/policy.ts';
import type { Edit } from '../types/source.ts';

/** The constant that says the canonical address of an occurrence, where it goes, and what stays text beside it; or why no constant fits. */
export function bindingFor(
  occurrence: Occurrence,
  bindings: readonly Binding[],
): { placement: Placement; edits: readonly Edit[] } | string {
  const { standing, hit, literal } = occurrence;
  if (!literal || (standing.state !== 'retired' && standing.state !== 'canonical')) return 'no service';
  if (standing.service === undefined) return 'a rename, of no service';
  const own = bindings.filter((binding) => binding.service === standing.service);
  const { to } = standing;
  const end = standing.span.end;
  const address = withoutScheme(to);
  const changesScheme = standing.state === 'retired' && standing.entry.from.scheme !== undefined && to.scheme !== undefined;
  const scheme = changesScheme ? to.scheme : hit.scheme;
  if (hit.direct && scheme !== undefined) {
    const whole = own.find((binding) => binding.part !== 'host' && binding.value === `${scheme}://${address}`);
    if (whole) return { placement: { literal, span: { start: hit.schemeSpan!.start, end }, binding: whole }, edits: [] };
  }
  if (to.path !== undefined) return 'an address with a path, of which no constant has this scheme';
  const host = own.find((binding) => binding.part === 'host' && binding.value === address);
  if (!host) return 'no constant with this value';
  const placement = { literal, span: { start: hit.start, end }, binding: host };
  return { placement, edits: standing.state === 'retired' ? standing.edits.filter((edit) => edit.end <= hit.start) : [] };
}
