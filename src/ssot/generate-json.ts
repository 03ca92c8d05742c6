import type { Policy } from '../types.ts';
import type { Group } from './generate.ts';

/** A JSON file: each environment with its services, and these with `host`, `url` and `ws`. `marker` stands first, as JSON has no comments. */
export function generateJson(marker: string, groups: readonly Group[], { services }: Policy): string {
  const tables = new Map<string, Record<string, unknown>>();
  for (const { service, constants } of groups) {
    const { environment, name } = services.find(({ key }) => key === service)!;
    const table = tables.get(environment) ?? {};
    table[name] = Object.fromEntries(constants.map(({ part, value }) => [part, value]));
    tables.set(environment, table);
  }
  return `${JSON.stringify({ $comment: marker, ...Object.fromEntries(tables) }, null, 2)}\n`;
}
