import type { Guard } from '../guard.ts';
import { bareLabels, toldBy } from './labels.ts';

export const otherName = {
  code: 'other-name',
  title: 'a bare host that may be a name',
  sentence: ({ name }) => `\`${name}\` may hold a name instead of a host`,
  why: `A bare host (without scheme and port) can also be the name of a bucket, a cookie, an image or a certificate. The
variable or key suggests such a name, and a rewrite would point to a thing that does not exist.`,
  settle: `If it is an address, write it with its scheme, or give the service \`bare: safe\` in the configuration. If it is a name,
keep it with a comment.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'app/storage.py', text: 'BUCKET = "api.old.ex.ai"' },
      { file: 'config/app.env', text: 'S3_BUCKET=api.old.ex.ai' },
      { file: 'deploy/compose.yml', text: 'tenant: api.old.ex.ai' },
    ],
    passes: [
      { file: 'app/storage.py', text: 'BUCKET_HOST = "api.old.ex.ai"' },
      { file: 'config/app.env', text: 'S3_ENDPOINT=https://api.old.ex.ai' },
    ],
  },
  holds(occurrence, view) {
    const told = toldBy(bareLabels(occurrence, view) ?? []);
    return told?.says === 'name' && { name: told.label };
  },
} satisfies Guard;
