import { around, fixed, line, type Piece } from '../../../src/core/layout/layout.ts';
import type { Group, Style } from '../../../src/types/module.ts';
import type { Detection } from '../../../src/types/policy.ts';
import { comment, type Form, variable } from './jsdoc.ts';
import { code, keysOf, list, object, property, quoted, typeLiteral } from './layout.ts';

/** The types and tables of detection in TypeScript or JavaScript. */
export function detectionTables(detection: Detection, groups: readonly Group[], form: Form, style: Style): string[] {
  return [...types(form, style), table(groups, form, style), ...settings(detection, form, style)];
}

const SAYS = {
  Environment: 'The environments of the configuration.',
  Endpoint: 'The addresses of one service.',
  host: 'Host, with the port where it has one.',
  url: 'URL for HTTP, without a slash at its end.',
  ws: 'URL for WebSockets, without a slash at its end.',
  Variables: 'Environment variables by name, as `process.env` holds them.',
  Domains: 'The services of an environment. Of one that is known at run time only, those that every environment has.',
  DOMAINS: 'The canonical addresses, by environment and service.',
} as const;
const PARTS = ['host', 'url', 'ws'] as const;

function types(form: Form, style: Style): string[] {
  if (form !== 'typescript') {
    return [
      comment([SAYS.Environment], style, ['@typedef {keyof typeof DOMAINS} Environment']),
      comment([SAYS.Endpoint], style, [
        '@typedef {object} Endpoint',
        ...PARTS.map((part) => `@property {string} ${part} ${SAYS[part]}`),
      ]),
      comment([SAYS.Variables], style, ['@typedef {Readonly<Record<string, string | undefined>>} Variables']),
      comment([SAYS.Domains], style, [
        '@template {Environment} E',
        '@typedef {{ readonly [S in keyof (typeof DOMAINS)[E]]: Endpoint }} Domains',
      ]),
    ];
  }
  const members = PARTS.map((part) => `  /** ${SAYS[part]} */\n  readonly ${part}: string;`).join('\n');
  const mapped = typeLiteral([fixed('readonly [S in keyof (typeof DOMAINS)[E]]: Endpoint')], style);
  return [
    comment([SAYS.Environment], style) + lines('export type Environment = keyof typeof DOMAINS;', style),
    comment([SAYS.Endpoint], style) + lines(`export interface Endpoint {\n${members}\n}`, style),
    comment([SAYS.Variables], style) +
      lines('export interface Variables {\n  readonly [name: string]: string | undefined;\n}', style),
    comment([SAYS.Domains], style) + line(around('export type Domains<E extends Environment> = ', mapped, ended(style)), style),
  ];
}

function lines(text: string, style: Style): string {
  return code(text.split('\n'), style);
}

function ended({ semicolons }: Style): string {
  return semicolons ? ';' : '';
}

/** Literal values, as `isolatedDeclarations` takes no names here. */
function table(groups: readonly Group[], form: Form, style: Style): string {
  const environments = [...new Set(groups.map(({ environment }) => environment))];
  const services = (environment: string): Piece => {
    const own = groups.filter((group) => group.environment === environment);
    const endpoints = own.map(({ constants }) =>
      object(
        constants.map(({ part, value }) => around(`${part}: `, fixed(quoted(value, style)), '')),
        style,
      ),
    );
    return keyed(
      own.map(({ name }) => name),
      endpoints,
      style,
    );
  };
  const value = keyed(environments, environments.map(services), style);
  const [opening, closing] = form === 'typescript' ? ['', ' as const'] : ['/** @type {const} */ (', ')'];
  const keyword = form === 'commonjs' ? 'const' : 'export const';
  const statement = around(`${keyword} DOMAINS = ${opening}`, value, `${closing}${ended(style)}`);
  return comment([SAYS.DOMAINS], style) + line(statement, style);
}

function keyed(names: readonly string[], values: readonly Piece[], style: Style): Piece {
  const keys = keysOf(names, style);
  return object(
    values.map((value, index) => around(`${keys[index]}: `, value, '')),
    style,
  );
}

function settings({ variables, accepted, overrides }: Detection, form: Form, style: Style): string[] {
  const pairs = accepted.map((pair) =>
    list(
      pair.map((text) => fixed(quoted(text, style))),
      style,
    ),
  );
  const made = [
    variable(
      { name: 'VARIABLES', type: 'readonly string[]', says: 'The variables that name the environment, in their order.' },
      list(
        variables.map((name) => fixed(quoted(name, style))),
        style,
      ),
      form,
      style,
    ),
    variable(
      {
        name: 'ACCEPTED',
        type: 'readonly [string, Environment][]',
        says: 'What they may hold, in lower case, and the environment that it names.',
      },
      list(pairs, style, true),
      form,
      style,
    ),
  ];
  if (overrides.length === 0) return made;
  const keys = keysOf(
    overrides.map(([service]) => service),
    style,
  );
  const value = object(
    overrides.map(([, name], index) => property(keys[index]!, quoted(name, style), style)),
    style,
  );
  const says = 'The variable that gives each service another address.';
  return [...made, variable({ name: 'OVERRIDES', type: 'Variables', says }, value, form, style)];
}
