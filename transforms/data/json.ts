import { around, fixed, line, type Piece } from '../../src/core/layout/layout.ts';
import type { ModuleCode, ModuleContent, Style } from '../../src/types/module.ts';
import { object } from '../typescript/module/layout.ts';
import { PLAIN } from '../typescript/style/plain.ts';
import { styleOf } from '../typescript/style/style-of.ts';

/** A JSON file: each environment with its services, and these with `host`, `url` and `ws`. Who generated it stands first, as JSON has no comments. */
function emit({ header, groups, services, style }: ModuleContent): string {
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
  return line(object([member('$comment', fixed(JSON.stringify(header.at(-1)!))), ...members], plain(style)), style);
}

function plain(style: Style): Style {
  return { ...style, trailingCommas: 'none' };
}

function member(name: string, value: Piece): Piece {
  return around(`${JSON.stringify(name)}: `, value, '');
}

/** JSON is formatted by what formats TypeScript. */
export const code: ModuleCode = { plain: PLAIN, styleOf, emit };
