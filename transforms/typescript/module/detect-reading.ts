import { FORM } from '../../../src/core/detection-words.ts';
import { fixed, line } from '../../../src/core/layout/layout.ts';
import type { Style } from '../../../src/types/module.ts';
import { body, type Form, type Parameter, returned, routine, typeOf } from './jsdoc.ts';
import { assignment, object, quoted } from './layout.ts';

/** A part of a module, in a form and a style. */
type Section = (form: Form, style: Style) => string;

function pattern(name: string, text: string, flags: string, style: Style): string {
  return line(assignment(`const ${name}`, `/${text}/${flags}`, style), style);
}

const VALUE: Parameter = { name: 'value', type: 'string | undefined' };

/** What reads the variables. Where somebody hands in an object, its prototype may answer for a name that it lacks: only texts count. */
export const READING: readonly Section[] = [
  (form, style) =>
    routine(
      {
        name: 'read',
        says: ['Where there is no `process`, nothing is set.'],
        parameters: [{ name: 'reader', type: '() => string | undefined' }],
        returns: 'string | undefined',
        body: body(['try {', '  return reader();', '} catch {', '  return undefined;', '}'], style),
      },
      form,
      style,
    ),
  (_, style) => pattern('TEXT', String.raw`[^ \t\n\v\f\r](?:[\s\S]*[^ \t\n\v\f\r])?`, '', style),
  (form, style) =>
    routine(
      {
        name: 'trimmed',
        says: ['A value without the white space of ASCII around it; empty where it is not set.'],
        parameters: [VALUE],
        returns: 'string',
        body: body(
          [
            "if (typeof value !== 'string') {",
            "  return '';",
            '}',
            'const found = TEXT.exec(value);',
            "return found ? found[0] : '';",
          ],
          style,
        ),
      },
      form,
      style,
    ),
  (form, style) =>
    routine(
      {
        name: 'held',
        says: ['What a variable held, for people.'],
        parameters: [VALUE],
        returns: 'string',
        body: body(["if (typeof value !== 'string') {", "  return 'not set';", '}', 'return JSON.stringify(value);'], style),
      },
      form,
      style,
    ),
  (form, style) =>
    routine(
      {
        name: 'unknown',
        says: ['The error of an environment that nobody knows.'],
        parameters: [{ name: 'env', type: 'Variables' }],
        returns: 'Error',
        body: body(
          [
            ...typeOf('string[]', 'seen', '[]', form),
            'for (const name of VARIABLES) {',
            '  seen.push(`${name} is ${held(env[name])}`);',
            '}',
            'const known = ACCEPTED.map(([name]) => name);',
            "const all = known.join(', ');",
            "let message = `no known environment: ${seen.join(', ')}`;",
            'message += `; the first that is set must be one of ${all}`;',
            'return new Error(message);',
          ],
          style,
        ),
      },
      form,
      style,
    ),
  (form, style) =>
    routine(
      {
        name: 'servicesOf',
        says: [],
        parameters: [{ name: 'environment', type: 'string' }],
        returns: 'Record<string, Endpoint>',
        body: body(
          [
            'const tables = Object.entries(DOMAINS);',
            'for (const [name, services] of tables) {',
            '  if (name === environment) {',
            '    return services;',
            '  }',
            '}',
            "const known = Object.keys(DOMAINS).join(', ');",
            'const given = JSON.stringify(environment);',
            'throw new Error(`${given} is none of ${known}`);',
          ],
          style,
        ),
      },
      form,
      style,
    ),
];

/** What reads the addresses that stand in variables. */
export const ADDRESSES: readonly Section[] = [
  (_, style) =>
    [
      pattern('ADDRESS', String.raw`^(?:(https?|wss?):\/\/)?([^/]+?)(?::(\d+))?(\/.*)?$`, 'i', style),
      pattern('HOST', String.raw`^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])$`, 'i', style),
      pattern('PATH', String.raw`^((?:\/+[\w.~!$&()*+,;=:@%-]+)*)\/*$`, '', style),
      pattern('SECURE', '^(?:https|wss):?', 'i', style),
      line(assignment('const FORM', quoted(FORM, style), style), style),
    ].join(''),
  (form, style) =>
    routine(
      {
        name: 'overridden',
        says: ['The address that the variable of a service gives, else the canonical one.'],
        parameters: [
          { name: 'service', type: 'string' },
          { name: 'canonical', type: 'Endpoint' },
          { name: 'env', type: 'Variables' },
        ],
        returns: 'Endpoint',
        body: body(
          [
            "const name = OVERRIDES[service] || '';",
            'const value = trimmed(env[name]);',
            "if (value === '') {",
            '  return canonical;',
            '}',
            'return addressOf(name, value, canonical);',
          ],
          style,
        ),
      },
      form,
      style,
    ),
  addressOf,
];

function addressOf(form: Form, style: Style): string {
  const views = ['host', 'url: `http${s}://${host}${path[1]}`', 'ws: `ws${s}://${host}${path[1]}`'];
  const lines = [
    'const wrong = new Error(`${name} must be ${FORM}`);',
    'const parts = ADDRESS.exec(value);',
    'if (parts === null) {',
    '  throw wrong;',
    '}',
    "const path = PATH.exec(parts[4] || '');",
    'const port = Number(parts[3] || 443);',
    "let host = (parts[2] || '').toLowerCase();",
    'if (path === null || !HOST.test(host)) {',
    '  throw wrong;',
    '}',
    'if (port < 1 || port > 65535) {',
    '  throw wrong;',
    '}',
    'if (parts[3] !== undefined) {',
    '  host += `:${parts[3]}`;',
    '}',
    'const scheme = parts[1] || canonical.url;',
    "const s = SECURE.test(scheme) ? 's' : '';",
  ];
  return routine(
    {
      name: 'addressOf',
      says: ['The address in a variable. Its value may hold a password: no error repeats it.'],
      parameters: [
        { name: 'name', type: 'string' },
        { name: 'value', type: 'string' },
        { name: 'canonical', type: 'Endpoint' },
      ],
      returns: 'Endpoint',
      body: `${body(lines, style)}${returned(object(views.map(fixed), style), style)}`,
    },
    form,
    style,
  );
}
