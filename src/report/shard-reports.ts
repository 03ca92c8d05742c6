import { resolve } from 'node:path';
import { UserError } from '../core/user-error.ts';
import { readNamed } from '../files/named.ts';
import { reportFault } from '../report-schema/fault.ts';
import type { Report, ShardReport } from '../types/report.ts';
import { reportDigest } from './digest.ts';

/** The report of a shard. */
export interface Part extends Report {
  readonly shard: ShardReport;
}

interface Named {
  /** As it was typed. */
  readonly name: string;
  readonly part: Part;
}

const MAKE = 'make it with `redomain --check --shard I/N --format json --output FILE`';
const AGAIN = 'run all shards again';

/**
 * Reads the reports of all shards of one run, in the order of the shards. Throws UserError, with the names of the files, where one is no
 * such report, is of another run, is there twice, or is missing.
 */
export function readParts(cwd: string, names: readonly string[], version: string): [Part, ...Part[]] {
  const named = names.map((name) => ({ name, part: readPart(cwd, name, version) }));
  const [first] = named as [Named];
  for (const other of named.slice(1)) {
    const difference = differenceOf(first.part, other.part);
    if (difference)
      throw new UserError(`${first.name} and ${other.name} are of different runs: ${difference[0]}`, { hint: difference[1] });
  }
  for (const { name, part } of named)
    if (reportDigest(part) !== part.shard.digest)
      throw new UserError(`${name} is not what the shard has written: it was changed, or cut`, { hint: AGAIN });
  const { count } = first.part.shard;
  const byIndex = new Map<number, Named>();
  for (const one of named) {
    const { index } = one.part.shard;
    const twin = byIndex.get(index);
    if (twin)
      throw new UserError(`${twin.name} and ${one.name} are both of shard ${index}/${count}`, {
        hint: 'give each report once, and each machine a number of its own',
      });
    byIndex.set(index, one);
  }
  const indices = Array.from({ length: count }, (_, at) => at + 1);
  const missing = indices.filter((index) => !byIndex.has(index)).map((index) => `${index}/${count}`);
  if (missing.length > 0)
    throw new UserError(`no report of ${missing.length === 1 ? 'shard' : 'the shards'} ${missing.join(', ')}`, {
      hint: `${MAKE}, and name the reports of all ${count} shards`,
    });
  return indices.map((index) => byIndex.get(index)!.part) as [Part, ...Part[]];
}

function readPart(cwd: string, name: string, version: string): Part {
  const refuse = (what: string, hint = MAKE): UserError => new UserError(`${name} ${what}`, { hint });
  const bytes = readNamed(cwd, resolve(cwd, name));
  if ('reason' in bytes) throw refuse(`cannot be read: ${bytes.absent ? 'no such file' : bytes.reason}`);
  if (bytes.length === 0) throw refuse('is not JSON: it is empty');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw refuse(`is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || !('version' in value)) throw refuse('is not a report of redomain');
  if (value.version !== 1) throw refuse(`has version ${JSON.stringify(value.version)}, and this redomain reads version 1`);
  const other = 'shard' in value && versionOf(value.shard);
  if (typeof other === 'string' && other !== version)
    throw refuse(`is of redomain ${other}, and this is ${version}`, 'use the same version for all shards and for merge-reports');
  const fault = reportFault(value);
  if (fault !== undefined) throw refuse(`is not a report of redomain: ${fault}`);
  const report = value as Report;
  if (!report.shard) throw refuse('is the report of a whole run: there is nothing to merge');
  return report as Part;
}

function versionOf(shard: unknown): unknown {
  return typeof shard === 'object' && shard !== null && 'version' in shard ? shard.version : undefined;
}

/** Why two reports cannot be of one run, and what to do. */
function differenceOf(a: Part, b: Part): readonly [string, string] | undefined {
  if (a.shard.count !== b.shard.count)
    return [
      `one of ${a.shard.count} shards, the other of ${b.shard.count}`,
      'merge the reports of one matrix; remove older ones',
    ];
  if (a.command !== b.command) return ['one of the plan, the other of --check', `give all shards the same flags, and ${AGAIN}`];
  if (a.shard.unsafe !== b.shard.unsafe) return ['one with --unsafe', `give all shards the same flags, and ${AGAIN}`];
  if (JSON.stringify(a.policy) !== JSON.stringify(b.policy))
    return ['they have other configurations', `check out the same commit for all shards, and ${AGAIN}`];
  if (a.shard.tree !== b.shard.tree || JSON.stringify(a.modules) !== JSON.stringify(b.modules))
    return [
      'they looked at other trees',
      `check out the same commit for all shards, give them the same paths, write the reports where git ignores them, and ${AGAIN}`,
    ];
  return undefined;
}
