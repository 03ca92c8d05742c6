import { counted, grouped } from '../../core/counted.ts';
import { groupBy } from '../../core/group-by.ts';
import { compileHostPattern } from '../../core/host-pattern.ts';
import { withoutScheme } from '../../core/show-address.ts';
import { titleOf } from '../../guards/reasons.ts';
import type { Address, Policy } from '../../types/policy.ts';
import type { Finding, HostRow, ModuleReport, Report } from '../../types/report.ts';
import { proofOf, undoOf } from '../assurance.ts';
import { errandsOf } from '../other-hands.ts';
import { isLeft, isPending, leftFiles } from '../standing.ts';
import { sized } from '../table.ts';
import { beforeAndAfter, chartOf, legend } from './charts.ts';
import { addressOf, type Markup, markup, sentence } from './markup.ts';

const REASONS = 6;
const HOSTS = 12;
const FILES = 4;

/** What a reader has to know before anything else, as questions and answers; it needs no script. */
export function overview(report: Report, narrowing: string): Markup {
  const { summary } = report;
  return markup`${headline(report)}
${figures(report)}
<div class="card">${beforeAndAfter(report)}${legend(report)}</div>
<h2>Which hosts?</h2>
${hosts(report)}
<h2>Where?</h2>
<div class="cards">${chartOf('service', 'service', summary.byService)}${chartOf('language', 'language', summary.byLanguage)}${chartOf('directory', 'directory', summary.byDirectory)}</div>
${modules(report.modules)}
<h2>What is left, and why?</h2>
${left(report)}
<div class="cards"><section class="card"><h2>Is it safe?</h2><ul>${proofOf(report).map((line) => markup`<li>${sentence(line)}</li>`)}</ul></section>
<section class="card"><h2>How is it undone?</h2><p>${sentence(undoOf(report))}</p><h3>What next?</h3>${next(report, narrowing)}</section></div>
${errands(report)}`;
}

function headline({ command, summary, modules, baseline, since }: Report): Markup {
  const { filesTouched, filesScanned, bytesScanned, filesWithHosts } = summary;
  const verb = command === 'write' ? 'changed' : command === 'check' ? 'would change' : 'to change';
  const made = modules.filter(({ status }) => status === 'absent' || status === 'differs' || status === 'written').length;
  const beside = made > 0 ? ` and ${counted(made, 'domain module')}` : '';
  const title = filesTouched + made === 0 ? 'Nothing to change' : `${counted(filesTouched, 'file')}${beside} ${verb}`;
  const known = baseline ? ` The baseline ${baseline.file} knows ${counted(baseline.known, 'finding')}.` : '';
  const part = since
    ? ` Only what changed since ${since.ref} counts; ${counted(since.unchanged, 'finding')} on other lines.`
    : '';
  return markup`<h1>${title}</h1>
<p class="lead">${counted(filesScanned, 'file')} scanned (${sized(bytesScanned)}); ${grouped(filesWithHosts)} ${filesWithHosts === 1 ? 'names' : 'name'} a governed host.${known}${part}</p>`;
}

function figures({ command, summary }: Report): Markup {
  const { reference, literal, review, keep, suppressed, baselined, unreadable, failed } = summary.ledger;
  const done = command === 'write' ? 'moved' : 'to move';
  const cells: [number, string, string, string][] = [
    [summary.filesTouched, command === 'write' ? 'files changed' : 'files to change', '#files', 'changed'],
    [reference + literal, `occurrences ${done}`, '#patterns', 'moved'],
    [review, 'for a person to decide', '#left?decision=review', 'review'],
    [keep + suppressed + baselined, 'stay on purpose', '#left?decision=keep', 'kept'],
    ...(unreadable + failed > 0
      ? [[unreadable + failed, 'failed or unreadable', '#left', 'failed'] as [number, string, string, string]]
      : []),
  ];
  return markup`<ul class="figures">${cells.map(
    ([count, says, target, name]) =>
      markup`<li><a href="${target}" data-figure="${name}"><b>${grouped(count)}</b> ${says}</a></li>`,
  )}</ul>`;
}

/** Retired hosts, with where they go and how many occurrences stand before and after. */
function hosts(report: Report): Markup {
  const retired = report.hosts.filter(({ state }) => state === 'retired');
  if (retired.length === 0) return markup`<p>No retired host was found.</p>`;
  const remaining = remainingOf(report);
  const [before, after] = [total(retired, ({ occurrences }) => occurrences), total(retired, remaining)];
  const table = (
    rows: readonly HostRow[],
  ): Markup => markup`<table class="hosts"><thead><tr><th scope="col">retired host</th><th scope="col">becomes</th><th scope="col">service</th><th scope="col" class="number">files</th><th scope="col" class="number">before</th><th scope="col" class="number">${report.command === 'write' ? 'now' : 'after'}</th></tr></thead>
<tbody>${rows.map((row) => hostRow(row, report, remaining(row)))}</tbody></table>`;
  const open = retired.length <= HOSTS + 2 ? retired : retired.slice(0, HOSTS);
  const more = retired.slice(open.length);
  return markup`<p><b id="retired-before">${grouped(before)}</b> ${before === 1 ? 'occurrence' : 'occurrences'} of ${counted(retired.length, 'retired host')}; <b id="retired-after">${grouped(after)}</b> of them ${report.command === 'write' ? 'are left' : 'stay'}: for review, or on purpose.</p>
<div class="card">${table(open)}${more.length === 0 ? undefined : markup`<details><summary>${counted(more.length, 'more retired host')}</summary>${table(more)}</details>`}</div>`;
}

function hostRow(row: HostRow, { policy }: Report, after: number): Markup {
  const { host, service, files, occurrences } = row;
  const goal = goalOf(row, policy);
  const becomes = goal && markup`<code>${withoutScheme(goal)}</code>`;
  const numbers = [files, occurrences, after].map((count) => markup`<td class="number">${grouped(count)}</td>`);
  return markup`<tr><th scope="row"><a href="${addressOf('files', 'host', host)}"><code>${host}</code></a></th><td>${becomes ?? '–'}</td><td>${service ?? 'rename'}</td>${numbers}</tr>
`;
}

/** Where a retired host goes: to the canonical one of its service, or as the configuration renames it. */
function goalOf({ host, service }: HostRow, { services, entries }: Policy): Address | undefined {
  const canonical = services.find(({ key }) => key === service)?.canonical;
  return canonical ?? entries.find(({ from, service: of }) => !of && compileHostPattern(from.host).match(host))?.to;
}

/** How many occurrences of a host no run moves: before a write those without a plan, afterwards those with a finding. */
function remainingOf({ command, findings }: Report): (row: HostRow) => number {
  const keyOf = ({ host, service }: Pick<Finding, 'host' | 'service'>): string => `${host} ${service ?? ''}`;
  const counted = groupBy(command === 'write' ? findings : findings.filter(isPending), keyOf);
  return (row) => {
    const count = counted.get(keyOf(row))?.length ?? 0;
    return command === 'write' ? count : row.occurrences - count;
  };
}

function total(rows: readonly HostRow[], countOf: (row: HostRow) => number): number {
  return rows.reduce((sum, row) => sum + countOf(row), 0);
}

function modules(all: readonly ModuleReport[]): Markup {
  const says: Readonly<Record<ModuleReport['status'], string>> = {
    current: 'up to date',
    absent: 'will be made',
    differs: 'will be brought in step with the configuration',
    written: 'written',
    lacks: 'adopted, lacks a service',
  };
  if (all.length === 0) return markup``;
  return markup`<section class="card"><h3>The canonical hosts stand in</h3><ul>${all.map(
    ({ file, constants, status }) =>
      markup`<li><code>${file}</code>: ${counted(constants.length, 'constant')}, ${says[status]}</li>`,
  )}</ul></section>`;
}

/** The commonest reasons of what is for review and of what stays, and the files that were not read. */
function left(report: Report): Markup {
  const standing = report.findings.filter((finding) => isLeft(finding) && !finding.beyond);
  const { failed, partly, skipped } = leftFiles(report);
  const parts = [
    reasons(
      'For a person to decide',
      'review',
      standing.filter(({ decision }) => decision === 'review'),
    ),
    reasons(
      'Stays on purpose',
      'keep',
      standing.filter(({ decision }) => decision === 'keep'),
    ),
    failed.length + partly.length + skipped.length === 0
      ? markup`<section class="card"><h3>Files</h3><p>Every file was read, parsed and proved.</p></section>`
      : markup`<section class="card"><h3>Files</h3><ul><li>${counted(failed.length, 'file')} failed and stayed as they were</li><li>${counted(partly.length, 'file')} not parsed: only what is certain was done</li><li>${counted(skipped.length, 'file')} not read</li></ul><p><a href="#left">All with their reasons</a></p></section>`,
  ];
  return markup`<div class="cards">${parts}</div>`;
}

function reasons(title: string, decision: string, findings: readonly Finding[]): Markup {
  const groups = [...groupBy(findings, ({ reasonCode }) => titleOf(reasonCode))].sort((a, b) => b[1].length - a[1].length);
  const items = groups.slice(0, REASONS).map(([reason, members]) => markup`<li><b>${grouped(members.length)}</b> ${reason}</li>`);
  const more = groups.length > REASONS ? ` and ${counted(groups.length - REASONS, 'more reason')}` : '';
  const all =
    findings.length === 0
      ? markup`<p>Nothing.</p>`
      : markup`<p><a href="#left?decision=${decision}">All ${grouped(findings.length)} with their places</a>${more}</p>`;
  return markup`<section class="card"><h3>${title}</h3><ul class="counted">${items}</ul>${all}</section>`;
}

function next({ command, run, summary }: Report, narrowing: string): Markup {
  const steps =
    command === 'write'
      ? [
          `\`redomain --check${narrowing}\` demands that nothing comes back; for CI`,
          ...(run ? [`\`redomain undo ${run}\` takes this run back`] : []),
        ]
      : summary.filesTouched > 0
        ? [`\`redomain --write${narrowing}\` applies the plan`]
        : [`\`redomain --check${narrowing}\` keeps it so; for CI`];
  return markup`<ul>${steps.map((step) => markup`<li>${sentence(step)}</li>`)}</ul>`;
}

/** What others have to do, with the files that point there. */
function errands(report: Report): Markup {
  const inCode = (texts: readonly string[], limit: number): string =>
    texts
      .slice(0, limit)
      .map((text) => `\`${text}\``)
      .join(', ') + (texts.length > limit ? ` and ${texts.length - limit} more` : '');
  const items = errandsOf(report, inCode).map(
    ({ what, does, files }) =>
      markup`<li><b>${what}</b>: ${sentence(does)}.${files.length === 0 ? undefined : markup` <span class="dim">Files that point there: ${sentence(inCode(files, FILES))}.</span>`}</li>`,
  );
  return items.length === 0 ? markup`` : markup`<h2>What needs other hands?</h2><div class="card"><ul>${items}</ul></div>`;
}
