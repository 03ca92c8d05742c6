import { basename } from 'node:path/posix';
import type { Report } from '../report-types.ts';
import { PAGE, SECURITY_POLICY } from './html/assets.ts';
import { type Markup, markup } from './html/markup.ts';
import { overview } from './html/overview.ts';
import { packed } from './html/pack.ts';
import type { ReporterOptions } from './reporter.ts';

/** The report as one page for the person who approves it: it loads nothing, works from a file, and draws a diff when it comes into view. */
export function* html(report: Report, options: ReporterOptions): Generator<string> {
  yield `${head(report).html}<style>${PAGE.style}</style></head>\n`;
  yield `${body(report, options).html}\n<script type="application/json" id="data">`;
  yield* packed(report, options);
  yield `</script>\n<script>${PAGE.script}</script>\n</body></html>\n`;
}

function head({ root }: Report): Markup {
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${basename(root)}: review of redomain</title>
`;
}

/** The parts that the script fills are empty; without it the overview is there all the same. */
function body(report: Report, { narrowing, version }: ReporterOptions): Markup {
  const views = [
    ['patterns', 'Patterns'],
    ['left', 'What is left'],
    ['files', 'Files'],
  ] as const;
  return markup`<body>
<div class="top" id="top"><header><a class="brand" href="#overview"><b>redomain</b> <span>${basename(report.root)}</span></a>
<nav aria-label="Views"><a href="#overview" data-view="overview" aria-current="page">Overview</a>${views.map(([name, title]) => markup`<a href="#${name}" data-view="${name}">${title} <span class="count" data-count="${name}"></span></a>`)}</nav>
<div class="tools" id="tools"></div></header>
<div class="filters" id="filters" hidden></div></div>
<main>
<noscript><p class="card">Patterns, places and diffs need scripts, which are off here. What stands below does not.</p></noscript>
<section id="view-overview" aria-label="Overview">${overview(report, narrowing)}</section>
${views.map(
  ([name, title]) => markup`<section id="view-${name}" aria-label="${title}" hidden></section>
`,
)}</main>
<footer class="dim">Made by redomain ${version}. This page loads nothing and sends nothing; marks are kept in this browser alone.</footer>`;
}
