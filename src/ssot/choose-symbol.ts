import { parseAccessPath } from '../core/access-path.ts';
import type { ExportedText } from '../types/module.ts';
import type { Binding, Service } from '../types/policy.ts';

const PART_WORDS: Readonly<Record<Binding['part'], readonly string[]>> = {
  host: ['host', 'hostname', 'domain'],
  url: ['url', 'uri', 'origin'],
  ws: ['ws', 'wss', 'websocket', 'socket'],
};
const PAST = /^(?:legacy|deprecated|old|retired|former|invalid)$/;

/** Symbols of one value, the one first that its words say is meant: of the environment, of the service, for the part; then the shorter, then the earlier. */
export function byLikelihood(symbols: readonly ExportedText[], value: Binding, services: readonly Service[]): ExportedText[] {
  return symbols
    .map((symbol, index) => ({ symbol, rank: [...rankOf(symbol, value, services), index] }))
    .sort((a, b) => firstDifference(a.rank, b.rank))
    .map(({ symbol }) => symbol);
}

/** Smaller is likelier, the first number first. */
function rankOf({ symbol }: ExportedText, { service: key, part }: Binding, services: readonly Service[]): number[] {
  const { root, steps } = parseAccessPath(symbol)!;
  const words = [root, ...steps.map(({ name }) => name)].flatMap(wordsOf);
  const says = (name: string): boolean => wordsOf(name).every((word) => words.includes(word));
  const service = services.find((one) => one.key === key)!;
  const others = services.filter((one) => one.key !== key);
  const isOf = (name: string, rest: readonly string[]): number => (says(name) ? 0 : rest.some(says) ? 2 : 1);
  return [
    words.some((word) => PAST.test(word)) ? 1 : 0,
    isOf(
      service.environment,
      others.map(({ environment }) => environment).filter((name) => name !== service.environment),
    ),
    isOf(
      service.name,
      others.map(({ name }) => name).filter((name) => name !== service.name),
    ),
    PART_WORDS[part].some((word) => words.includes(word)) ? 0 : 1,
    words.length,
  ];
}

/** `STAGING_authUrl` → staging, auth, url. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
