import { counted, grouped } from '../../core/counted.ts';
import type { HeldFile, Report } from '../../types/report.ts';
import { table } from '../table.ts';
import { visible } from '../visible.ts';
import { capped, groupedBy, type Look } from './section.ts';

const FILES = 20;
const LINES = 8;

/** The commits that were made, and what was held back. */
export function seriesLines({ series }: Report, look: Look): string[][] {
  if (!series) return [];
  const { commits, held, verify, notes } = series;
  const { bold, dim, yellow } = look.colors;
  const rows = table(
    [
      ['Commits', 'files', 'references', 'literals', 'group'],
      ...commits.map(({ id, group, ...counts }) => [
        id.slice(0, 12),
        ...[counts.files, counts.references, counts.literals].map(grouped),
        visible(group),
      ]),
    ],
    '',
    1,
    4,
  );
  const runs = verify
    ? dim(`\`${visible(verify.command)}\` was run ${verify.runs === 1 ? 'once' : `${grouped(verify.runs)} times`}`)
    : '';
  const [head, ...body] = rows;
  return [
    commits.length === 0 ? [bold('No commits'), runs].filter(Boolean) : [bold(head!), ...body, runs].filter(Boolean),
    heldLines(held, look),
    notes.map((note) => `${yellow('Note:')} ${visible(note)}`),
  ];
}

function heldLines(held: readonly HeldFile[], look: Look): string[] {
  if (held.length === 0) return [];
  const { yellow, dim } = look.colors;
  const groups = groupedBy(held, ({ reason, output = '' }) => `${reason}\0${output}`).flatMap(([, members]) => {
    const { reason, output = '' } = members[0]!;
    const said = output === '' ? [] : output.split('\n').map(visible);
    return [
      `  ${visible(reason)} ${dim(`(${members.length})`)}`,
      ...capped(
        members.map(({ path, group }) => `${visible(path)} (${visible(group)})`),
        FILES,
        '    ',
        look,
      ),
      ...capped(said, LINES, '      ', look),
    ];
  });
  return [yellow(`Left as they were: ${counted(held.length, 'file')}`), ...groups];
}
