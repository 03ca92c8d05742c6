import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type GeneralNameType,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 24 * 60 * 60 * 1000;

/** A certificate and its key, in PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

interface Subject {
  /** subjectAltName: DNS names, and IP addresses behind `ip:`; none: the certificate has only a common name. */
  readonly names: readonly string[];
  readonly commonName?: string;
  /** Days from now on which it begins and ends to be valid; default yesterday and in 90 days. */
  readonly days?: readonly [number, number];
}

/** A certificate authority of a test. */
export interface Authority {
  readonly certificate: string;
  issue(subject: Subject): Promise<Issued>;
}

/** Makes an authority that nobody trusts who is not told to. */
export async function makeAuthority(name = 'Test authority'): Promise<Authority> {
  const keys = await newKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    ...{ name: `CN=${name}`, keys, ...validityOf(), signingAlgorithm: ALGORITHM },
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  return {
    certificate: root.toString('pem'),
    async issue({ names, commonName = 'leaf', days }) {
      const own = await newKeys();
      const leaf = await X509CertificateGenerator.create({
        ...{ subject: `CN=${commonName}`, issuer: root.subject, publicKey: own.publicKey, signingKey: keys.privateKey },
        ...{ signingAlgorithm: ALGORITHM, ...validityOf(days) },
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          await AuthorityKeyIdentifierExtension.create(root),
          ...alternativeNames(names),
        ],
      });
      return { certificate: leaf.toString('pem'), key: await pemOf(own.privateKey) };
    },
  };
}

/** A certificate that vouches for itself. */
export async function makeSelfSigned({ names, commonName = 'leaf', days }: Subject): Promise<Issued> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...{ name: `CN=${commonName}`, keys, ...validityOf(days), signingAlgorithm: ALGORITHM },
    extensions: alternativeNames(names),
  });
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function validityOf([from, until]: readonly [number, number] = [-1, 90]) {
  return { notBefore: new Date(Date.now() + from * DAY), notAfter: new Date(Date.now() + until * DAY) };
}

function alternativeNames(names: readonly string[]) {
  const typed = names.map((name) => {
    const [type, value]: [GeneralNameType, string] = name.startsWith('ip:') ? ['ip', name.slice(3)] : ['dns', name];
    return { type, value };
  });
  return typed.length === 0 ? [] : [new SubjectAlternativeNameExtension(typed)];
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${bytes.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
}
