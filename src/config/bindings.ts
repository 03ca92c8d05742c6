import { reservedWords } from '../../transforms/languages.ts';
import { constantCase } from '../core/constant-case.ts';
import { hostAndPort } from '../core/show-address.ts';
import type { Binding, Service } from '../types/policy.ts';
import type { Path } from './locate.ts';
import { type Problems, show } from './problems.ts';
import type { Configuration } from './schema.ts';

const DEFAULTS = {
  host: '{ENVIRONMENT}_{SERVICE}_HOST',
  url: '{ENVIRONMENT}_{SERVICE}_URL',
  ws: '{ENVIRONMENT}_{SERVICE}_WS_URL',
} as const;
const PARTS = ['host', 'url', 'ws'] as const;

/** The constants of every domain module: three for each service, in the order of the configuration. */
export function bindingsOf(services: readonly Service[], names: Configuration['names'], problems: Problems): Binding[] {
  const templates = { host: names?.host ?? DEFAULTS.host, url: names?.url ?? DEFAULTS.url, ws: names?.ws ?? DEFAULTS.ws };
  if (!PARTS.every((part) => isTemplate(templates[part], ['names', part], problems))) return [];
  const reserved = reservedWords();
  const taken = new Map<string, Binding>();
  const mistaken = new Set<string>();
  for (const service of services) {
    for (const part of PARTS) {
      if (mistaken.has(service.key)) break;
      const name = templates[part]
        .replaceAll('{ENVIRONMENT}', constantCase(service.environment))
        .replaceAll('{SERVICE}', constantCase(service.name));
      const path = ['environments', service.environment, service.name];
      const other = taken.get(name);
      const bad = !/^[A-Za-z_]\w*$/.test(name) || reserved.has(name);
      if (bad || other) mistaken.add(service.key);
      if (bad) {
        problems.add(path, `gives the constant ${show(name)}, which is no name in code; rename it, or set names.${part}`, 'key');
      } else if (other) {
        const whose =
          other.service === service.key
            ? `its own names.${other.part}`
            : `${other.service} (${problems.where(placeOf(services, other), 'key')})`;
        problems.add(path, `gives the constant ${name}, as ${whose} does; rename one of them, or set names.${part}`, 'key');
      } else taken.set(name, { name, value: constantValue(service, part), service: service.key, part });
    }
  }
  return [...taken.values()];
}

function isTemplate(template: string, path: Path, problems: Problems): boolean {
  const unknown = template.match(/\{[^}]*\}?/g)?.find((hole) => hole !== '{ENVIRONMENT}' && hole !== '{SERVICE}');
  if (unknown) problems.add(path, `${show(template)} holds ${unknown}; write {ENVIRONMENT} and {SERVICE}`);
  else if (!/^\w+$/.test(template.replace(/\{\w+\}/g, 'X')))
    problems.add(path, `${show(template)} gives no name in code; write e.g. {ENVIRONMENT}_{SERVICE}_HOST`);
  else return true;
  return false;
}

function placeOf(services: readonly Service[], binding: Binding): Path {
  const service = services.find(({ key }) => key === binding.service)!;
  return ['environments', service.environment, service.name];
}

function constantValue({ canonical }: Service, part: Binding['part']): string {
  const host = hostAndPort(canonical);
  if (part === 'host') return host;
  const plain = canonical.scheme === 'http' || canonical.scheme === 'ws';
  const scheme = part === 'url' ? (plain ? 'http' : 'https') : plain ? 'ws' : 'wss';
  return `${scheme}://${host}${canonical.path ?? ''}`;
}
