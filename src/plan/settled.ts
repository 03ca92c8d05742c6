import type { Governed } from '../core/governed.ts';
import type { Hit } from '../core/hits.ts';
import type { Matcher } from '../core/match.ts';
import type { Literal } from '../types/language.ts';
import type { DomainModule } from '../types/policy.ts';
import { bindingFor } from './constant-for.ts';

const ANY: Literal = { span: { start: 0, end: 0 }, body: { start: 0, end: 0 }, kind: 'string', labels: [], scope: '' };

/**
 * Of a file in which everything is canonical already or no address, the hits whose verdict hangs on the syntax around them: a constant
 * could take their place, or a text before them complete another host. `undefined` for any other file.
 */
export function unsettledHits(found: readonly Governed[], module: DomainModule | undefined, matcher: Matcher): Hit[] | undefined {
  const calm = found.every(
    ({ hit, standing }) => standing.state === 'canonical' || (standing.state === 'unknown' && hit.form !== 'plain'),
  );
  if (!calm) return undefined;
  return found.flatMap(({ hit, standing }) => {
    if (hit.form !== 'plain') return [];
    const fits = module && 'placement' in bindingFor({ hit, standing, literal: ANY }, module.bindings);
    const continues = hit.scheme === undefined && matcher.completions(hit.host).length > 0;
    return fits || continues ? [hit] : [];
  });
}
