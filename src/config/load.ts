import path from 'node:path';
import { LineCounter, parseDocument, visit } from 'yaml';
import { nestsTooDeep } from '../core/nesting.ts';
import { UserError } from '../core/user-error.ts';
import type { Policy } from '../types/policy.ts';
import { findConfig } from './find.ts';
import type { Source } from './locate.ts';
import { fitToSchema } from './mistakes.ts';
import { buildPolicy } from './policy.ts';
import { collectProblems, type Problems } from './problems.ts';

/** Characters; reading takes seconds then. */
const LARGEST = 2_000_000;

/** A configuration as a run uses it. */
export interface Loaded {
  /** Absolute path of the configuration's directory; every path of the policy is relative to it. */
  readonly root: string;
  readonly policy: Policy;
  /** Absolute. */
  readonly configPath: string;
  /** Takes what only the files of the root show to be a mistake of the configuration. */
  readonly problems: Problems;
}

/** Finds, reads and checks the configuration that holds for `cwd`. Throws one UserError that names every mistake as `file:line:column  path: what is wrong; the mend`. */
export function loadPolicy(options: { cwd: string; config?: string | undefined }): Loaded {
  const { configPath, text } = findConfig(options.cwd, options.config);
  return readPolicy(text, configPath, path.relative(options.cwd, configPath) || path.basename(configPath));
}

/** Checks the text of a configuration that stands, or is to stand, at `configPath`; `shown` is how messages name it. Throws as `loadPolicy` does. */
export function readPolicy(text: string, configPath: string, shown: string): Loaded {
  if (text.length > LARGEST)
    throw new UserError('the configuration is larger than 2 MB', {
      hint: 'use patterns, such as *.old.example.com, in place of long lists',
      location: configPath,
    });
  if (nestsTooDeep(text))
    throw new UserError('the configuration is nested too deep to be read', {
      hint: 'no part of it needs more than a few levels',
      location: configPath,
    });
  const base = path.basename(configPath) === 'package.json' ? ['redomain'] : [];
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    merge: true,
    logLevel: 'error',
  });
  const source: Source = { file: shown, document, lines, base };
  const problems = collectProblems(source);
  const readable = reportSyntax(source, text, problems);
  const raw = readable ? plainValue(source, problems) : undefined;
  if (raw === undefined) throw problems.error();
  const { config, original } = fitToSchema(raw.value, problems);
  if (
    typeof raw.value === 'object' &&
    raw.value &&
    !('environments' in raw.value) &&
    !('rename' in raw.value) &&
    !problems.error()
  ) {
    problems.add([], 'names no host; write environments with services, or rename; the README shows one');
  }
  const meaning: Problems = {
    ...problems,
    add: (at, ...rest) => problems.add(original(at), ...rest),
    where: (at, part) => problems.where(original(at), part),
  };
  const policy = buildPolicy(config, configPath, meaning);
  const error = problems.error();
  if (error) throw error;
  return { root: path.dirname(configPath), policy, configPath, problems: meaning };
}

/** Reports what YAML itself finds wrong; false when no value can be read. */
function reportSyntax(source: Source, text: string, problems: Problems): boolean {
  const { document } = source;
  const starred = new Set<string>();
  let endless = false;
  visit(document, {
    Alias(_, alias, above) {
      const target = alias.resolve(document);
      const offset = alias.range?.[0] ?? 0;
      if (target && !above.includes(target)) return;
      if (target) {
        problems.addAt(offset, `*${alias.source} stands within what it names; write the values out`);
        endless = true;
        return;
      }
      starred.add(lineAt(text, offset));
      problems.addAt(offset, `a text that begins with * must be quoted; write "*${alias.source.replace(/:$/, '')}"`);
    },
  });
  const tooDeep = document.errors.find(({ message }) => /call stack/i.test(message));
  if (tooDeep) {
    problems.addAt(tooDeep.pos[0], 'lists and mappings are nested too deep to be read');
    return false;
  }
  for (const error of document.errors) {
    if (starred.has(lineAt(text, error.pos[0]))) continue;
    problems.addAt(error.pos[0], `${describe(error.message)}; ${MENDS[error.code] ?? 'mend this line, or how it is indented'}`);
  }
  return !endless && starred.size === 0 && document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
}

const MENDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'keep one of them',
  BAD_INDENT: 'indent or close it as its neighbours are',
  TAB_AS_INDENT: 'indent with spaces',
  MULTIPLE_DOCS: 'keep one document',
};

function describe(message: string): string {
  return message.startsWith('Map keys must be unique')
    ? 'this key stands twice'
    : `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

/** The configuration as plain data: of package.json its key. */
function plainValue(source: Source, problems: Problems): { value: unknown } | undefined {
  let value: unknown;
  try {
    value = source.document.toJS();
  } catch (error) {
    const bomb = /alias count/i.test((error as Error).message);
    const what = bomb ? 'aliases of aliases make too many values; write them out' : `cannot be read: ${(error as Error).message}`;
    problems.addAt(0, what);
    return undefined;
  }
  if (source.base.length === 0) return { value };
  if (typeof value === 'object' && value && 'redomain' in value) return { value: value.redomain };
  throw new UserError('package.json has no key "redomain"', {
    location: source.file,
    hint: 'add the key, or name another file with --config',
  });
}
