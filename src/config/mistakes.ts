import type { core } from 'zod';
import type { Path } from './locate.ts';
import { nearest } from './nearest.ts';
import { type Problems, show } from './problems.ts';
import { type Configuration, configuration } from './schema.ts';

/** A configuration of which every part fits the schema; parts that do not are left out. */
export interface Fitted {
  readonly config: Configuration;
  /** The path in the file of a path in `config`: list positions move when an item before is left out. */
  original(path: Path): Path;
}

const HOLE = Symbol('left out');

/** Reports what does not fit the schema and returns the rest, so that its own mistakes are found in the same run. */
export function fitToSchema(raw: unknown, problems: Problems): Fitted {
  const value: { root: unknown } = { root: structuredClone(raw) };
  reportNames(raw, problems);
  for (let first = true; ; first = false) {
    const kept = new Map<string, readonly number[]>();
    const original = (path: Path): Path =>
      path.map((step, index) =>
        typeof step === 'number' ? (kept.get(JSON.stringify(path.slice(0, index)))?.[step] ?? step) : step,
      );
    const result = configuration.safeParse(compact(value.root, [], kept));
    if (result.success) return { config: result.data, original };
    if (first) for (const issue of result.error.issues) report(issue, raw, problems);
    for (const issue of result.error.issues) {
      const path = original(issue.path as Path);
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) leaveOut(value, [...path, key]);
      else leaveOut(value, path);
    }
  }
}

/** A copy without the holes; `kept` takes the positions of what stays, by the path of its list. */
function compact(value: unknown, path: Path, kept: Map<string, readonly number[]>): unknown {
  if (Array.isArray(value)) {
    const positions = [...value.keys()].filter((index) => value[index] !== HOLE);
    kept.set(JSON.stringify(path), positions);
    return positions.map((position, index) => compact(value[position], [...path, index], kept));
  }
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, compact(member, [...path, key], kept)]));
}

function leaveOut(value: { root: unknown }, path: Path): void {
  const parent = at(value.root, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined) value.root = {};
  else if (!isMapping(parent)) return;
  else if (Array.isArray(parent)) parent[Number(last)] = HOLE;
  else if (last in parent) delete parent[last];
  else leaveOut(value, path.slice(0, -1));
}

/** Names of environments and services make constants, and keys that hold a dot. */
function reportNames(raw: unknown, problems: Problems): void {
  const environments = at(raw, ['environments']);
  const check = (name: string, path: Path) => {
    if (/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name)) return;
    problems.add(path, `${show(name)} is no name; write letters, digits, - and _, beginning with a letter`, 'key');
  };
  for (const [environment, services] of isMapping(environments) ? Object.entries(environments) : []) {
    check(environment, ['environments', environment]);
    for (const name of isMapping(services) ? Object.keys(services) : []) check(name, ['environments', environment, name]);
  }
}

function report(issue: core.$ZodIssue, raw: unknown, problems: Problems): void {
  const path = issue.path as Path;
  const value = at(raw, path);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) problems.add([...path, key], unknownKey(key, path), 'key');
  } else if (issue.code === 'invalid_type' && value === undefined) {
    problems.add(path, `is missing; write ${example(path)}`);
  } else if (issue.code === 'invalid_type' && path.length === 0) {
    const what = value === null ? 'the configuration is empty' : `${show(value)} is not a configuration`;
    problems.add(path, `${what}; write apex, environments, modules, …; the README shows one`);
  } else if (issue.code === 'invalid_type' && value === null) {
    problems.add(path, `is empty; write ${example(path)}, or leave the key out`);
  } else if (issue.code === 'invalid_type') {
    const mend = issue.expected === 'array' && !isMapping(value) ? show([value]) : example(path);
    problems.add(path, `${show(value)} is not ${KINDS[issue.expected] ?? issue.expected}; write ${mend}`);
  } else if (issue.code === 'invalid_value') {
    const near = typeof value === 'string' ? nearest(value, issue.values.map(String)) : undefined;
    const mend = near ? `did you mean ${near}?` : `write ${issue.values.join(', ').replace(/, ([^,]*)$/, ' or $1')}`;
    problems.add(path, `${show(value)} is not known here; ${mend}`);
  } else if (issue.code === 'too_small') problems.add(path, `is empty; write ${example(path)}`);
  else problems.add(path, issue.message);
}

const KINDS: Readonly<Record<string, string>> = { string: 'a text', array: 'a list', object: 'a mapping', record: 'a mapping' };

function unknownKey(key: string, path: Path): string {
  const known = knownKeys(path);
  const near = nearest(key, known);
  return `unknown key; ${near ? `did you mean ${near}?` : `known here: ${known.join(', ')}`}`;
}

interface Shape {
  readonly def: {
    readonly type: string;
    readonly innerType?: Shape;
    readonly element?: Shape;
    readonly valueType?: Shape;
    readonly shape?: Record<string, Shape>;
  };
  meta(): { examples?: readonly unknown[] } | undefined;
}

function schemaAt(path: Path): Shape | undefined {
  let schema: Shape | undefined = configuration as unknown as Shape;
  for (const step of path) {
    schema = unwrap(schema);
    schema = schema?.def.shape ? schema.def.shape[step] : (schema?.def.element ?? schema?.def.valueType);
  }
  return schema;
}

function unwrap(schema: Shape | undefined): Shape | undefined {
  return schema?.def.innerType ? unwrap(schema.def.innerType) : schema;
}

function knownKeys(path: Path): string[] {
  return Object.keys(unwrap(schemaAt(path))?.def.shape ?? {});
}

/** A valid value for `path`, taken from the schema. */
function example(path: Path): string {
  const last = path.at(-1);
  const text = show(exampleOf(schemaAt(path)));
  return typeof last === 'string' ? `e.g. ${last}: ${text}` : `e.g. ${text}`;
}

function exampleOf(optional: Shape | undefined): unknown {
  const schema = unwrap(optional);
  const given = optional?.meta()?.examples?.[0] ?? schema?.meta()?.examples?.[0];
  if (given !== undefined) return given;
  if (schema?.def.element) return [exampleOf(schema.def.element)];
  if (schema?.def.valueType) return { 'old.example.com': exampleOf(schema.def.valueType) };
  if (!schema?.def.shape) return 'keep';
  const required = Object.entries(schema.def.shape).filter(([, part]) => part.def.type !== 'optional');
  return Object.fromEntries(required.map(([key, part]) => [key, exampleOf(part)]));
}

function at(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) value = isMapping(value) ? value[step] : undefined;
  return value;
}

function isMapping(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
