import type { Occurrence, View } from '../core/occurrence.ts';
import { wordsOf } from './words.ts';

/** Words that say "these are let in". */
const ADMITTING = new Set('cors allow allows allowed allowlist whitelist permitted trusted accepted'.split(' '));
/** Words that say who is. */
const PARTIES = new Set(
  'origin origins host hosts hostname hostnames domain domains uri uris url urls redirect redirects callback callbacks referer referers referrers'.split(
    ' ',
  ),
);
const TEST =
  /(?:^|\/)(?:tests?|specs?|e2e|__tests__|fixtures?)\/|(?:^|\/)(?:test_[^/]*|conftest|[^/]*_test)\.py$|\.(?:test|spec|cy|stories)\.[cm]?[jt]sx?$/i;
/** Names that say what one text is; those further away say what it is part of. */
const NEAREST = 3;

/** Why a place lets requests in: while old links and clients are about, it may have to name both hosts. What a test lists lets nobody in. */
export function allowList({ literal }: Occurrence, { file }: View): string | undefined {
  if (!literal || literal.labels.length === 0 || TEST.test(file.path)) return undefined;
  const words = literal.labels.slice(0, NEAREST).flatMap(wordsOf);
  const admits = words.some((word) => ADMITTING.has(word)) && words.some((word) => PARTIES.has(word));
  const registered = words.includes('redirect') && words.some((word) => word === 'uris' || word === 'urls');
  return admits || registered ? 'an allow list, which may have to accept both hosts for a while' : undefined;
}
