import pico from 'picocolors';
import { counted } from '../core/counted.ts';
import type { Probe } from '../types/inventory.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

/** Addresses that a row shows. */
const SHOWN = 2;

/** What the canonical hosts answered: a table, then every problem with its host. */
export function probesText(probes: readonly Probe[], color: boolean): string {
  const colors = pico.createColors(color);
  if (probes.length === 0) return 'no canonical host to ask\n';
  const [head, ...body] = table([['asked', 'resolves to', 'covered', 'trusted', 'expires'], ...probes.map(answersOf)], '', 5);
  const painted = body.map((line, index) => (probes[index]!.problems.length > 0 ? colors.red(line) : line));
  const problems = probes.flatMap((probe) =>
    probe.problems.map((problem) => `${colors.bold(nameOf(probe))}: ${visible(problem)}`),
  );
  const failing = probes.filter((probe) => probe.problems.length > 0).length;
  const total = `${counted(probes.length, 'canonical host')} asked, ${failing === 0 ? 'all in order' : `${failing} with problems`}`;
  return `${[colors.bold(head!), ...painted, '', ...(failing > 0 ? [...problems, ''] : []), total].join('\n')}\n`;
}

/** The host and port, where they lead, whether the certificate covers it and is trusted, and when it expires. */
export function answersOf(probe: Probe): string[] {
  const { addresses, certificate } = probe;
  const more = addresses.length > SHOWN ? ` and ${addresses.length - SHOWN} more` : '';
  const resolved = addresses.length === 0 ? 'no' : `${addresses.slice(0, SHOWN).join(', ')}${more}`;
  const yes = (holds: boolean): string => (holds ? 'yes' : 'no');
  const answers = certificate ? [yes(certificate.covers), yes(certificate.trusted), expiry(certificate)] : ['·', '·', '·'];
  return [nameOf(probe), visible(resolved), ...answers];
}

function expiry({ until, daysLeft }: NonNullable<Probe['certificate']>): string {
  return daysLeft < 0 ? `${until}, expired` : `${until}, in ${counted(daysLeft, 'day')}`;
}

export function nameOf({ host, port }: Probe): string {
  return port === undefined ? host : `${host}:${port}`;
}
