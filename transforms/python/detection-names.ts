import { constantCase } from '../../src/core/constant-case.ts';

/** What the code of detection defines, imports or uses in a module. */
export const DETECTION_WORDS = (
  'DOMAINS Domains Endpoint Environment _VARIABLES _ACCEPTED _OVERRIDES _ADDRESS _HOST _PATH _SECURE _FORM Environ environment domains _detect ' +
  '_trimmed _held _unknown _actual _address json os re Any Dict Final List Literal Mapping Optional TypedDict Union overload ValueError str int len'
).split(' ');

/** The type of an environment's table: `pre-prod` → `PreProdDomains`. */
export function domainsType(environment: string): string {
  const words = constantCase(environment).split('_').filter(Boolean);
  return `${words.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join('')}Domains`;
}
