import { overriding, precedence } from '../../../src/core/detection-words.ts';
import { around, fixed, line } from '../../../src/core/layout/layout.ts';
import type { Group, Style } from '../../../src/types/module.ts';
import type { Detection } from '../../../src/types/policy.ts';
import { ADDRESSES, READING } from './detect-reading.ts';
import { detectionTables } from './detect-tables.ts';
import { body, type Form, type Parameter, remarked, returned, routine, typeOf } from './jsdoc.ts';
import { arrow, inParentheses, object, typeLiteral } from './layout.ts';

/** The values that a module with detection exports beside its constants. */
export const DETECTION_EXPORTS = ['DOMAINS', 'environmentOf', 'domainsOf'] as const;

/** The tables and functions with which a TypeScript or JavaScript module finds its environment; an empty line stands before each. */
export function detectTypescript(detection: Detection, groups: readonly Group[], form: Form, style: Style): string {
  const sections = [
    ...detectionTables(detection, groups, form, style),
    environmentOf(detection, form, style),
    domainsOf(detection, form, style),
    processVariables(detection, form, style),
    ...READING.map((make) => make(form, style)),
    ...(detection.overrides.length > 0 ? ADDRESSES.map((make) => make(form, style)) : []),
  ];
  return sections.map((section) => `\n${section}`).join('');
}

const ENV: Parameter = { name: 'env', type: 'Variables', standard: 'processVariables()' };

function environmentOf(detection: Detection, form: Form, style: Style): string {
  const [first] = detection.variables;
  const last = detection.default === undefined ? 'throw unknown(env);' : `return '${detection.default}';`;
  return routine(
    {
      name: 'environmentOf',
      exported: true,
      says: [
        `The environment in which the program is. ${precedence(detection)} Throws an Error that says what each variable held.`,
        'In a browser there is no `process`: set are those variables whose `process.env.NAME` a bundler replaces in the text (of Next.js, names that begin with NEXT_PUBLIC_). Others can be handed in:',
        `\`environmentOf({ ${first}: import.meta.env.VITE_${first} })\``,
      ],
      parameters: [ENV],
      returns: 'Environment',
      body: body(
        [
          'for (const name of VARIABLES) {',
          '  const value = trimmed(env[name]).toLowerCase();',
          "  if (value !== '') {",
          '    for (const [word, meant] of ACCEPTED) {',
          '      if (word === value) {',
          '        return meant;',
          '      }',
          '    }',
          '    throw unknown(env);',
          '  }',
          '}',
          last,
        ],
        style,
      ),
    },
    form,
    style,
  );
}

function domainsOf(detection: Detection, form: Form, style: Style): string {
  const typed = form === 'typescript';
  const each = detection.overrides.length > 0 ? 'overridden(service, canonical, env)' : 'canonical';
  const lines = [
    ...(typed ? [] : ['/** @type {Environment | undefined} */']),
    typed ? 'let chosen: Environment | undefined = environment;' : 'let chosen = environment;',
    'if (chosen === undefined) {',
    '  chosen = environmentOf(env);',
    '}',
    'const services = Object.entries(servicesOf(chosen));',
    ...typeOf('Record<string, Endpoint>', 'found', '{}', form),
    'for (const [service, canonical] of services) {',
    `  found[service] = ${each};`,
    '}',
    typed ? 'return found as Domains<E>;' : 'return /** @type {any} */ (found);',
  ];
  return routine(
    {
      name: 'domainsOf',
      exported: true,
      says: [
        `The services of an environment, with their addresses; without one, of that in which the program is. ${overriding(detection)}`.trim(),
      ],
      generic: ['E', 'Environment'],
      parameters: [{ name: 'environment', type: 'E', optional: true }, ENV],
      returns: 'Domains<E>',
      body: body(lines, style),
    },
    form,
    style,
  );
}

function processVariables({ variables, overrides }: Detection, form: Form, style: Style): string {
  const names = [...variables, ...overrides.map(([, name]) => name)];
  const typed = form === 'typescript';
  const reads = names.map((name) => {
    const reader = arrow(`process.env.${name}`);
    const argument = typed ? reader : remarked('@ts-ignore: not every project has the types of Node', reader);
    return around(`${name}: read`, inParentheses([argument], style), '');
  });
  const env = typeLiteral(
    names.map((name) => fixed(`readonly ${name}?: string`)),
    style,
  );
  const ambient = typeLiteral([around('readonly env: ', env, '')], style);
  const declared = typed ? `${line(around('declare const process: ', ambient, style.semicolons ? ';' : ''), style)}\n` : '';
  const made = routine(
    {
      name: 'processVariables',
      says: ['Each name is written out, as bundlers replace `process.env.NAME` in the text alone.'],
      parameters: [],
      returns: 'Variables',
      body: returned(object(reads, style), style),
    },
    form,
    style,
  );
  return declared + made;
}
