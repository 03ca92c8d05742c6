import { compileHostPattern } from '../core/host-pattern.ts';
import { showAddress } from '../core/show-address.ts';
import type { Address, Entry } from '../types/policy.ts';
import { wildcardsOf } from './address.ts';
import type { Path } from './locate.ts';
import { type Problems, show } from './problems.ts';

/** An address with the place where the configuration has it. `owner` is the key of its service; a rename has none. */
export interface Placed {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly address: Address;
  readonly owner?: string;
}

type Retired = Placed & { readonly entry: Entry };

/** Reports entries that contradict each other: the same address retired twice, retired and canonical, or led on to another retired one. */
export function findConflicts(canonicals: readonly Placed[], retired: readonly Retired[], problems: Problems): void {
  const seen = new Map<string, Retired>();
  for (const entry of retired) {
    const text = showAddress(entry.address);
    const before = seen.get(text);
    if (before) reportTwice(text, entry, before, problems);
    else seen.set(text, entry);
    const alive = canonicals.find((canonical) => contradicts(entry, canonical));
    if (alive) {
      const place = problems.where(alive.path, alive.part);
      const whose = alive.owner === entry.owner ? 'its own canonical host' : `the canonical host of ${alive.owner}`;
      const mend = 'take it out, or give the entry a scheme or a path of its own';
      problems.add(entry.path, `${show(text)} is retired here and ${whose} (${place}); ${mend}`, entry.part);
    }
  }
  for (const entry of retired) if (entry.owner === undefined) reportChain(entry, canonicals, retired, problems);
}

function reportTwice(text: string, entry: Retired, before: Retired, problems: Problems): void {
  const place = problems.where(before.path, before.part);
  const whose = before.owner === entry.owner ? 'listed already' : `retired for ${before.owner ?? 'a rename'} as well`;
  problems.add(entry.path, `${show(text)} is ${whose} (${place}); keep one of them`, entry.part);
}

/** The same address; within one service also an entry that would match the canonical address whatever its scheme. */
function contradicts({ address, owner }: Retired, canonical: Placed): boolean {
  const { scheme, ...rest } = canonical.address;
  if (showAddress(address) === showAddress(canonical.address)) return true;
  return owner === canonical.owner && scheme !== undefined && showAddress(address) === showAddress(rest);
}

/** A rename must lead to where nothing leads on, or a second run would change what the first one wrote. */
function reportChain(entry: Retired, canonicals: readonly Placed[], retired: readonly Retired[], problems: Problems): void {
  const { to } = entry.entry;
  const text = showAddress(to);
  if (text === showAddress(entry.address)) {
    problems.add(entry.path, `${show(text)} is renamed to itself; write the new host`);
  } else if (wildcardsOf(to.host).length > 0) {
    const sample = { ...to, host: to.host.replace(/\*\*?/g, 'x') };
    if (matches(entry.address, sample))
      problems.add(
        entry.path,
        `${show(text)} is matched by ${show(showAddress(entry.address))} again, without end; write a target outside it`,
      );
    const next = retired.find((other) => showAddress(other.address) === text);
    if (next) reportNext(text, entry, next, problems);
  } else if (!canonicals.some(({ address }) => address.host === to.host)) {
    const next = retired.find((other) => matches(other.address, to));
    if (next) reportNext(text, entry, next, problems);
  }
}

function reportNext(text: string, entry: Retired, next: Retired, problems: Problems): void {
  const target = showAddress(next.entry.to);
  const round = target === showAddress(entry.address);
  const mend = round
    ? 'the two lead to each other; take one out'
    : `write ${wildcardsOf(target).length > 0 ? 'the last host of the chain' : target}`;
  problems.add(entry.path, `${show(text)} is itself retired (${problems.where(next.path, next.part)}); ${mend}`);
}

/** Whether the pattern `from` governs the exact address `to`. */
function matches(from: Address, to: Address): boolean {
  if (from.scheme && from.scheme !== to.scheme) return false;
  if (from.port && from.port !== to.port) return false;
  if (from.path && to.path !== from.path && !to.path?.startsWith(`${from.path}/`)) return false;
  return compileHostPattern(from.host).match(to.host) !== undefined;
}
