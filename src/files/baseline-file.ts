import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import type { BaselineEntry } from '../types/report.ts';
import { attributesOf, leadsTo } from './linked.ts';
import { temporaryName } from './name.ts';
import { reasonOf } from './reason.ts';
import { readRegular } from './regular.ts';
import { replaceFile } from './replace.ts';

/** The baseline that a check takes unasked, beside the configuration. */
export const BASELINE = 'redomain-baseline.json';

/** The largest baseline that is read, in bytes: a million entries. */
export const BASELINE_LIMIT = 64_000_000;

const UPDATE = 'redomain --check --update-baseline';

/** The entries of a baseline; `undefined` where there is no such file. `root`: that of the scan. Throws UserError for what is no baseline. */
export function readBaseline(root: string, file: string): readonly BaselineEntry[] | undefined {
  const bytes = readRegular(root, file, BASELINE_LIMIT);
  if ('reason' in bytes) {
    if (bytes.absent) return undefined;
    throw new UserError(`the baseline cannot be read: ${bytes.reason}`, { location: file });
  }
  const text = bytes.toString('utf8');
  const refuse = (what: string): never => {
    throw new UserError(`the baseline ${what}`, {
      location: file,
      hint: `take it from git again, or write it anew: delete it, then ${UPDATE}`,
    });
  };
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) refuse('has conflict markers: keep the lines of both sides');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    refuse(`is not JSON: ${(error as Error).message}`);
  }
  const { version, findings } = (value ?? {}) as { version?: unknown; findings?: unknown };
  if (version !== 1) refuse(`has version ${JSON.stringify(version)}, and this redomain reads version 1`);
  if (!Array.isArray(findings)) refuse('has no list of findings');
  const entries = findings as unknown[];
  const odd = entries.findIndex((entry) => !isEntry(entry));
  if (odd >= 0) refuse(`has an entry that is none: ${JSON.stringify(entries[odd])}`);
  return entries as BaselineEntry[];
}

function isEntry(value: unknown): boolean {
  const entry = (value ?? {}) as Record<string, unknown>;
  return ['rule', 'path', 'word', 'context'].every((key) => typeof entry[key] === 'string');
}

/**
 * Writes a baseline, one entry a line, so that branches merge. A symbolic link stays, and what it leads to keeps its mode and its owner. Throws
 * UserError where it cannot be written, or where the link leads out of the work tree.
 */
export function writeBaseline(root: string, file: string, entries: readonly BaselineEntry[]): void {
  const lines = entries.map(({ rule, path: of, word, context }) => `    ${JSON.stringify({ rule, path: of, word, context })}`);
  const text = `{\n  "version": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
  try {
    const target = leadsTo(root, file);
    if (target === undefined)
      throw new UserError('the baseline lies behind a symbolic link that leads out of the work tree, or into git’s directory', {
        hint: 'put a file in the place of the link, or name another one with --baseline',
        location: file,
      });
    const temporary = path.join(path.dirname(target), temporaryName(`baseline-${process.pid}`, 0));
    replaceFile(target, temporary, Buffer.from(text), attributesOf(target));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`the baseline cannot be written: ${reasonOf(error)}`, { location: file });
  }
}
