import { LOCK_FILE } from '../../core/records.ts';
import type { ReasonCode } from '../../types/reason.ts';

/** The code of the reason why a tool makes a whole file, which is never edited. */
export function generatedFile(path: string, text: string): ReasonCode | undefined {
  if (LOCK_FILE.test(path.slice(path.lastIndexOf('/') + 1))) return 'lock-file';
  if (path.endsWith('.map') && /^\s*\{\s*"version"\s*:\s*3/.test(text)) return 'source-map';
  if (/\.min\.(?:js|css|mjs)$/.test(path)) return 'minified-file';
  if (/\.(?:js|css|mjs|cjs)$/.test(path) && text.length > 20_000 && text.length / text.split('\n', 2_000).length > 2_000)
    return 'minified-file';
  return undefined;
}
