import { FORM } from '../../../src/core/detection-words.ts';
import { around, fixed, line } from '../../../src/core/layout/layout.ts';
import type { Style } from '../../../src/types/module.ts';
import { assignment, bracketed, dictionary, quoted } from './layout.ts';
import { routine } from './routine.ts';

/** What reads the addresses that stand in variables. */
export function addresses(style: Style): string[] {
  const pattern = (name: string, text: string): string =>
    line(around(`${name} = re.compile`, bracketed('(', [fixed(`r${style.quote}${text}${style.quote}`)], ')', style), ''), style);
  return [
    pattern('_ADDRESS', String.raw`(?ai)(?:(https?|wss?)://)?([^/]+?)(?::(\d+))?(/.*)?`) +
      pattern('_HOST', String.raw`(?ai)[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\]`) +
      pattern('_PATH', String.raw`(?a)((?:/+[\w.~!$&()*+,;=:@%-]+)*)/*`) +
      pattern('_SECURE', '(?i)https|wss') +
      line(assignment('_FORM: Final[str]', quoted(FORM, style), style), style),
    routine(
      '_actual',
      ['service: str', 'canonical: Endpoint', 'environ: Environ'],
      'Endpoint',
      [
        '    name = _OVERRIDES[service]',
        '    value = _trimmed(environ.get(name))',
        "    if value == '':",
        '        return canonical.copy()',
        '    return _address(name, value, canonical)',
      ],
      style,
    ),
    addressOf(style),
  ];
}

function addressOf(style: Style): string {
  const views = dictionary(
    [
      [quoted('host', style), fixed('host')],
      [quoted('url', style), fixed(`f${style.quote}http{s}://{host}{path[1]}${style.quote}`)],
      [quoted('ws', style), fixed(`f${style.quote}ws{s}://{host}{path[1]}${style.quote}`)],
    ],
    style,
  );
  const lines = [
    '    # The value may hold a password: no error repeats it.',
    "    wrong = ValueError(f'{name} must be {_FORM}')",
    '    parts = _ADDRESS.fullmatch(value)',
    '    if parts is None:',
    '        raise wrong',
    "    path = _PATH.fullmatch(parts[4] or '')",
    "    port = parts[3] or '443'",
    '    host = parts[2].lower()',
    '    if path is None or not _HOST.fullmatch(host):',
    '        raise wrong',
    '    if len(port) > 9 or not 0 < int(port) < 65536:',
    '        raise wrong',
    '    if parts[3]:',
    "        host += f':{port}'",
    "    scheme = parts[1] or canonical['url']",
    "    s = 's' if _SECURE.match(scheme) else ''",
  ];
  const made = routine('_address', ['name: str', 'value: str', 'canonical: Endpoint'], 'Endpoint', lines, style);
  return `${made}${line(around('return ', views, ''), style, 1)}`;
}
