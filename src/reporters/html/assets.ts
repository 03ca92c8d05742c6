import { createHash } from 'node:crypto';

/** Set by the bundler and by the tests: the code of `src/page`, bundled, and its style. */
declare const __PAGE__: { readonly script: string; readonly style: string };

/** What the page runs and how it looks. */
export const PAGE = __PAGE__;

/** Nothing is loaded, sent or framed; nothing runs and nothing styles but these two texts; no text becomes markup in the browser. */
export const SECURITY_POLICY = [
  "default-src 'none'",
  `script-src ${digestOf(PAGE.script)}`,
  `style-src ${digestOf(PAGE.style)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** As a source expression of CSP 3. */
function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
