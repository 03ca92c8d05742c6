import { createRequire } from 'node:module';

/** The public suffix list; loaded at its first use, from the package's single file (a third of the time that its modules take). */
export function publicSuffixes(): typeof import('tldts') {
  return createRequire(import.meta.url)('tldts');
}
