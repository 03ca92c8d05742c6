import { createRequire } from 'node:module';
import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { matchesStated } from '../../../src/core/glob/stated-globs.ts';
import { indentation } from '../../../src/core/layout/style.ts';
import { isSettings, type Settings, settingsFrom, within } from '../../../src/core/settings.ts';
import type { Above, Style } from '../../../src/types/module.ts';
import { editorconfigFor } from './editorconfig.ts';
import { PLAIN } from './plain.ts';
import { statedObject } from './stated-object.ts';

/** JSON is YAML; where that is enough, the parser of YAML is not loaded. */
function parseYaml(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return (createRequire(import.meta.url)('yaml') as typeof import('yaml')).parse(text);
  }
}

const CODE = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'];

/** The files of one folder that may configure Prettier, in the order in which it looks for them. */
const FILES: readonly (readonly [name: string, parse: (text: string, file: string, around: Above) => unknown])[] = [
  ['package.json', (text) => ownKey(JSON.parse(text))],
  ['package.yaml', (text) => ownKey(parseYaml(text))],
  ...['', '.json', '.yaml', '.yml'].map((end) => [`.prettierrc${end}`, (text: string) => parseYaml(text) ?? {}] as const),
  ['.prettierrc.json5', (text, file, around) => statedObject(`export default ${text}`, file, around)],
  ...CODE.map((extension) => [`.prettierrc.${extension}`, statedObject] as const),
  ...CODE.map((extension) => [`prettier.config.${extension}`, statedObject] as const),
];

function ownKey(manifest: unknown): unknown {
  return isSettings(manifest) ? manifest.prettier : undefined;
}

/** The style that Prettier's configuration in `folder` gives a file, with what `.editorconfig` adds; the plain one where it cannot be read without being run. */
export function prettierIn(folder: string, file: string, around: Above): Style | undefined {
  const options = optionsIn(folder, around);
  if (options === UNREADABLE) return PLAIN;
  return options && styleFrom({ ...fromEditorconfig(file, around), ...optionsFor(options, folder, file) }, around);
}

/** The style of a project that depends on Prettier and configures it with `.editorconfig` alone. */
export function prettierByEditorconfig(file: string, around: Above): Style | undefined {
  const options = fromEditorconfig(file, around);
  const isUsed = majorOf(around) !== undefined;
  return isUsed && Object.keys(options).length > 0 ? styleFrom(options, around) : undefined;
}

/** Stands for a configuration that a package or a program gives. */
const UNREADABLE = 'unreadable';

function optionsIn(folder: string, around: Above): Settings | typeof UNREADABLE | undefined {
  for (const [name, parse] of FILES) {
    const text = around.text(folder, name);
    if (text === undefined) continue;
    const found = settingsFrom(text, (written) => parse(written, path.join(folder, name), around));
    if (found) return found;
    if (!name.startsWith('package.') || /^[ \t]*"?prettier"?[ \t]*:/m.test(text)) return UNREADABLE;
  }
  return settingsFrom(around.text(folder, '.prettierrc.toml'), parseToml);
}

/** The options with those of the `overrides` that match. */
function optionsFor({ overrides, ...options }: Settings, folder: string, file: string): Settings {
  const name = path.relative(folder, file).replaceAll(path.sep, '/');
  const matching = (Array.isArray(overrides) ? overrides : []).filter(
    (entry) => isSettings(entry) && matches(entry.files, name) && !matches(entry.excludeFiles, name),
  );
  return Object.assign({}, options, ...matching.map((entry) => within(entry, 'options')));
}

/** A glob without a slash is for names in every folder. */
function matches(written: unknown, name: string): boolean {
  const globs = [written].flat().filter((glob) => typeof glob === 'string') as string[];
  return globs.some((glob) => matchesStated([glob.replace(/^\.\//, '')], name, { dot: true, basename: !glob.includes('/') }));
}

function fromEditorconfig(file: string, around: Above): Settings {
  const said = editorconfigFor(file, around);
  const [style, size, width] = ['indent_style', 'indent_size', 'tab_width'].map((name) => said.get(name));
  const columns = Number(size === undefined || size === 'tab' ? width : size);
  const longest = said.get('max_line_length');
  const eol = said.get('end_of_line');
  return {
    ...(style === 'tab' || style === 'space' || size === 'tab' ? { useTabs: style !== 'space' } : {}),
    ...(columns > 0 ? { tabWidth: columns } : {}),
    ...(longest === 'off'
      ? { printWidth: Number.POSITIVE_INFINITY }
      : Number(longest) > 0
        ? { printWidth: Number(longest) }
        : {}),
    ...(eol === 'lf' || eol === 'crlf' ? { endOfLine: eol } : {}),
  };
}

function styleFrom(options: Settings, around: Above): Style {
  const { trailingComma } = options;
  return {
    width: typeof options.printWidth === 'number' ? options.printWidth : PLAIN.width,
    wrapsConstants: true,
    ...indentation(options.tabWidth, options.useTabs === true, 2),
    quote: options.singleQuote === true ? "'" : '"',
    eol: options.endOfLine === 'crlf' ? '\r\n' : '\n',
    semicolons: options.semi !== false,
    trailingCommas:
      trailingComma === 'all' || trailingComma === 'es5' || trailingComma === 'none' ? trailingComma : commasOf(majorOf(around)),
    quotesKeysTogether: options.quoteProps === 'consistent',
    bracketSpacing: options.bracketSpacing !== false,
    joins: options.objectWrap === 'collapse',
  };
}

/** The default changed with the major versions of Prettier. */
function commasOf(major: number | undefined): Style['trailingCommas'] {
  return major === undefined || major >= 3 ? 'all' : major === 2 ? 'es5' : 'none';
}

/** The major version of Prettier that the nearest manifest which depends on it asks for; `Infinity` where that is no number. */
function majorOf({ folders, text }: Above): number | undefined {
  for (const folder of folders) {
    const manifest = settingsFrom(text(folder, 'package.json'), JSON.parse);
    const ranges = ['devDependencies', 'dependencies'].map((key) => within(manifest, key).prettier);
    const range = ranges.find((written) => typeof written === 'string') as string | undefined;
    if (range !== undefined) return Number(/\d+/.exec(range)?.[0] ?? Number.POSITIVE_INFINITY);
  }
  return undefined;
}
