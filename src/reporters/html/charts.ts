import { counted, grouped } from '../../core/counted.ts';
import type { Ledger, Report, Tally } from '../../types/report.ts';
import { ledgerRows } from '../text/totals.ts';
import { addressOf, type Markup, markup } from './markup.ts';

/** Rows of a chart that are open from the start. */
const ROWS = 8;

/** One part of a bar. */
interface Part {
  readonly name: string;
  readonly count: number;
}

/** A bar of parts that are drawn side by side, `whole` being the full width; each says its name and number. */
function bar(parts: readonly Part[], whole: number): Markup {
  let at = 0;
  const drawn = parts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => {
      const [x, width] = [(100 * at) / whole, (100 * count) / whole];
      at += count;
      const place = markup`x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"`;
      return markup`<rect class="of-${classOf(name)}" ${place}><title>${name}: ${grouped(count)}</title></rect>`;
    });
  const said = parts.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${grouped(count)}`);
  return markup`<svg class="bar" role="img" aria-label="${said.join(', ') || 'none'}">${drawn}</svg>`;
}

/** What each colour stands for, with its number and meaning. */
export function legend(report: Report): Markup {
  const rows = ledgerRows(report).map(
    ({ verdict, count, meaning }) =>
      markup`<li data-verdict="${verdict}"><i class="of-${verdict}"></i><b>${grouped(count)}</b> <span class="verdict">${verdict}</span> <span class="dim">${meaning}</span></li>`,
  );
  return markup`<ul class="legend">${rows}</ul>`;
}

/** The account before and after, part below part: what is to be moved comes to be a reference or a literal, the rest stays. */
export function beforeAndAfter({ command, summary }: Report): Markup {
  const { reference, literal, current, keep, suppressed, baselined, review, unreadable, failed } = summary.ledger;
  const rest = [
    { name: 'review', count: review },
    { name: 'keep', count: keep + suppressed + baselined },
    { name: 'failed', count: unreadable + failed },
    { name: 'current', count: current },
  ];
  const before = [{ name: 'to move', count: reference + literal }, ...rest];
  const after = [{ name: 'reference', count: reference }, { name: 'literal', count: literal }, ...rest];
  const row = (name: string, parts: readonly Part[], says: string): Markup =>
    markup`<tr><th scope="row">${name}</th><td class="wide">${bar(parts, summary.occurrences)}</td><td>${says}</td></tr>`;
  const now = command === 'write' ? 'now' : 'after';
  return markup`<table class="chart" id="before-after"><caption>${counted(summary.occurrences, 'occurrence')} of governed hosts, before and ${now}</caption><tbody>
${row('before', before, `${grouped(reference + literal)} to be moved`)}
${row(now, after, `${grouped(reference)} by a constant, ${grouped(literal)} as text`)}
</tbody></table>`;
}

/** Occurrences by one property, a row for each value, which leads to its files. */
export function chartOf(title: string, filter: string, tallies: Readonly<Record<string, Tally>>): Markup {
  const rows = Object.entries(tallies).sort((a, b) => b[1].occurrences - a[1].occurrences || (a[0] < b[0] ? -1 : 1));
  if (rows.length === 0) return markup``;
  const whole = rows[0]![1].occurrences;
  const table = (shown: typeof rows, caption: Markup): Markup => markup`<table class="chart" data-chart="${filter}">${caption}
<thead><tr><th scope="col">${title}</th><th scope="col" class="wide">by decision</th><th scope="col" class="number">occurrences</th><th scope="col" class="number">files</th></tr></thead>
<tbody>${shown.map(([name, tally]) => rowOf(name, tally, whole, filter))}</tbody></table>`;
  const open = rows.length <= ROWS + 2 ? rows : rows.slice(0, ROWS);
  const more = rows.slice(open.length);
  return markup`<section class="card"><h3>By ${title}</h3>${table(open, markup`<caption class="unseen">Occurrences by ${title}</caption>`)}${
    more.length === 0
      ? undefined
      : markup`<details><summary>${grouped(more.length)} more</summary>${table(more, markup`<caption class="unseen">Further occurrences by ${title}</caption>`)}</details>`
  }</section>`;
}

function rowOf(name: string, { files, occurrences, ledger }: Tally, whole: number, filter: string): Markup {
  const parts = (Object.keys(ledger) as (keyof Ledger)[]).map((verdict) => ({ name: verdict, count: ledger[verdict] }));
  return markup`<tr><th scope="row"><a href="${addressOf('files', filter, name)}" title="${name}">${name === '.' ? './' : name}</a></th><td class="wide">${bar(parts, whole)}</td><td class="number">${grouped(occurrences)}</td><td class="number">${grouped(files)}</td></tr>
`;
}

/** `keep`, `suppressed` and `baselined` have one colour, as `failed` and `unreadable` have. */
function classOf(name: string): string {
  const likes: Readonly<Record<string, string>> = {
    'to move': 'move',
    suppressed: 'keep',
    baselined: 'keep',
    unreadable: 'failed',
  };
  return likes[name] ?? name;
}
