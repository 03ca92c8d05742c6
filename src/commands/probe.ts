import { lookup as systemLookup } from 'node:dns/promises';
import { once } from 'node:events';
import { isIP } from 'node:net';
import { checkServerIdentity, connect, type TLSSocket } from 'node:tls';
import { covers, namesIn, whyNot } from '../core/coverage.ts';
import { isoDay } from '../core/iso-day.ts';
import type { PresentedCertificate, Probe } from '../types/inventory.ts';
import type { Service } from '../types/policy.ts';

/** One address of a name, as Node's `lookup` gives it. */
interface Address {
  readonly address: string;
  readonly family: number;
}

export interface ProbeOptions {
  /** Seconds that each host may take. */
  readonly seconds: number;
  /** Default: what the system resolves, its hosts file included. */
  readonly lookup?: (host: string) => Promise<readonly Address[]>;
}

type Target = Pick<Probe, 'host' | 'port' | 'services'>;

const AT_A_TIME = 8;
const DAY = 24 * 60 * 60 * 1000;

/** Schemes behind which a TLS server listens; a host without a scheme is one of https. */
const TLS_SCHEMES: readonly (string | undefined)[] = [undefined, 'https', 'wss'];

/**
 * Asks each canonical host once: looks its name up, connects, and takes what certificate it presents to clients that want this name. What
 * fails is told in the answer; nothing is thrown. In the order of the services.
 */
export async function probe(services: readonly Service[], options: ProbeOptions): Promise<Probe[]> {
  const targets = targetsOf(services);
  const answers: Probe[] = [];
  const waiting = targets.entries();
  const work = async (): Promise<void> => {
    for (const [index, target] of waiting) answers[index] = await ask(target, options);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return answers;
}

/** Each host and port once, with all its services. */
function targetsOf(services: readonly Service[]): Target[] {
  const targets = new Map<string, Target>();
  for (const { key, canonical } of services) {
    const { scheme, host } = canonical;
    const port = TLS_SCHEMES.includes(scheme) ? Number(canonical.port ?? 443) : undefined;
    const name = `${host}:${port}`;
    const others = targets.get(name)?.services ?? [];
    targets.set(name, { host, ...(port === undefined ? {} : { port }), services: [...others, key] });
  }
  return [...targets.values()];
}

async function ask(target: Target, { seconds, lookup = systemAddresses }: ProbeOptions): Promise<Probe> {
  const { host, port } = target;
  let addresses: readonly Address[] = [];
  let stage = 'its name is looked up';
  let socket: TLSSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${seconds} s, while ${stage}`)), seconds * 1000);
  });
  const answer = (problems: readonly string[], certificate?: PresentedCertificate): Probe => ({
    ...target,
    addresses: addresses.map(({ address }) => address),
    ...(certificate ? { certificate } : {}),
    problems,
  });
  try {
    addresses = await Promise.race([lookup(host), late]);
    if (port === undefined) return answer([]);
    stage = 'connecting';
    socket = connectTo(host, port, addresses);
    socket
      .on('error', () => {})
      .once('connect', () => {
        stage = 'the TLS handshake is under way';
      });
    await Promise.race([once(socket, 'secureConnect'), late]);
    return answer(...judge(host, socket));
  } catch (error) {
    return answer([failureOf(error as NodeJS.ErrnoException)]);
  } finally {
    clearTimeout(timer);
    socket?.destroy();
  }
}

function systemAddresses(host: string): Promise<readonly Address[]> {
  return systemLookup(host, { all: true });
}

/** Takes any certificate: what is wrong with it is to be told. */
function connectTo(host: string, port: number, addresses: readonly Address[]): TLSSocket {
  return connect({
    ...{ host, port, rejectUnauthorized: false, checkServerIdentity: () => undefined },
    ...(isIP(host) ? {} : { servername: host }),
    lookup: (_, { all }, callback) => {
      if (all) callback(null, [...addresses]);
      else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    },
  });
}

function judge(host: string, socket: TLSSocket): [problems: readonly string[], certificate?: PresentedCertificate] {
  const presented = socket.getPeerX509Certificate();
  if (!presented) return [['the server presents no certificate']];
  const names = namesIn(presented.subjectAltName);
  const [from, until] = [new Date(presented.validFrom), new Date(presented.validTo)];
  const distrust = socket.authorizationError as unknown as string | undefined;
  const certificate = {
    names,
    covers: names.some((name) => covers(name, host)),
    acceptedByNode: checkServerIdentity(host, presented.toLegacyObject()) === undefined,
    trusted: !distrust,
    ...{ from: isoDay(from), until: isoDay(until) },
    daysLeft: Math.floor((until.getTime() - Date.now()) / DAY),
  };
  return [[...nameProblems(host, certificate), ...trustProblems(certificate, from, distrust)], certificate];
}

function nameProblems(host: string, { names, covers, acceptedByNode }: PresentedCertificate): string[] {
  if (covers)
    return acceptedByNode ? [] : ["Node's own check of names refuses the certificate, although its names cover the host"];
  const listed = names.length === 0 ? '' : `; its names are ${names.join(', ')}`;
  const but = acceptedByNode ? "; Node's own check takes it all the same, other clients may not" : '';
  return [`the certificate does not cover it: ${whyNot(host, names)}${listed}${but}`];
}

function trustProblems({ until, daysLeft }: PresentedCertificate, from: Date, distrust: string | undefined): string[] {
  if (daysLeft < 0) return [`the certificate expired on ${until}`];
  if (from.getTime() > Date.now()) return [`the certificate is not valid before ${isoDay(from)}`];
  return distrust
    ? [`the certificate is not trusted here: ${DISTRUST[distrust] ?? 'its chain does not hold'} (${distrust})`]
    : [];
}

/** What OpenSSL's codes mean. */
const DISTRUST: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it vouches for itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in an authority that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT: 'who issued it is not known here, or the server leaves an intermediate certificate out',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'who issued it is not known here, or the server leaves an intermediate certificate out',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'who issued it is not known here, or the server leaves an intermediate certificate out',
  CERT_HAS_EXPIRED: 'a certificate of its chain has expired',
  CERT_NOT_YET_VALID: 'a certificate of its chain is not valid yet',
};

/** Why nothing was presented. */
function failureOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === undefined) return message;
  const known = FAILURES[code];
  return known ? `${known} (${code})` : `the connection fails (${code})`;
}

const FAILURES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name does not resolve',
  EAI_AGAIN: 'no name server answers',
  ECONNREFUSED: 'the connection is refused',
  EHOSTUNREACH: 'there is no way to its address',
  ENETUNREACH: 'there is no way to its address',
  ECONNRESET: 'the server ends the connection before it presents a certificate',
  ERR_SSL_WRONG_VERSION_NUMBER: 'what answers does not speak TLS',
};
