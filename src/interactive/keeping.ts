import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { languageFor, moduleProfileOf } from '../../transforms/languages.ts';
import { findConfig } from '../config/find.ts';
import { readPolicy } from '../config/load.ts';
import { splice } from '../core/edits.ts';
import { compileScope } from '../core/scope.ts';
import { UserError } from '../core/user-error.ts';
import { unfaithful } from '../files/faithful.ts';
import { createReader, decode, encode } from '../files/read.ts';
import type { Policy } from '../types/policy.ts';
import type { Edit } from '../types/source.ts';
import { commentsFor, type KeptLine } from './comments.ts';
import { type KeptFile, withKeptFiles } from './config-entry.ts';

/** A file as it will be, before anything is planned in it. */
export interface Revised {
  /** `before` of what will be written. */
  readonly before: Buffer;
  readonly after: Buffer;
  /** What made the one of the other. */
  readonly insertions: readonly Edit[];
}

/** Files with suppressions beside the lines that are to stay, by path; those are absent that cannot have them. */
export async function suppressedIn(root: string, kept: ReadonlyMap<string, readonly KeptLine[]>): Promise<Map<string, Revised>> {
  const revised = new Map<string, Revised>();
  const reader = createReader(root);
  for (const [file, lines] of kept) {
    const read = reader.read(file);
    if ('reason' in read) continue;
    const made = withSuppressions(Buffer.from(read), file, await languageFor(file), lines);
    if (made) revised.set(file, made);
  }
  return revised;
}

function withSuppressions(
  before: Buffer,
  file: string,
  language: Awaited<ReturnType<typeof languageFor>>,
  lines: readonly KeptLine[],
): Revised | undefined {
  const decoded = decode(before);
  if ('reason' in decoded) return undefined;
  const { text, encoding } = decoded;
  try {
    const insertions = commentsFor({ path: file, text, encoding }, language, lines);
    const after = insertions && encode(splice(text, insertions), encoding);
    return after && !unfaithful({ before, after, text, encoding, edits: insertions }) ? { before, after, insertions } : undefined;
  } catch {
    // The language cannot read it, or its encoding does not have the words.
    return undefined;
  }
}

/** The offset in the revised text of one in the text before. */
export function shifted(offset: number, insertions: readonly Edit[]): number {
  return insertions.reduce((sum, { start, text }) => (start <= offset ? sum + text.length : sum), offset);
}

/** A configuration that keeps some files as a whole: its bytes, and the policy that it makes. */
export interface RevisedConfig {
  readonly path: string;
  readonly revised: Revised;
  readonly policy: Policy;
}

/** Adds entries that keep files to the configuration, and proves that nothing else of it has changed. Throws UserError where that cannot be done. */
export function keepingConfig(
  policy: Policy,
  asked: { readonly cwd: string; readonly config?: string | undefined },
  kept: readonly KeptFile[],
): RevisedConfig {
  const { configPath } = findConfig(asked.cwd, asked.config);
  const shown = path.basename(configPath);
  const read = createReader(path.dirname(configPath)).read(shown);
  if ('reason' in read) throw new UserError(`${shown} cannot be read: ${read.reason}`);
  const before = Buffer.from(read);
  const decoded = decode(before);
  const { text, encoding } = 'reason' in decoded ? refuse(shown, kept) : decoded;
  const made = withKeptFiles(text, shown, kept);
  const deliver = deliveriesOf(text, made, configPath, kept);
  if (!deliver) return refuse(shown, kept);
  return {
    path: policy.configFile,
    revised: { before, after: encode(made, encoding), insertions: [] },
    policy: { ...policy, deliver },
  };
}

/** The deliveries of a changed configuration, where it says what it said, and that the files are kept. */
function deliveriesOf(
  before: string,
  after: string,
  configPath: string,
  kept: readonly KeptFile[],
): Policy['deliver'] | undefined {
  try {
    const [was, is] = [before, after].map((text) => readPolicy(text, configPath, path.basename(configPath)).policy);
    const same = isDeepStrictEqual(was, { ...is!, deliver: is!.deliver.slice(kept.length) });
    const scope = compileScope(is!, moduleProfileOf);
    return same && kept.every((file) => scope.delivery(file.path) === 'keep') ? is!.deliver : undefined;
  } catch {
    return undefined;
  }
}

function refuse(shown: string, kept: readonly KeptFile[]): never {
  const names = kept.map((file) => JSON.stringify(file.path)).join(', ');
  throw new UserError(`no entry that keeps ${names} can be added to ${shown}`, {
    hint: `add it by hand, under "deliver": { files: [${names}], as: keep }`,
  });
}
