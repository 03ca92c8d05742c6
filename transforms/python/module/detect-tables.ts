import { around, fixed, line, type Piece } from '../../../src/core/layout/layout.ts';
import type { Group, Style } from '../../../src/types/module.ts';
import type { Detection } from '../../../src/types/policy.ts';
import { domainsType } from '../detection-names.ts';
import { bracketed, dictionary, exploded, python, quoted, spreadCall } from './layout.ts';

/** The types and tables of detection in Python. */
export function detectionTables(detection: Detection, groups: readonly Group[], style: Style): string[] {
  const environments = environmentsOf(groups);
  return [
    `\n# detection\n\n${aliases(environments, style)}`,
    endpoint(style),
    ...environments.map((environment) => table(environment, groups, style)),
    `${union(environments, style)}\n${settings(detection, groups, style)}`,
  ];
}

/** The environments, in their order. */
export function environmentsOf(groups: readonly Group[]): string[] {
  return [...new Set(groups.map(({ environment }) => environment))];
}

function aliases(environments: readonly string[], style: Style): string {
  const names = environments.map((name) => fixed(quoted(name, style)));
  const literal = bracketed('Literal[', names, ']', style);
  return (
    `#: The environments of the configuration.\n${line(around('Environment = ', literal, ''), style)}` +
    '#: Environment variables by name, as `os.environ` holds them.\nEnviron = Mapping[str, str]\n'
  );
}

function endpoint(style: Style): string {
  return python(
    [
      'class Endpoint(TypedDict):',
      '    """The addresses of one service."""',
      '',
      '    #: Host, with the port where it has one.',
      '    host: str',
      '    #: URL for HTTP, without a slash at its end.',
      '    url: str',
      '    #: URL for WebSockets, without a slash at its end.',
      '    ws: str',
    ],
    style,
  );
}

/** The type of an environment's table: a class where its services are names in Python. */
function table(environment: string, groups: readonly Group[], style: Style): string {
  const services = groups.filter((group) => group.environment === environment).map(({ name }) => name);
  const type = domainsType(environment);
  if (services.every((name) => /^[A-Za-z_]\w*$/.test(name) && !KEYWORDS.has(name))) {
    const members = services.map((name) => `    ${name}: Endpoint`);
    return python([`class ${type}(TypedDict):`, `    """The services of ${environment}."""`, '', ...members], style);
  }
  const members = dictionary(
    services.map((name) => [quoted(name, style), fixed('Endpoint')]),
    style,
  );
  const call = spreadCall([fixed(quoted(type, style)), members], style);
  return `#: The services of ${environment}.\n${line(around(`${type} = TypedDict`, call, ''), style)}`;
}

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda ' +
    'nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

function union(environments: readonly string[], style: Style): string {
  const types = bracketed('Union[', environments.map(domainsType).map(fixed), ']', style);
  return `#: The services of any environment.\n${line(around('Domains = ', types, ''), style)}`;
}

function settings({ variables, accepted, overrides }: Detection, groups: readonly Group[], style: Style): string {
  const services = (environment: string): Piece => {
    const own = groups.filter((group) => group.environment === environment);
    return dictionary(
      own.map(({ name, constants }) => {
        const parts = constants.map((constant) => [quoted(constant.part, style), fixed(constant.name)] as const);
        return [quoted(name, style), dictionary(parts, style)] as const;
      }),
      style,
    );
  };
  const tables = environmentsOf(groups).map((name) => [quoted(name, style), services(name)] as const);
  const list = exploded(
    '[',
    variables.map((name) => fixed(quoted(name, style))),
    ']',
    style,
  );
  const texts = (pairs: readonly (readonly [string, string])[]): Piece =>
    dictionary(
      pairs.map(([key, value]) => [quoted(key, style), fixed(quoted(value, style))] as const),
      style,
    );
  return [
    '#: The canonical addresses, by environment and service.\n',
    line(around('DOMAINS: Final[Mapping[str, Mapping[str, Endpoint]]] = ', dictionary(tables, style), ''), style),
    '\n# The variables that name the environment, in their order.\n',
    line(around('_VARIABLES: Final[List[str]] = ', list, ''), style),
    '# What they may hold, in lower case, and the environment that it names.\n',
    line(around('_ACCEPTED: Final[Dict[str, Environment]] = ', texts(accepted), ''), style),
    ...(overrides.length > 0
      ? [
          '# The variable that gives each service another address.\n',
          line(around('_OVERRIDES: Final[Dict[str, str]] = ', texts(overrides), ''), style),
        ]
      : []),
  ].join('');
}
