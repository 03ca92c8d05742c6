import path from 'node:path';
import type { Certificate } from '../types/policy.ts';
import { hostAt } from './domains.ts';
import { readCertificate } from './pem.ts';
import { type Problems, show } from './problems.ts';

/** What `certificates` states or names: the names as one certificate without a file, then each file. `directory` is the configuration's. */
export function parseCertificates(written: readonly string[], directory: string, problems: Problems): Certificate[] {
  const names: string[] = [];
  const files = new Map<string, Certificate>();
  for (const [index, text] of written.entries()) {
    const at = ['certificates', index];
    if (!isFileName(text)) {
      const wildcard = text.startsWith('*.') ? '*.' : '';
      const host = hostAt(text.slice(wildcard.length), at, problems, text);
      if (host !== undefined) names.push(wildcard + host);
      continue;
    }
    const read = readCertificate(path.resolve(directory, text));
    if ('fault' in read) problems.add(at, `${show(text)} ${read.fault}`);
    else files.set(text, { file: text, ...read });
  }
  return [...(names.length > 0 ? [{ names: [...new Set(names)] }] : []), ...files.values()];
}

/** A file has a slash in its name, or ends as files of certificates and keys do; no top-level domain is called that. */
function isFileName(text: string): boolean {
  return (text.includes('/') && !text.includes('://')) || /\.(?:pem|crt|cer|der|key)$/i.test(text);
}
