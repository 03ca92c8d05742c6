import { basename } from 'node:path/posix';
import { type PageAssets, securityPolicy } from './assets.ts';
import { type Markup, markup } from './markup.ts';

export interface Frame {
  /** Absolute path of the tree that the page is about. */
  readonly root: string;
  /** What the page is, behind the name of the tree. */
  readonly title: string;
  readonly assets: PageAssets;
  /** Where the name of the tree leads to. */
  readonly start: string;
  /** The links of the navigation. */
  readonly links: Markup;
  /** What stands in `main`. */
  readonly main: Markup;
  /** The sentence at the end. */
  readonly footer: string;
  /** Pieces of JSON for the script, in which nothing ends an element. */
  readonly data?: Iterable<string>;
}

/** A page as one file: it loads nothing and works from a disk. Its tools and filters are filled by the script. */
export function* framed({ root, title, assets, start, links, main, footer, data }: Frame): Generator<string> {
  const name = basename(root);
  yield markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${name}: ${title}</title>
`.html;
  yield `<style>${assets.style}</style></head>\n`;
  yield markup`<body>
<div class="top" id="top"><header><a class="brand" href="#${start}"><b>redomain</b> <span>${name}</span></a>
<nav aria-label="Views">${links}</nav>
<div class="tools" id="tools"></div></header>
<div class="filters" id="filters" hidden></div></div>
<main>
${main}</main>
<footer class="dim">${footer}</footer>
`.html;
  if (data) {
    yield '<script type="application/json" id="data">';
    yield* data;
    yield '</script>\n';
  }
  yield `<script>${assets.script}</script>\n</body></html>\n`;
}
