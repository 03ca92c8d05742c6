import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../src/config/load.ts';
import { UserError } from '../src/core/user-error.ts';
import { makeTree } from './tree.ts';

const SERVICES = `environments:
  staging:
    backend: { host: staging.ex.ai }
    web-socket: { host: ws.ex.ai }
  production:
    backend: { host: ex.ai }
modules: [{ file: a.py }]
`;

function load(yaml: string) {
  return loadPolicy({ cwd: makeTree({ 'redomain.yaml': yaml }) }).policy;
}

function mistakes(yaml: string): string {
  try {
    load(yaml);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  throw new Error('the configuration was accepted');
}

test('what is right becomes the detection of the policy', () => {
  const { detect } = load(
    `${SERVICES}detect:\n  variables: [APP_ENV, _env2]\n  aliases: { Stage: staging, "prod.eu-1": production }\n  default: staging\n  override: "{SERVICE}_URL"\n`,
  );
  expect(detect).toEqual({
    variables: ['APP_ENV', '_env2'],
    accepted: [
      ['staging', 'staging'],
      ['production', 'production'],
      ['stage', 'staging'],
      ['prod.eu-1', 'production'],
    ],
    default: 'staging',
    overrides: [
      ['backend', 'BACKEND_URL'],
      ['web-socket', 'WEB_SOCKET_URL'],
    ],
  });
  expect(load(SERVICES)).not.toHaveProperty('detect');
});

describe('one mistake, one line', () => {
  const detect = (lines: string, before = SERVICES): string => `${before}detect: { ${lines} }\n`;
  const cases: Readonly<Record<string, readonly [yaml: string, message: string]>> = {
    'no variables': [
      detect('default: staging'),
      'redomain.yaml:8:9  detect.variables: is missing; write e.g. variables: ["APP_ENV"]',
    ],
    'empty variables': [
      detect('variables: []'),
      'redomain.yaml:8:22  detect.variables: is empty; write e.g. variables: ["APP_ENV"]',
    ],
    'a variable alone': [detect('variables: APP_ENV'), 'detect.variables: "APP_ENV" is not a list; write ["APP_ENV"]'],
    'a name with a hyphen': [
      detect('variables: [APP_ENV, app-env]'),
      'redomain.yaml:8:32  detect.variables[1]: "app-env" is no name of an environment variable; write letters, digits and _, beginning with no digit',
    ],
    'a name that begins with a digit': [detect('variables: [1ENV]'), '"1ENV" is no name of an environment variable'],
    'an empty name': [detect('variables: [""]'), '"" is no name of an environment variable'],
    'the one name that no object can hold': [
      detect('variables: [__proto__]'),
      '"__proto__" is no name of an environment variable',
    ],
    'a name twice': [
      detect('variables: [A, B, A]'),
      'redomain.yaml:8:29  detect.variables[2]: A is asked already (redomain.yaml:8:23); keep one of them',
    ],
    'an alias of no environment': [
      detect('variables: [A], aliases: { stage: stagng }'),
      'redomain.yaml:8:45  detect.aliases.stage: "stagng" is no environment; did you mean staging?',
    ],
    'an alias of nothing near': [
      detect('variables: [A], aliases: { x: y }'),
      'detect.aliases.x: "y" is no environment; known here: staging, production',
    ],
    'an alias that is an environment': [
      detect('variables: [A], aliases: { Production: staging }'),
      'redomain.yaml:8:38  detect.aliases.Production: "Production" is the environment production itself; leave it out',
    ],
    'an alias twice': [
      detect('variables: [A], aliases: { stage: staging, STAGE: production }'),
      'redomain.yaml:8:54  detect.aliases.STAGE: "STAGE" stands already (redomain.yaml:8:38), as case makes no difference',
    ],
    'an alias with white space': [
      detect('variables: [A], aliases: { "st g": staging }'),
      'detect.aliases["st g"]: "st g" is no alias; write',
    ],
    'a default of no environment': [
      detect('variables: [A], default: prodction'),
      'redomain.yaml:8:36  detect.default: "prodction" is no environment; did you mean production?',
    ],
    'an alias as default': [
      detect('variables: [A], aliases: { stage: staging }, default: stage'),
      'redomain.yaml:8:65  detect.default: "stage" is an alias; write staging',
    ],
    'an override without its part': [
      detect('variables: [A], override: SERVICE_URL'),
      'redomain.yaml:8:37  detect.override: "SERVICE_URL" is the same name for every service; write {SERVICE} in it',
    ],
    'an override with another part': [
      detect('variables: [A], override: "{ENVIRONMENT}_{SERVICE}_URL"'),
      'detect.override: "{ENVIRONMENT}_{SERVICE}_URL" holds {ENVIRONMENT}; write {SERVICE}, the only part that is filled in',
    ],
    'an override that is no variable': [
      detect('variables: [A], override: "{SERVICE}-URL"'),
      'detect.override: gives the service backend the variable "BACKEND-URL", which is no name of one',
    ],
    'an override that names the environment': [
      detect('variables: [APP_ENV, BACKEND_ENV], override: "{SERVICE}_ENV"'),
      'redomain.yaml:8:56  detect.override: gives the service backend the variable BACKEND_ENV, which names the environment; write another name',
    ],
    'two overrides of one name': [
      detect(
        'variables: [A], override: "{SERVICE}_URL"',
        'environments: { a: { web-socket: { host: a.ex.ai } }, b: { webSocket: { host: b.ex.ai } } }\nmodules: [{ file: a.py }]\n',
      ),
      'redomain.yaml:3:37  detect.override: gives the services web-socket and webSocket the same variable WEB_SOCKET_URL; rename one of them',
    ],
    'a constant that detection takes': [
      detect(
        'variables: [A]',
        `${SERVICES}names: { url: "{SERVICE}", host: "{ENVIRONMENT}_{SERVICE}_H" }\n`.replace(
          'backend: { host: ex.ai }',
          'domains: { host: ex.ai }',
        ),
      ),
      'redomain.yaml:6:5  environments.production.domains: gives the constant DOMAINS, a name that detect takes for itself; rename it, or set names.url',
    ],
    'two environments of one type': [
      detect(
        'variables: [A]',
        'environments: { pre-prod: { a: { host: a.ex.ai } }, pre_prod: { b: { host: b.ex.ai } } }\nmodules: [{ file: a.py }]\n',
      ),
      'redomain.yaml:1:53  environments.pre_prod: gives the type PreProdDomains, as pre-prod does; rename it, or leave detect out',
    ],
    'two environments that differ in case': [
      detect(
        'variables: [A]',
        'environments: { dev: { a: { host: a.ex.ai } }, DEV: { b: { host: b.ex.ai } } }\nmodules: [{ file: a.py }]\n',
      ),
      'redomain.yaml:1:48  environments.DEV: differs from dev in case alone, which detect does not tell apart',
    ],
    'an environment that begins with a digit': [
      detect(
        'variables: [A]',
        'names: { host: "X_{ENVIRONMENT}_{SERVICE}_H", url: "X_{ENVIRONMENT}_{SERVICE}_U", ws: "X_{ENVIRONMENT}_{SERVICE}_W" }\nenvironments: { 2nd: { a: { host: a.ex.ai } } }\nmodules: [{ file: a.py }]\n',
      ),
      'redomain.yaml:2:17  environments.2nd: begins with a digit, and detect makes a type of its name',
    ],
    'a service that is a number': [
      detect('variables: [A]', 'environments: { dev: { "2": { host: a.ex.ai } } }\nmodules: [{ file: a.py }]\n'),
      'redomain.yaml:1:24  environments.dev.2: is a number, which is no key of an ordered table; rename it',
    ],
    'no environment': [
      'rename: { api.old.ex.ai: new.ex.ai }\ndetect: { variables: [A] }\n',
      'redomain.yaml:2:1  detect: needs environments to choose from; name one under environments, or leave detect out',
    ],
    'no module with code': [
      detect('variables: [A]', SERVICES.replace('a.py', 'a.json')),
      'redomain.yaml:8:1  detect: is for modules that hold code, and there is none; name a .py, .ts or .js file under modules',
    ],
    'an unknown key': [
      detect('variables: [A], alias: {}'),
      'detect.alias: unknown key; known here: variables, aliases, default, override',
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [yaml, message]) => {
    const told = mistakes(yaml);
    expect(told).toContain(message);
    expect(told.split('\n'), told).toHaveLength(1);
  });
});
