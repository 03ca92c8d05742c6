import { join, relative, sep } from 'node:path';
import { exportedTexts as exportedByPython } from '../../transforms/python/exported.ts';
import { isName, parseAccessPath, showAccessPath } from '../core/access-path.ts';
import type { Exported, ExportedText } from '../core/exported.ts';
import { isTooDeep, TOO_DEEP } from '../core/too-deep.ts';
import { UserError } from '../core/user-error.ts';
import { regularFiles } from '../files/regular.ts';
import type { Adopt, Adopted, Binding, DomainModule, Policy, Service } from '../types/policy.ts';
import { byLikelihood } from './choose-symbol.ts';
import { readModule } from './drift.ts';
import { exportedTexts as exportedByTypescript } from './exported-typescript.ts';
import { importsOf, type ModuleImports } from './module-imports.ts';

/** Takes what is wrong with a value of the configuration; `path` leads to it. */
export interface Problems {
  add(path: (string | number)[], message: string, part?: 'key' | 'value'): void;
}

/** The policy with the bindings of its adopted modules, read from their files. What a module lacks that the configuration names goes to `problems`. Throws UserError for a file that cannot be read. */
export function adoptModules(root: string, policy: Policy, problems: Problems): Policy {
  const modules = policy.modules.map((module, index) =>
    module.adopt
      ? adopted(root, module, module.adopt, policy.services, (path, message, part) =>
          problems.add(['modules', index, ...path], message, part),
        )
      : module,
  );
  return { ...policy, modules };
}

function adopted(
  root: string,
  module: DomainModule,
  adopt: Adopt,
  services: readonly Service[],
  complain: Problems['add'],
): DomainModule {
  if (readModule(root, module.file) === null) {
    complain(
      ['file'],
      `${JSON.stringify(module.file)} does not exist; write it first, or leave adopt out, and redomain writes it`,
    );
    return module;
  }
  const imports = importsOf(root, module);
  try {
    const exported = exportedOf(root, module, imports);
    const chosen = choose(adopt, exported, services, complain);
    return { ...module, bindings: chosen.bindings, adopted: { imports: imports.closure(module.file), ...chosen.adopted } };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const fault = isTooDeep(error) ? `is ${TOO_DEEP}` : `cannot be read: it ${(error as Error).message}`;
    complain(['file'], `${JSON.stringify(module.file)} ${fault}`);
    return module;
  }
}

function exportedOf(root: string, module: DomainModule, imports: ModuleImports): Exported {
  const tree = regularFiles(root);
  const { file } = module;
  if (module.language === 'python') {
    const at = (path: string) => ({ path, text: tree.text(join(root, path)) ?? '', encoding: 'utf8' }) as const;
    return exportedByPython(at(file), (from, name, level) => {
      const found = imports.find(from.path, '.'.repeat(level) + name);
      return found === undefined ? undefined : at(found);
    });
  }
  const at = (path: string) => ({ path: join(root, path), text: tree.text(join(root, path)) ?? '' });
  return exportedByTypescript(at(file), (from, specifier) => {
    const found = imports.find(relative(root, from).split(sep).join('/'), specifier);
    return found === undefined ? undefined : at(found);
  });
}

interface Chosen {
  readonly bindings: readonly Binding[];
  readonly adopted: Omit<Adopted, 'imports'>;
}

/** For each canonical value the symbol that the configuration names, or else the likeliest of those that have it and hang on no environment. */
function choose(adopt: Adopt, exported: Exported, services: readonly Service[], complain: Problems['add']): Chosen {
  const bindings: Binding[] = [];
  const ties: Adopted['ties'][number][] = [];
  const replaceable: Adopted['replaceable'][number][] = [];
  const lacking: string[] = [];
  for (const value of adopt.values) {
    const key = `${value.service}.${value.part}`;
    const named = adopt.symbols[key];
    if (named !== undefined) {
      const found = namedSymbol(named, value, exported, (message) => complain(['symbols', key], message));
      if (found) bindings.push({ ...value, name: found.symbol });
      if (found?.unless !== undefined) replaceable.push({ symbol: found.symbol, line: found.line, variable: found.unless });
      continue;
    }
    const equal = exported.texts.filter(({ text, unless }) => text === value.value && unless === undefined);
    const [first, ...others] = byLikelihood(equal, value, services);
    if (first) bindings.push({ ...value, name: first.symbol });
    else lacking.push(key);
    if (first && others.length > 0) ties.push({ key, taken: first.symbol, others: others.map(({ symbol }) => symbol) });
  }
  const unserved = services
    .filter(({ key }) => !isServed(key, bindings, adopt.values, services))
    .map((service) => ({
      service: service.key,
      value: addressOf(service, adopt.values).value,
    }));
  const isUnserved = (key: string): boolean => unserved.some(({ service }) => key.startsWith(`${service}.`));
  return {
    bindings,
    adopted: {
      unserved,
      lacking: lacking.filter((key) => !isUnserved(key)),
      ties,
      replaceable,
      unread: unreadOf(exported, replaceable),
    },
  };
}

/** What cannot be known, and what the environment may replace and is not named; in the order of the lines. */
function unreadOf({ texts, unread }: Exported, replaceable: Adopted['replaceable']): Adopted['unread'] {
  const open = texts.flatMap(({ symbol, line, unless }) =>
    unless === undefined || replaceable.some((one) => one.symbol === symbol)
      ? []
      : [{ symbol, line, reason: `the environment variable ${unless} may replace it; an entry under symbols takes its default` }],
  );
  return [...unread, ...open].sort((a, b) => a.line - b.line);
}

/** Whether a symbol holds the address of a service, or the host that it can be made of. */
function isServed(
  service: string,
  bindings: readonly Binding[],
  values: readonly Binding[],
  services: readonly Service[],
): boolean {
  const one = services.find(({ key }) => key === service)!;
  const address = addressOf(one, values);
  return bindings.some(
    (binding) =>
      binding.service === service && (binding.part === address.part || (binding.part === 'host' && !one.canonical.path)),
  );
}

function addressOf({ key, canonical }: Service, values: readonly Binding[]): Binding {
  const part = canonical.scheme === 'ws' || canonical.scheme === 'wss' ? 'ws' : 'url';
  return values.find((value) => value.service === key && value.part === part)!;
}

function namedSymbol(
  named: string,
  { value, service, part }: Binding,
  { texts, unread }: Exported,
  complain: (message: string) => void,
): ExportedText | undefined {
  const isMeant = ({ symbol }: { symbol: string }): boolean => plain(symbol) === plain(named);
  const found = texts.find(isMeant);
  const open = unread.find(isMeant);
  const shown = JSON.stringify(named);
  if (found?.text === value) return found;
  if (found)
    complain(
      `${shown} is ${JSON.stringify(found.text)}, and ${service}.${part} is ${JSON.stringify(value)}; name another one, or leave the entry out`,
    );
  else if (open)
    complain(
      `${shown} cannot be known without running it (line ${open.line}: ${open.reason}); name another one, or leave the entry out`,
    );
  else
    complain(`${shown} is no text that the module exports; \`redomain module --verbose\` lists what is used without the entry`);
  return undefined;
}

/** An expression in one way of writing: keys that are names stand behind dots. */
function plain(symbol: string): string {
  const path = parseAccessPath(symbol);
  if (!path) return symbol;
  return showAccessPath({ ...path, steps: path.steps.map(({ name }) => ({ name, by: isName(name) ? 'attribute' : 'key' })) });
}
