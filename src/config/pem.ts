import { X509Certificate } from 'node:crypto';
import path from 'node:path';
import { namesIn } from '../core/coverage.ts';
import { isoDay } from '../core/iso-day.ts';
import { LEADS_OUT, readRegular } from '../files/regular.ts';
import type { Certificate } from '../types/policy.ts';

/** Bytes; a chain of certificates takes some thousands. */
const LARGEST = 1_000_000;

const BLOCK = /-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[^-]*-----END \1-----/g;

/** A certificate as the policy keeps it, or what is wrong with its file: a clause that follows the file's name. */
export type Read = Required<Pick<Certificate, 'names' | 'validity'>> | { readonly fault: string };

/**
 * Reads the certificate of a server from a PEM file. Of a chain only the leaf counts, the first certificate that is no authority: a server
 * proves its name with that one, and the others only vouch for it.
 */
export function readCertificate(file: string): Read {
  const bytes = bytesOf(file);
  if ('fault' in bytes) return bytes;
  const blocks = bytes.toString('latin1').match(BLOCK) ?? [];
  if (blocks.length === 0) return { fault: whatElse(bytes) };
  try {
    const chain = blocks.map((block) => new X509Certificate(block));
    const leaf = chain.find(({ ca }) => !ca) ?? chain[0]!;
    const [from, until] = [leaf.validFrom, leaf.validTo].map((date) => isoDay(new Date(date)));
    return { names: namesIn(leaf.subjectAltName), validity: { from: from!, until: until! } };
  } catch {
    return { fault: 'holds a certificate that is damaged; export it again' };
  }
}

function bytesOf(file: string): Buffer | { fault: string } {
  const read = readRegular(path.dirname(file), file, LARGEST);
  if (!('reason' in read)) return read;
  if (read.absent) return { fault: 'does not exist; name a PEM file, relative to the configuration' };
  return { fault: FAULTS[read.reason] ?? `cannot be read (${read.reason}); name a file that can` };
}

const FAULTS: Readonly<Record<string, string>> = {
  directory: 'is a directory; name the file of the certificate in it',
  'not a regular file': 'is no regular file; name the file of the certificate',
  'larger than 1 MB': 'is larger than 1 MB, as no certificate is; name the file of the certificate',
  [LEADS_OUT]: 'is a symbolic link that leads out of the repository; name the file itself',
};

/** What a file holds that has no certificate in PEM. */
function whatElse(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1] ?? '';
  if (label.endsWith('PRIVATE KEY')) return 'holds a private key and no certificate; name the file of the certificate';
  if (label.endsWith('CERTIFICATE REQUEST'))
    return 'holds a request for a certificate and no certificate; name the file that the authority sent back';
  if (label.endsWith('CERTIFICATE')) return 'holds a certificate that is cut off; export it again';
  if (isDer(bytes)) return 'is DER, not PEM; convert it with `openssl x509 -inform der -in FILE -out FILE.pem`';
  return 'holds no certificate; name a PEM file, with -----BEGIN CERTIFICATE----- in it';
}

function isDer(bytes: Buffer): boolean {
  try {
    return new X509Certificate(bytes).subject !== '';
  } catch {
    return false;
  }
}
