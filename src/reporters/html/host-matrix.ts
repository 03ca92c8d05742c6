import { counted, grouped } from '../../core/counted.ts';
import type { Place } from '../../types/report.ts';
import { directoriesOf, filterable, type GroupedHost, groupsOf, placeIn, total } from './host-rows.ts';
import { type Markup, markup } from './markup.ts';

/** Directories that have a column of their own. */
const COLUMNS = 14;
/** Shades of a cell. */
const SHADES = 6;

/** Services, or domains, with their hosts by top directory: occurrences, the more the deeper the colour. A table like any other for those who do not see it. */
export function hostMatrix(rows: readonly GroupedHost[], groupTitle: string): Markup {
  const directories = directoriesOf(rows, COLUMNS);
  const shown = new Set(directories);
  const isMore = rows.some(({ row }) => Object.keys(row.byDirectory ?? {}).some((directory) => !shown.has(directory)));
  const most = Math.max(
    1,
    ...rows.flatMap(({ row }) => directories.map((directory) => placeIn(row, directory)?.occurrences ?? 0)),
  );
  const bodies = groupsOf(rows).map(([group, members]) => groupBody(group, members, directories, isMore, most));
  const heads = directories.map((directory) => markup`<th scope="col" class="number">${nameOf(directory)}</th>`);
  return markup`<div class="wide-table" role="region" aria-label="Occurrences by directory" tabindex="0"><table class="matrix" id="matrix"><caption>Occurrences; a cell says in how many files when it is pointed at.</caption>
<thead><tr><th scope="col">${groupTitle} and host</th><th scope="col" class="number">all</th>${heads}${isMore ? markup`<th scope="col" class="number">elsewhere</th>` : undefined}</tr></thead>
${bodies}</table></div>`;
}

/** A service with its sum, and below it its hosts. */
function groupBody(
  group: string,
  members: readonly GroupedHost[],
  directories: readonly string[],
  isMore: boolean,
  most: number,
): Markup {
  const sumIn = (directory: string): number =>
    members.reduce((sum, { row }) => sum + (placeIn(row, directory)?.occurrences ?? 0), 0);
  const sums = directories.map(sumIn);
  const rest = total(members) - sums.reduce((sum, count) => sum + count, 0);
  const cells = [total(members), ...sums, ...(isMore ? [rest] : [])].map(
    (count) => markup`<td class="number">${count === 0 ? '' : grouped(count)}</td>`,
  );
  return markup`<tbody><tr class="group"><th scope="rowgroup">${group}</th>${cells}</tr>
${members.map((one) => hostLine(one, directories, isMore, most))}</tbody>
`;
}

function hostLine(one: GroupedHost, directories: readonly string[], isMore: boolean, most: number): Markup {
  const { row } = one;
  const places = directories.map((directory) => placeIn(row, directory));
  const rest = row.occurrences - places.reduce((sum, place) => sum + (place?.occurrences ?? 0), 0);
  const cells = places.map((place) => (place ? shaded(place, most) : markup`<td></td>`));
  const more = isMore ? markup`<td class="number">${rest === 0 ? '' : grouped(rest)}</td>` : undefined;
  return markup`<tr class="of-${row.state}"${filterable(one)}><th scope="row"><code>${row.host}</code> <span class="unseen">${row.state}</span></th><td class="number">${grouped(row.occurrences)}</td>${cells}${more}</tr>
`;
}

/** Shades grow with the logarithm: most cells are far from the fullest. */
function shaded({ files, occurrences }: Place, most: number): Markup {
  const depth = most === 1 ? 1 : Math.log(occurrences) / Math.log(most);
  const shade = 1 + Math.min(SHADES - 1, Math.floor(depth * SHADES));
  const says = `${counted(occurrences, 'occurrence')} in ${counted(files, 'file')}`;
  return markup`<td class="number shade-${shade}" title="${says}">${grouped(occurrences)}</td>`;
}

function nameOf(directory: string): string {
  return directory === '.' ? './' : directory;
}
