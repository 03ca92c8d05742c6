import { z } from 'zod';
import { below, count, ordinal, text } from './parts.ts';
import { counts, fileReport, finding } from './report.ts';

const blob = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'is no name of a blob');

/** What a scan found in one file, as the cache keeps it. */
export const scanRecord = z.strictObject({
  path: below,
  size: count,
  blob: blob.optional(),
  reference: text.optional(),
  file: z
    .strictObject({
      path: below,
      encoding: z.enum(['utf8', 'utf8-bom', 'utf16le', 'utf16be', 'latin1']).exactOptional(),
      digest: text.exactOptional(),
      report: fileReport,
      findings: z.array(finding),
      counts,
      keyed: z.array(z.strictObject({ key: text, line: ordinal, becomes: z.enum(['left', 'changed']) })).exactOptional(),
    })
    .optional(),
});

/** A file beside how it imports a domain module. */
export const resting = z.strictObject({ path: below, reference: text.optional() });
