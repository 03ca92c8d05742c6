import { detectionNames, exampleExtensions, moduleProfileOf } from '../../transforms/languages.ts';
import { constantCase } from '../core/constant-case.ts';
import type { Binding, Detection, DomainModule, Service } from '../types/policy.ts';
import type { Path } from './locate.ts';
import { nearest } from './nearest.ts';
import { type Problems, show } from './problems.ts';
import type { Configuration } from './schema.ts';

type Written = NonNullable<Configuration['detect']>;

/** What of a configuration detection has to fit to. */
interface Context {
  readonly services: readonly Service[];
  readonly bindings: readonly Binding[];
  readonly modules: readonly DomainModule[];
}

/** How modules find the environment; what is wrong with it goes to `problems`, and the result then lacks it. */
export function parseDetect(
  written: Written,
  { services, bindings, modules }: Context,
  problems: Problems,
): Detection | undefined {
  const environments = [...new Set(services.map(({ environment }) => environment))];
  if (environments.length === 0) {
    problems.add(['detect'], 'needs environments to choose from; name one under environments, or leave detect out', 'key');
    return undefined;
  }
  if (!modules.some(({ language, adopt }) => !adopt && moduleProfileOf(language))) {
    const mend = `name a ${exampleExtensions()} file under modules, or leave detect out`;
    problems.add(['detect'], `is for modules that hold code, and there is none; ${mend}`, 'key');
  }
  reportNames(services, environments, bindings, problems);
  const variables = variablesOf(written.variables, problems);
  const aliases = aliasesOf(written.aliases ?? {}, environments, problems);
  const standard = standardOf(written.default, environments, aliases, problems);
  return {
    variables,
    accepted: [...environments.map((name) => [name.toLowerCase(), name] as const), ...aliases],
    ...(standard === undefined ? {} : { default: standard }),
    overrides: overridesOf(written.override, services, written.variables, problems),
  };
}

function variablesOf(written: readonly string[], problems: Problems): string[] {
  return written.filter((name, index) => {
    const path = ['detect', 'variables', index];
    const before = written.indexOf(name);
    if (!isVariable(name)) problems.add(path, `${show(name)} is no name of an environment variable; ${NAMING}`);
    else if (before < index)
      problems.add(path, `${name} is asked already (${problems.where(['detect', 'variables', before])}); keep one of them`);
    else return true;
    return false;
  });
}

const NAMING = 'write letters, digits and _, beginning with no digit, e.g. APP_ENV';

/** As POSIX has it; JavaScript cannot hold the one name that is left out as any other. */
function isVariable(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && name !== '__proto__';
}

function isEnvironment(name: string, environments: readonly string[], path: Path, problems: Problems): boolean {
  if (environments.includes(name)) return true;
  const near = nearest(name, environments);
  problems.add(
    path,
    `${show(name)} is no environment; ${near ? `did you mean ${near}?` : `known here: ${environments.join(', ')}`}`,
  );
  return false;
}

function standardOf(
  written: string | undefined,
  environments: readonly string[],
  aliases: readonly (readonly [string, string])[],
  problems: Problems,
): string | undefined {
  if (written === undefined) return undefined;
  const path = ['detect', 'default'];
  const meant = aliases.find(([alias]) => alias === written.toLowerCase())?.[1];
  if (meant === undefined) return isEnvironment(written, environments, path, problems) ? written : undefined;
  problems.add(path, `${show(written)} is an alias; write ${meant}`);
  return undefined;
}

function aliasesOf(
  written: Readonly<Record<string, string>>,
  environments: readonly string[],
  problems: Problems,
): (readonly [string, string])[] {
  const taken = new Map<string, string>();
  return Object.entries(written).flatMap(([alias, environment]) => {
    const path = ['detect', 'aliases', alias];
    const value = alias.toLowerCase();
    const own = environments.find((name) => name.toLowerCase() === value);
    const before = taken.get(value);
    if (!/^[A-Za-z0-9][\w.-]*$/.test(alias)) {
      problems.add(
        path,
        `${show(alias)} is no alias; write letters, digits, -, _ and ., beginning with a letter or digit`,
        'key',
      );
    } else if (own !== undefined) {
      problems.add(path, `${show(alias)} is the environment ${own} itself; leave it out`, 'key');
    } else if (before !== undefined) {
      const place = problems.where(['detect', 'aliases', before], 'key');
      problems.add(path, `${show(alias)} stands already (${place}), as case makes no difference; keep one of them`, 'key');
    } else {
      taken.set(value, alias);
      return isEnvironment(environment, environments, path, problems) ? [[value, environment] as const] : [];
    }
    return [];
  });
}

/** Each service's variable, by the name that it has in all environments. */
function overridesOf(
  template: string | undefined,
  services: readonly Service[],
  variables: readonly string[],
  problems: Problems,
): (readonly [string, string])[] {
  if (template === undefined) return [];
  const path = ['detect', 'override'];
  const unknown = template.match(/\{[^}]*\}?/g)?.find((hole) => hole !== '{SERVICE}');
  if (unknown) {
    problems.add(path, `${show(template)} holds ${unknown}; write {SERVICE}, the only part that is filled in`);
    return [];
  }
  if (!template.includes('{SERVICE}')) {
    problems.add(path, `${show(template)} is the same name for every service; write {SERVICE} in it, e.g. {SERVICE}_URL`);
    return [];
  }
  const names = [...new Set(services.map(({ name }) => name))];
  const overrides = names.map((service) => [service, template.replaceAll('{SERVICE}', constantCase(service))] as const);
  const faults = overrides.map((_, index) => faultOfOverride(overrides.slice(0, index + 1), variables));
  const fault = faults.find((found) => found !== undefined);
  if (fault === undefined) return overrides;
  problems.add(path, fault);
  return [];
}

/** What is wrong with the last of some overrides. */
function faultOfOverride(overrides: readonly (readonly [string, string])[], variables: readonly string[]): string | undefined {
  const [service, name] = overrides.at(-1)!;
  if (!isVariable(name)) return `gives the service ${service} the variable ${show(name)}, which is no name of one; ${NAMING}`;
  if (variables.includes(name))
    return `gives the service ${service} the variable ${name}, which names the environment; write another name`;
  const other = overrides.slice(0, -1).find(([, taken]) => taken === name)?.[0];
  return other && `gives the services ${other} and ${service} the same variable ${name}; rename one of them`;
}

/** Names that tables, types and functions of a module cannot take beside each other. */
function reportNames(
  services: readonly Service[],
  environments: readonly string[],
  bindings: readonly Binding[],
  problems: Problems,
): void {
  const mend = 'rename it, or leave detect out';
  for (const environment of environments) {
    const path = ['environments', environment];
    const twin = environments.find((name) => name !== environment && name.toLowerCase() === environment.toLowerCase());
    if (twin !== undefined && environments.indexOf(twin) < environments.indexOf(environment))
      problems.add(path, `differs from ${twin} in case alone, which detect does not tell apart; ${mend}`, 'key');
    if (/^\d/.test(environment)) problems.add(path, `begins with a digit, and detect makes a type of its name; ${mend}`, 'key');
  }
  for (const { environment, name } of services) {
    if (/^\d+$/.test(name))
      problems.add(['environments', environment, name], `is a number, which is no key of an ordered table; ${mend}`, 'key');
  }
  const names = detectionNames(environments);
  const types = new Map<string, string>();
  for (const [name, environment] of names) {
    if (environment === undefined) continue;
    const other = types.get(name);
    if (other !== undefined && other.toLowerCase() !== environment.toLowerCase())
      problems.add(['environments', environment], `gives the type ${name}, as ${other} does; ${mend}`, 'key');
    types.set(name, environment);
  }
  const taken = new Set(names.map(([name]) => name));
  for (const binding of bindings.filter(({ name }) => taken.has(name))) {
    const service = services.find(({ key }) => key === binding.service)!;
    problems.add(
      ['environments', service.environment, service.name],
      `gives the constant ${binding.name}, a name that detect takes for itself; rename it, or set names.${binding.part}`,
      'key',
    );
  }
}
