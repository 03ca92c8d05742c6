import { createHash } from 'node:crypto';

/** What a page runs, and how it looks. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Set by the bundler and by the tests: the code of `src/page`, bundled, and its styles. */
declare const __PAGES__: { readonly review: PageAssets; readonly hosts: PageAssets };

export const PAGES = __PAGES__;

/** Nothing is loaded, sent or framed; nothing runs and nothing styles but the page's own two texts; no text becomes markup in the browser. */
export function securityPolicy({ script, style }: PageAssets): string {
  return [
    "default-src 'none'",
    `script-src ${digestOf(script)}`,
    `style-src ${digestOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** As a source expression of CSP 3. */
function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
