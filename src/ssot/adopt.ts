import { join } from 'node:path';
import { moduleProfileOf } from '../../transforms/languages.ts';
import { isName, parseAccessPath, showAccessPath } from '../core/access-path.ts';
import { isTooDeep, TOO_DEEP } from '../core/too-deep.ts';
import { UserError } from '../core/user-error.ts';
import { regularFiles } from '../files/regular.ts';
import type { Adoption, Exported, ExportedText } from '../types/module.ts';
import type { Adopt, Adopted, Binding, DomainModule, Policy, Service } from '../types/policy.ts';
import type { TreeFiles } from '../types/tree.ts';
import { byLikelihood } from './choose-symbol.ts';
import { readModule } from './drift.ts';

/** Takes what is wrong with a value of the configuration; `path` leads to it. */
export interface Problems {
  add(path: (string | number)[], message: string, part?: 'key' | 'value'): void;
}

/** The policy with the bindings of its adopted modules, read from their files. What a module lacks that the configuration names goes to `problems`. Throws UserError for a file that cannot be read. */
export async function adoptModules(root: string, policy: Policy, problems: Problems): Promise<Policy> {
  const modules: DomainModule[] = [];
  for (const [index, module] of policy.modules.entries()) {
    const complain: Problems['add'] = (path, message, part) => problems.add(['modules', index, ...path], message, part);
    const { adopt } = module;
    modules.push(adopt ? await adopted(root, module, adopt, policy.services, complain) : module);
  }
  return { ...policy, modules };
}

async function adopted(
  root: string,
  module: DomainModule,
  adopt: Adopt,
  services: readonly Service[],
  complain: Problems['add'],
): Promise<DomainModule> {
  if (readModule(root, module.file) === null) {
    complain(
      ['file'],
      `${JSON.stringify(module.file)} does not exist; write it first, or leave adopt out, and redomain writes it`,
    );
    return module;
  }
  const reading = await moduleProfileOf(module.language)?.loadAdoption?.();
  if (!reading) {
    complain(['adopt'], 'is for a language whose modules can be read; leave it out, and redomain writes the file');
    return module;
  }
  const tree = regularFiles(root);
  const adoption = reading.adoptionOf(root, module, tree);
  try {
    const chosen = choose(adopt, adoption.exported(), services, complain);
    const imports = closureOf(root, module.file, adoption, tree);
    return { ...module, bindings: chosen.bindings, adopted: { imports, ...chosen.adopted } };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const fault = isTooDeep(error) ? `is ${TOO_DEEP}` : `cannot be read: it ${(error as Error).message}`;
    complain(['file'], `${JSON.stringify(module.file)} ${fault}`);
    return module;
  }
}

/** Files beyond which imports are followed no further. */
const MOST = 300;

/** All project files that a module imports, directly or not, sorted. */
function closureOf(root: string, file: string, { find, importedBy, onTheWayTo }: Adoption, tree: TreeFiles): string[] {
  const seen = new Set([file]);
  for (const path of seen) {
    if (seen.size > MOST) break;
    for (const specifier of importedBy(tree.text(join(root, path)) ?? '')) {
      const found = find(path, specifier);
      if (found === undefined) continue;
      seen.add(found);
      for (const one of onTheWayTo?.(found) ?? []) seen.add(one);
    }
  }
  seen.delete(file);
  return [...seen].sort();
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
