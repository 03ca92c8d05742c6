import { z } from 'zod';
import type { Policy } from '../types/policy.ts';
import { REASON_CODES } from '../types/reason.ts';
import { below, day, ordinal, type Same, text, texts } from './parts.ts';

export const ruleName = z.enum([
  ...(['retired-host', 'hard-coded-host', 'unknown-host', 'needs-review'] as const),
  ...(['module-drift', 'uncovered-host', 'unimportable-module', 'bad-suppression'] as const),
]);

const address = z.strictObject({
  scheme: text.exactOptional(),
  host: text.min(1),
  port: text.exactOptional(),
  path: text.exactOptional(),
});

const service = z.strictObject({
  key: text.min(1),
  environment: text,
  name: text,
  canonical: address,
  bare: z.literal('safe').exactOptional(),
});

const entry = z.strictObject({ from: address, to: address, service: text.exactOptional() });

const binding = z.strictObject({ name: text, value: text, service: text, part: z.enum(['host', 'url', 'ws']) });

/** What reading an adopted module has found. */
export const adopted = z.strictObject({
  imports: texts,
  unserved: z.array(z.strictObject({ service: text, value: text })),
  lacking: texts,
  ties: z.array(z.strictObject({ key: text, taken: text, others: texts })),
  replaceable: z.array(z.strictObject({ symbol: text, line: ordinal, variable: text })),
  unread: z.array(z.strictObject({ symbol: text, line: ordinal, reason: text })),
});

/** The list of languages is open: what a name means is asked where something is done with it. */
export const moduleLanguage = text.min(1);

const domainModule = z.strictObject({
  file: below,
  language: moduleLanguage,
  import: text.exactOptional(),
  scope: texts,
  bindings: z.array(binding),
  adopt: z.strictObject({ values: z.array(binding), symbols: z.record(text, text) }).exactOptional(),
  adopted: adopted.exactOptional(),
});

const pair = z.tuple([text, text]);

/** The configuration of a run, resolved. */
export const policy = z.strictObject({
  apex: texts,
  certificates: z.array(
    z.strictObject({
      file: text.exactOptional(),
      names: texts,
      validity: z.strictObject({ from: day, until: day }).exactOptional(),
    }),
  ),
  services: z.array(service),
  entries: z.array(entry),
  modules: z.array(domainModule),
  detect: z
    .strictObject({ variables: texts, accepted: z.array(pair), default: text.exactOptional(), overrides: z.array(pair) })
    .exactOptional(),
  deliver: z.array(
    z.union([
      z.strictObject({ files: texts, as: z.enum(['reference', 'literal', 'keep', 'ignore']) }),
      z.strictObject({ reason: z.enum(REASON_CODES), files: texts.optional(), as: z.enum(['literal', 'keep']) }),
    ]),
  ),
  emails: z.enum(['keep', 'literal', 'reference', 'review']),
  rules: z.partialRecord(ruleName, z.enum(['error', 'warn', 'off'])),
  configFile: below,
});

true satisfies Same<z.infer<typeof policy>, Policy>;
