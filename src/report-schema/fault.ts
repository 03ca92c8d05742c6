import type { z } from 'zod';
import { report } from './report.ts';

/** What of a value keeps it from being a JSON report of redomain, at its first faulty place: `findings[3].path is no path below the root`; `undefined`: it is one. */
export function reportFault(value: unknown): string | undefined {
  const { error } = report.safeParse(value);
  const issue = error?.issues[0];
  return issue && describe(issue, value);
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return `${placeOf([...issue.path, issue.keys[0]!])} is no key of a report`;
  const place = placeOf(issue.path);
  if (memberAt(value, issue.path) === undefined) return `${place} is missing`;
  return `${place} ${/^is /.test(issue.message) ? issue.message : `is not valid: ${issue.message.replace(/^Invalid /, 'invalid ')}`}`;
}

function memberAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((member, step) => (member as Record<PropertyKey, unknown> | null | undefined)?.[step], value);
}

function placeOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[\w-]+$/.test(String(step)) ? `.${String(step)}` : `[${JSON.stringify(String(step))}]`;
  });
  return steps.join('').replace(/^\./, '') || 'the whole';
}
