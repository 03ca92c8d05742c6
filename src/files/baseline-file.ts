import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { BaselineEntry } from '../report-types.ts';
import { temporaryName } from './name.ts';
import { reasonOf } from './reason.ts';
import { replaceFile } from './replace.ts';

/** The baseline that a check takes unasked, beside the configuration. */
export const BASELINE = 'redomain-baseline.json';

const UPDATE = 'redomain --check --update-baseline';

/** The entries of a baseline; `undefined` where there is no such file. Throws UserError for what is no baseline. */
export function readBaseline(file: string): readonly BaselineEntry[] | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UserError(`the baseline cannot be read: ${reasonOf(error)}`, { location: file });
  }
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

/** Writes a baseline, one entry a line, so that branches merge. Throws UserError where it cannot. */
export function writeBaseline(file: string, entries: readonly BaselineEntry[]): void {
  const lines = entries.map(({ rule, path: of, word, context }) => `    ${JSON.stringify({ rule, path: of, word, context })}`);
  const text = `{\n  "version": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
  const stat = lstatSync(file, { throwIfNoEntry: false });
  try {
    replaceFile(file, path.join(path.dirname(file), temporaryName(`baseline-${process.pid}`, 0)), Buffer.from(text), stat);
  } catch (error) {
    throw new UserError(`the baseline cannot be written: ${reasonOf(error)}`, { location: file });
  }
}
