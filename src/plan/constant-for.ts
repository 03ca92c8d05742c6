import type { Occurrence } from '../core/occurrence.ts';
import { withoutScheme } from '../core/show-address.ts';
import type { Placement } from '../types/language.ts';
import type { Binding } from '../types/policy.ts';
import type { Reason, ReasonCode } from '../types/reason.ts';
import type { Edit } from '../types/source.ts';

/** The constant that says the canonical address of an occurrence, where it goes, and what stays text beside it; or why no constant fits. */
export function bindingFor(
  occurrence: Occurrence,
  bindings: readonly Binding[],
): { readonly placement: Placement; readonly edits: readonly Edit[] } | { readonly refused: Reason } {
  const { standing, hit, literal } = occurrence;
  if (!literal || (standing.state !== 'retired' && standing.state !== 'canonical')) return refused('no-service');
  if (standing.service === undefined) return refused('renamed-host');
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
  if (to.path !== undefined) return refused('no-constant-for-path');
  const host = own.find((binding) => binding.part === 'host' && binding.value === address);
  if (!host) return refused('no-constant-for-value');
  const placement = { literal, span: { start: hit.start, end }, binding: host };
  return { placement, edits: standing.state === 'retired' ? standing.edits.filter((edit) => edit.end <= hit.start) : [] };
}

function refused(code: ReasonCode): { readonly refused: Reason } {
  return { refused: { code } };
}
