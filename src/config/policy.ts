import path from 'node:path';
import type { Address, Entry, Policy, Service } from '../types/policy.ts';
import { parseAddress, wildcardsOf } from './address.ts';
import { bindingsOf } from './bindings.ts';
import { parseCertificates } from './certificates.ts';
import { findConflicts, type Placed } from './conflicts.ts';
import { parseDetect } from './detect.ts';
import { isPublicSuffix, parseApex } from './domains.ts';
import type { Path } from './locate.ts';
import { parseDeliver, parseModules } from './modules.ts';
import { type Problems, show } from './problems.ts';
import type { Configuration, ServiceConfiguration } from './schema.ts';

/** Resolves a configuration; what is wrong with it goes to `problems`, and the policy then lacks it. `configPath` is absolute. */
export function buildPolicy(config: Configuration, configPath: string, problems: Problems): Policy {
  const services: Service[] = [];
  const canonicals: Placed[] = [];
  const retired: (Placed & { entry: Entry })[] = [];
  for (const [environment, members] of Object.entries(config.environments ?? {})) {
    for (const [name, written] of Object.entries(members)) {
      const path = ['environments', environment, name];
      const key = `${environment}.${name}`;
      const canonical = canonicalOf(written, path, problems);
      if (canonical) {
        services.push({ key, environment, name, canonical, ...(written.bare ? { bare: written.bare } : {}) });
        canonicals.push({ path: [...path, 'host'], part: 'value', address: canonical, owner: key });
      }
      for (const [index, text] of (written.retired ?? []).entries()) {
        const at = [...path, 'retired', index];
        const from = patternAt(text, at, 'value', problems);
        if (!from) continue;
        const to = canonical ?? from;
        retired.push({ path: at, part: 'value', address: from, owner: key, entry: { from, to, service: key } });
      }
    }
  }
  for (const [old, next] of Object.entries(config.rename ?? {})) {
    const path = ['rename', old];
    const from = patternAt(old, path, 'key', problems);
    const to = patternAt(next, path, 'value', problems);
    if (from && to && fits(old, next, from, to, problems))
      retired.push({ path, part: 'key', address: from, entry: { from, to } });
  }
  findConflicts(canonicals, retired, problems);
  const bindings = bindingsOf(services, config.names, problems);
  // Where the key is only misspelt, that is said already.
  if (config.modules?.length && !config.environments && !problems.error()) {
    problems.add(
      ['modules'],
      'need constants, and there is no service; name one under environments, or leave modules out',
      'key',
    );
  }
  const modules = parseModules(config.modules ?? [], bindings, problems);
  const detect = config.detect && parseDetect(config.detect, { services, bindings, modules }, problems);
  return {
    apex: parseApex(config.apex ?? [], problems),
    certificates: parseCertificates(config.certificates ?? [], path.dirname(configPath), problems),
    services,
    entries: retired.map(({ entry }) => entry).sort(byPrecedence),
    modules,
    ...(detect ? { detect } : {}),
    deliver: parseDeliver(config.deliver ?? [], problems),
    emails: config.emails ?? 'keep',
    rules: Object.fromEntries(Object.entries(config.rules ?? {}).filter(([, severity]) => severity !== undefined)),
    configFile: path.basename(configPath),
  };
}

/** A scheme before none; then the longer path, a port, an exact host, fewer wildcards; a stable sort keeps the earlier before the later. */
function byPrecedence(a: Entry, b: Entry): number {
  const rank = ({ from }: Entry) => [
    from.scheme ? 0 : 1,
    -(from.path?.length ?? 0),
    from.port ? 0 : 1,
    wildcardsOf(from.host).length,
  ];
  const [left, right] = [rank(a), rank(b)];
  const differing = left.findIndex((value, index) => value !== right[index]);
  return differing < 0 ? 0 : left[differing]! - right[differing]!;
}

function canonicalOf(written: ServiceConfiguration, path: Path, problems: Problems): Address | undefined {
  const parsed = parseAddress(written.host, 'exact');
  if ('fault' in parsed) problems.add([...path, 'host'], `${show(written.host)} ${parsed.fault}`);
  if (written.scheme !== undefined && !/^[a-z][a-z0-9+.-]*$/i.test(written.scheme)) {
    problems.add([...path, 'scheme'], `${show(written.scheme)} is not a scheme; write e.g. wss, without ://`);
    return undefined;
  }
  if ('fault' in parsed) return undefined;
  const scheme = written.scheme?.toLowerCase();
  if (scheme && parsed.address.scheme && scheme !== parsed.address.scheme) {
    problems.add([...path, 'scheme'], `${show(scheme)} is not the scheme of ${show(written.host)}; keep one of them`);
  }
  return scheme ? { scheme, ...parsed.address } : parsed.address;
}

function patternAt(text: string, path: Path, part: 'key' | 'value', problems: Problems): Address | undefined {
  const parsed = parseAddress(text, 'wildcards');
  if ('fault' in parsed) {
    problems.add(path, `${show(text)} ${parsed.fault}`, part);
    return undefined;
  }
  const labels = parsed.address.host.split('.');
  const last = labels.findLastIndex((label) => label.includes('*'));
  const suffix = labels.slice(last + 1).join('.');
  if (last >= 0 && /^\*+$/.test(labels[last]!) && isPublicSuffix(suffix)) {
    problems.add(
      path,
      `${show(text)} would match every host under ${suffix}, a public suffix; name the domain, e.g. *.example.${suffix}`,
      part,
    );
    return undefined;
  }
  return parsed.address;
}

/** Whether what the wildcards of a rename matched has a place in its target. */
function fits(old: string, next: string, from: Address, to: Address, problems: Problems): boolean {
  const [given, taken] = [wildcardsOf(from.host), wildcardsOf(to.host)];
  const path = ['rename', old];
  if (taken.length > 0 && taken.length !== given.length) {
    const have = given.length === 1 ? 'one wildcard' : `${given.length || 'no'} wildcards`;
    problems.add(
      path,
      `${show(next)} has ${taken.length}, but ${show(old)} has ${have}; write as many, in the same order, or none`,
    );
    return false;
  }
  if (to.scheme && !from.scheme) {
    problems.add(path, `${show(next)} names a scheme and ${show(old)} does not; write one before both, or before neither`);
    return false;
  }
  return true;
}
