import { counted, grouped } from '../core/counted.ts';
import type { Inventory, Probe } from '../types/inventory.ts';
import { PAGES } from './html/assets.ts';
import { framed } from './html/frame.ts';
import { historySection } from './html/history-section.ts';
import { hostMatrix } from './html/host-matrix.ts';
import { hostRows } from './html/host-rows.ts';
import { hostTable } from './html/host-table.ts';
import { addressOf, type Markup, markup } from './html/markup.ts';
import { answersOf, nameOf } from './probes.ts';

export interface HostsPageOptions {
  /** Of redomain. */
  readonly version: string;
  /** What the canonical hosts answered, where they were asked. */
  readonly probes?: readonly Probe[];
}

/** The inventory as one page that loads nothing: which hosts stand where, and how they came and went. It reads well without its script. */
export function hostsPage(inventory: Inventory, { version, probes }: HostsPageOptions): Generator<string> {
  const parts: [string, string, boolean][] = [
    ['totals', 'Totals', true],
    ['over-time', 'Over time', inventory.history !== undefined],
    ['hosts', 'Hosts', true],
    ['where', 'Where', true],
    ['answers', 'Certificates', probes !== undefined],
  ];
  return framed({
    root: inventory.root,
    title: 'hosts',
    assets: PAGES.hosts,
    start: 'totals',
    links: markup`${parts.filter(([, , has]) => has).map(([id, title]) => markup`<a href="#${id}">${title}</a>`)}`,
    main: main(inventory, probes),
    footer: `Made by redomain ${version}. This page loads nothing and sends nothing.`,
  });
}

function main(inventory: Inventory, probes: readonly Probe[] | undefined): Markup {
  const { rows, omitted } = hostRows(inventory);
  const isGoverned = inventory.hosts !== undefined;
  const more =
    omitted > 0 ? markup`<p class="dim">${counted(omitted, 'host')} more stand in the JSON report alone.</p>` : undefined;
  const tables =
    rows.length === 0
      ? markup`<p id="hosts">No host was found.</p>`
      : markup`<section id="hosts" aria-label="Hosts"><div class="title"><h2>Hosts</h2><p id="hosts-status" role="status">${counted(rows.length, 'host')}</p></div>
<div class="card wide-table" role="region" aria-label="Table of hosts" tabindex="0">${hostTable(rows, isGoverned)}</div>${more}</section>
<section id="where" aria-label="Where"><h2>Where?</h2>
<div class="card">${hostMatrix(rows, isGoverned ? 'service' : 'domain')}</div></section>`;
  return markup`<section id="totals" aria-label="Totals">${headline(inventory)}
${figures(inventory)}</section>
${inventory.history ? historySection(inventory.history) : undefined}
${tables}
${probes ? answers(probes) : undefined}
`;
}

function headline({ hosts, domains = [], byState, beyond }: Inventory): Markup {
  const retired = hosts?.filter(({ state }) => state === 'retired').length ?? 0;
  const named = domains.reduce((sum, domain) => sum + domain.hosts.length, 0);
  const title = !hosts
    ? `${counted(named, 'host')} of ${counted(domains.length, 'domain')}`
    : retired === 0
      ? 'No retired host'
      : `${counted(retired, 'retired host')} in ${counted(byState?.retired?.files ?? 0, 'file')}`;
  const lead = hosts
    ? 'Hosts that the configuration governs, as they stand in the tree'
    : 'Hosts that the tree names, found without a configuration';
  const lost = beyond > 0 ? ` ${counted(beyond, 'occurrence')} more: the tree names more hosts than are kept.` : '';
  return markup`<h1>${title}</h1>
<p class="lead">${lead}.${lost}</p>`;
}

/** The totals, each of which leads to its hosts. */
function figures({ hosts, domains = [], byState = {} }: Inventory): Markup {
  const uncovered = hosts?.filter(({ state, covered }) => state === 'canonical' && covered === false).length ?? 0;
  const isHeld = hosts?.some(({ covered }) => covered !== undefined);
  const cells: [string, number, string, string][] = hosts
    ? [
        ['retired', byState.retired?.files ?? 0, 'files with retired hosts', addressOf('hosts', 'state', 'retired')],
        ['occurrences', byState.retired?.occurrences ?? 0, 'occurrences of these', addressOf('hosts', 'state', 'retired')],
        ['canonical', byState.canonical?.files ?? 0, 'files with canonical hosts', addressOf('hosts', 'state', 'canonical')],
        ['unknown', byState.unknown?.files ?? 0, 'files with unknown hosts', addressOf('hosts', 'state', 'unknown')],
        ...(isHeld
          ? [
              ['uncovered', uncovered, 'canonical hosts without a certificate', addressOf('hosts', 'covered', 'no')] as [
                string,
                number,
                string,
                string,
              ],
            ]
          : []),
      ]
    : [
        ['own', domains.filter(({ standing }) => standing === 'own').length, 'domains of the project itself', '#where'],
        ['occurrences', domains.reduce((sum, { occurrences }) => sum + occurrences, 0), 'occurrences of hosts', '#hosts'],
      ];
  return markup`<ul class="figures">${cells.map(
    ([name, count, says, target]) =>
      markup`<li><a href="${target}" data-figure="${name}"><b>${grouped(count)}</b> ${says}</a></li>`,
  )}</ul>`;
}

/** What the canonical hosts said when they were asked. */
function answers(probes: readonly Probe[]): Markup {
  const heads = ['asked', 'resolves to', 'covered', 'trusted', 'expires', 'problems'];
  const rows = probes.map((probe) => {
    const [, ...said] = answersOf(probe);
    return markup`<tr><th scope="row"><code>${nameOf(probe)}</code></th>${said.map((text) => markup`<td>${text}</td>`)}<td>${probe.problems.join('; ') || 'none'}</td></tr>
`;
  });
  return markup`<section id="answers" aria-label="Certificates"><h2>What the canonical hosts answer</h2>
<div class="card wide-table" role="region" aria-label="Answers of the canonical hosts" tabindex="0"><table class="hosts"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
