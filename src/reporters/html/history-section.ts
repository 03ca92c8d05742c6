import { grouped } from '../../core/counted.ts';
import type { History } from '../../types/inventory.ts';
import { gapsOf, minuteOf, samplingSaid, seriesOf, spanOf, trendOf } from '../over-time.ts';
import { lineChart } from './line-chart.ts';
import { type Markup, markup, sentence } from './markup.ts';

/** How the numbers of files went, as a chart and as a table. */
export function historySection(history: History): Markup {
  const series = seriesOf(history);
  const trends = series.map(
    (one) =>
      markup`<li><i class="of-${one.state}"></i>${one.title}: <b data-trend="${one.state}">${trendOf(history, one)}</b></li>`,
  );
  const said = [...samplingSaid(history), ...gapsOf(history)].map((line) => markup`${sentence(line)}. `);
  return markup`<section id="over-time" aria-label="Over time"><h2>${spanOf(history)}</h2>
<div class="card"><ul class="legend">${trends}</ul>${lineChart(history)}<p class="dim">${said}</p>
<details><summary>The same as a table</summary>${pointTable(history)}</details></div></section>`;
}

function pointTable(history: History): Markup {
  const series = seriesOf(history);
  const heads = [...series.map(({ title }) => title), 'of these kept', 'occurrences'];
  const rows = history.points.map((point, index) => {
    const numbers = [...series.map(({ values }) => values[index]!), point.kept, point.occurrences[series[0]!.state]];
    return markup`<tr><th scope="row">${minuteOf(point)}</th><td><code>${point.commit.slice(0, 10)}</code></td>${numbers.map((count) => markup`<td class="number">${grouped(count)}</td>`)}</tr>
`;
  });
  return markup`<div class="wide-table" role="region" aria-label="Points of the history" tabindex="0"><table class="hosts" id="points"><thead><tr><th scope="col">time (UTC)</th><th scope="col">commit</th>${heads.map((head) => markup`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
