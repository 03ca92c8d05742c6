import type { Report } from '../types/report.ts';
import { PAGES } from './html/assets.ts';
import { framed } from './html/frame.ts';
import { type Markup, markup } from './html/markup.ts';
import { overview } from './html/overview.ts';
import { packed } from './html/pack.ts';
import type { ReporterOptions } from './reporter.ts';

const VIEWS = [
  ['patterns', 'Patterns'],
  ['left', 'What is left'],
  ['files', 'Files'],
] as const;

/** The report as one page for the person who approves it: it loads nothing, works from a file, and draws a diff when it comes into view. */
export function html(report: Report, options: ReporterOptions): Generator<string> {
  return framed({
    root: report.root,
    title: 'review of redomain',
    assets: PAGES.review,
    start: 'overview',
    links: markup`<a href="#overview" data-view="overview" aria-current="page">Overview</a>${VIEWS.map(([name, title]) => markup`<a href="#${name}" data-view="${name}">${title} <span class="count" data-count="${name}"></span></a>`)}`,
    main: main(report, options),
    footer: `Made by redomain ${options.version}. This page loads nothing and sends nothing; marks are kept in this browser alone.`,
    data: packed(report, options),
  });
}

/** The parts that the script fills are empty; without it the overview is there all the same. */
function main(report: Report, { narrowing }: ReporterOptions): Markup {
  return markup`<noscript><p class="card">Patterns, places and diffs need scripts, which are off here. What stands below does not.</p></noscript>
<section id="view-overview" aria-label="Overview">${overview(report, narrowing)}</section>
${VIEWS.map(
  ([name, title]) => markup`<section id="view-${name}" aria-label="${title}" hidden></section>
`,
)}`;
}
