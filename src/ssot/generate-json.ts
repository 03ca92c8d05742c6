import type { Policy } from '../types/policy.ts';
import type { Group } from './group.ts';
import { around, fixed, line, type Piece } from './layout/layout.ts';
import { object } from './layout/typescript.ts';
import type { Style } from './style/style.ts';

/** A JSON file: each environment with its services, and these with `host`, `url` and `ws`. `marker` stands first, as JSON has no comments. */
export function generateJson(marker: string, groups: readonly Group[], { services }: Policy, style: Style): string {
  const tables = new Map<string, Piece[]>();
  for (const { service, constants } of groups) {
    const { environment, name } = services.find(({ key }) => key === service)!;
    const table = tables.get(environment) ?? [];
    table.push(
      member(
        name,
        object(
          constants.map(({ part, value }) => member(part, fixed(JSON.stringify(value)))),
          plain(style),
        ),
      ),
    );
    tables.set(environment, table);
  }
  const members = [...tables].map(([environment, table]) => member(environment, object(table, plain(style))));
  return line(object([member('$comment', fixed(JSON.stringify(marker))), ...members], plain(style)), style);
}

function plain(style: Style): Style {
  return { ...style, trailingCommas: 'none' };
}

function member(name: string, value: Piece): Piece {
  return around(`${JSON.stringify(name)}: `, value, '');
}
