import { constantCase } from './constant-case.ts';

/** What the code of detection defines, imports or uses, in any language: no constant may take its place. */
const OWN = (
  'DOMAINS VARIABLES ACCEPTED OVERRIDES TEXT ADDRESS HOST PATH SECURE FORM Domains Endpoint Environment Variables environmentOf domainsOf ' +
  'processVariables read trimmed held unknown servicesOf addressOf overridden process Object JSON Error Number ' +
  '_VARIABLES _ACCEPTED _OVERRIDES _ADDRESS _HOST _PATH _SECURE _FORM Environ environment domains _detect _trimmed _held _unknown _actual ' +
  '_address json os re Any Dict Final List Literal Mapping Optional TypedDict Union overload ValueError str int len'
).split(' ');

/** Every name that detection takes for itself, with the environment for which it is made, where it is made for one. */
export function detectionNames(environments: readonly string[]): readonly (readonly [name: string, environment?: string])[] {
  return [...OWN.map((name) => [name] as const), ...environments.map((name) => [domainsType(name), name] as const)];
}

/** The Python type of an environment's table: `pre-prod` → `PreProdDomains`. */
export function domainsType(environment: string): string {
  const words = constantCase(environment).split('_').filter(Boolean);
  return `${words.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join('')}Domains`;
}
