import { createHash, type Hash } from 'node:crypto';
import type { Report } from '../types/report.ts';

/** The SHA-256 of all that a report of a shard says but for its digest and how long it took, whatever the order of its keys. */
export function reportDigest(report: Report): string {
  const { digest, ...shard } = report.shard ?? {};
  const hash = createHash('sha256');
  const { milliseconds, ...summary } = report.summary;
  feed(hash, { ...report, summary, shard }, 3);
  return hash.digest('hex');
}

/** Piece by piece: a report may be longer than a string. */
function feed(hash: Hash, value: unknown, depth: number): void {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    hash.update(`${canonical(value)};`);
    return;
  }
  hash.update(Array.isArray(value) ? '[' : '{');
  for (const [key, member] of membersOf(value)) {
    if (!Array.isArray(value)) hash.update(`${JSON.stringify(key)}:`);
    feed(hash, member, depth - 1);
  }
  hash.update(Array.isArray(value) ? ']' : '}');
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return `{${membersOf(value)
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
    .join(',')}}`;
}

/** As JSON has them: what is undefined is not there. */
function membersOf(value: object): [string, unknown][] {
  const members = Object.entries(value).filter(([, member]) => Array.isArray(value) || member !== undefined);
  return Array.isArray(value) ? members : members.sort(([a], [b]) => (a < b ? -1 : 1));
}
