import { overriding, precedence } from '../../../src/core/detection-words.ts';
import { around, fixed, line } from '../../../src/core/layout/layout.ts';
import type { Group, Style } from '../../../src/types/module.ts';
import type { Detection } from '../../../src/types/policy.ts';
import { domainsType } from '../detection-names.ts';
import { addresses } from './detect-addresses.ts';
import { detectionTables, environmentsOf } from './detect-tables.ts';
import { exploded, quoted } from './layout.ts';
import { docstring, routine } from './routine.ts';

/** The lines that import what detection needs of the standard library. */
export function detectionImports({ overrides }: Detection, style: Style): string {
  const names = ['Any', 'Dict', 'Final', 'List', 'Literal', 'Mapping', 'Optional', 'TypedDict', 'Union', 'overload'];
  const typing = exploded('(', names.map(fixed), ')', style);
  const flat = line(fixed(`from typing import ${names.join(', ')}`), style);
  const fitting =
    flat.length - 1 <= style.width ? flat : line(around('from typing import ', { ...typing, flat: undefined }, ''), style);
  return `import json\nimport os\n${overrides.length > 0 ? 'import re\n' : ''}${fitting}`;
}

/** The names that a Python module with detection exports beside its constants. */
export function detectionExports(groups: readonly Group[]): string[] {
  const types = environmentsOf(groups).map(domainsType);
  return ['DOMAINS', 'Domains', 'Endpoint', 'Environ', 'Environment', ...types, 'domains', 'environment'];
}

/** The types, tables and functions with which a Python module finds its environment. */
export function detectPython(detection: Detection, groups: readonly Group[], style: Style): string {
  return [
    ...detectionTables(detection, groups, style),
    environmentOf(detection, style),
    ...overloads(environmentsOf(groups), style),
    domainsOf(detection, style),
    ...reading(detection, style),
    ...(detection.overrides.length > 0 ? addresses(style) : []),
  ].join('\n\n');
}

const ENVIRON = 'environ: Optional[Environ] = None';

function environmentOf(detection: Detection, style: Style): string {
  const says = `The environment in which the program is. ${precedence(detection)} Raises ValueError that says what each variable held.`;
  const lines = [
    ...docstring([says, 'Variables other than those of `os.environ` can be handed in.'], style),
    '    given = os.environ if environ is None else environ',
    '    return _detect(given)',
  ];
  return routine('environment', [ENVIRON], 'Environment', lines, style);
}

function overloads(environments: readonly string[], style: Style): string[] {
  const of = (type: string, returns: string, says: string): string =>
    `@overload\n${routine('domains', [`environment: ${type}`, ENVIRON], returns, [`    """${says}"""`], style)}`;
  return [
    of('None = None', 'Domains', 'Of the environment in which the program is.'),
    ...environments.map((name) => of(`Literal[${quoted(name, style)}]`, domainsType(name), `Of ${name}.`)),
  ];
}

function domainsOf(detection: Detection, style: Style): string {
  const says = `The services of an environment, with their addresses; without one, of that in which the program is. ${overriding(detection)}`;
  const each = detection.overrides.length > 0 ? '_actual(service, canonical, given)' : 'canonical.copy()';
  const lines = [
    ...docstring([says.trim()], style),
    '    given = os.environ if environ is None else environ',
    '    chosen: Optional[str] = environment',
    '    if chosen is None:',
    '        chosen = _detect(given)',
    '    if chosen not in DOMAINS:',
    "        known = ', '.join(DOMAINS)",
    '        shown = json.dumps(chosen)',
    "        raise ValueError(f'{shown} is none of {known}')",
    '    found: Dict[str, Endpoint] = {}',
    '    for service, canonical in DOMAINS[chosen].items():',
    `        found[service] = ${each}`,
    '    return found',
  ];
  return routine('domains', ['environment: Optional[Environment] = None', ENVIRON], 'Any', lines, style);
}

function reading({ default: standard }: Detection, style: Style): string[] {
  const last = standard === undefined ? 'raise _unknown(environ)' : `return ${quoted(standard, style)}`;
  return [
    routine(
      '_detect',
      ['environ: Environ'],
      'Environment',
      [
        '    for name in _VARIABLES:',
        '        value = _trimmed(environ.get(name)).lower()',
        "        if value != '':",
        '            if value not in _ACCEPTED:',
        '                raise _unknown(environ)',
        '            return _ACCEPTED[value]',
        `    ${last}`,
      ],
      style,
    ),
    routine(
      '_trimmed',
      ['value: Optional[str]'],
      'str',
      ['    # The white space of ASCII, as in other languages.', "    return (value or '').strip(' \\t\\n\\v\\f\\r')"],
      style,
    ),
    routine(
      '_unknown',
      ['environ: Environ'],
      'ValueError',
      [
        '    seen: List[str] = []',
        '    for name in _VARIABLES:',
        "        held = 'not set'",
        '        if name in environ:',
        '            value = environ[name]',
        '            held = json.dumps(value, ensure_ascii=False)',
        "        seen.append(f'{name} is {held}')",
        "    held_by_all = ', '.join(seen)",
        "    known = ', '.join(_ACCEPTED)",
        "    rest = f'the first that is set must be one of {known}'",
        "    message = f'no known environment: {held_by_all}'",
        "    return ValueError(f'{message}; {rest}')",
      ],
      style,
    ),
  ];
}
