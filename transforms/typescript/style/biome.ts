import path from 'node:path';
import { parse } from 'jsonc-parser';
import { matchesStated } from '../../../src/core/glob/stated-globs.ts';
import { indentation } from '../../../src/core/layout/style.ts';
import { isSettings, type Settings, settingsFrom, within } from '../../../src/core/settings.ts';
import type { Above, Style } from '../../../src/types/module.ts';
import { editorconfigFor } from './editorconfig.ts';

/** The style that Biome's configuration in `folder` gives a file. `undefined`: there is none, or its formatter is off. */
export function biomeIn(folder: string, file: string, around: Above): Style | undefined {
  const config = configIn(folder, around);
  if (!config) return undefined;
  const language = file.endsWith('.json') ? 'json' : 'javascript';
  const parts = [config, ...overridesFor(config, folder, file)];
  const general: Settings = Object.assign({}, ...parts.map((part) => within(part, 'formatter')));
  const own: Settings = Object.assign({}, ...parts.map((part) => within(part, language, 'formatter')));
  if (general.enabled === false || own.enabled === false) return undefined;
  const base = general.useEditorconfig === true ? fromEditorconfig(file, around) : {};
  return styleFrom({ ...base, ...general, ...own });
}

function configIn(folder: string, around: Above): Settings | undefined {
  const config = settingsFrom(around.text(folder, 'biome.json') ?? around.text(folder, 'biome.jsonc'), (text) => parse(text));
  if (!config) return undefined;
  return merged([...basesOf(config, folder, around), config]);
}

/** What a configuration extends: files relative to it, or with `//` the configuration above. */
function basesOf({ extends: written }: Settings, folder: string, around: Above): Settings[] {
  if (written === '//') {
    const above = around.folders.slice(around.folders.indexOf(folder) + 1);
    for (const next of above) {
      const config = configIn(next, around);
      if (config) return [config];
    }
  }
  const files: readonly string[] = (Array.isArray(written) ? written : []).filter(
    (name) => typeof name === 'string' && /^\.{0,2}\//.test(name),
  );
  return files.flatMap((name): Settings[] => {
    const base = settingsFrom(around.text(path.resolve(folder, name)), (text) => parse(text));
    return base ? [base] : [];
  });
}

function merged(configs: readonly Settings[]): Settings {
  const result: Record<string, unknown> = {};
  for (const config of configs) {
    for (const [key, value] of Object.entries(config)) {
      const before = result[key];
      result[key] = isSettings(before) && isSettings(value) ? merged([before, value]) : value;
    }
  }
  return result;
}

function overridesFor({ overrides }: Settings, folder: string, file: string): Settings[] {
  const name = path.relative(folder, file).replaceAll(path.sep, '/');
  const entries: readonly unknown[] = Array.isArray(overrides) ? overrides : [];
  return entries.filter(isSettings).filter((entry) => matches(entry.includes ?? entry.include, name));
}

/** Of several globs the last that matches counts; one that begins with `!` takes out. */
function matches(written: unknown, name: string): boolean {
  const globs = [written].flat().filter((glob) => typeof glob === 'string') as string[];
  const deciding = globs.findLast((glob) => matchesStated([glob.replace(/^!+/, '')], name));
  return deciding !== undefined && !deciding.startsWith('!');
}

function fromEditorconfig(file: string, around: Above): Settings {
  const said = editorconfigFor(file, around);
  const [size, longest] = [Number(said.get('indent_size') ?? said.get('tab_width')), Number(said.get('max_line_length'))];
  return {
    ...(said.has('indent_style') ? { indentStyle: said.get('indent_style') } : {}),
    ...(size > 0 ? { indentWidth: size } : {}),
    ...(longest > 0 ? { lineWidth: longest } : {}),
    ...(said.has('end_of_line') ? { lineEnding: said.get('end_of_line') } : {}),
  };
}

function styleFrom(options: Settings): Style {
  const commas = options.trailingCommas ?? options.trailingComma;
  return {
    width: typeof options.lineWidth === 'number' ? options.lineWidth : 80,
    wrapsConstants: true,
    ...indentation(options.indentWidth, options.indentStyle !== 'space', 2),
    quote: options.quoteStyle === 'single' ? "'" : '"',
    eol: options.lineEnding === 'crlf' ? '\r\n' : '\n',
    semicolons: options.semicolons !== 'asNeeded',
    trailingCommas: commas === 'es5' || commas === 'none' ? commas : 'all',
    quotesKeysTogether: false,
    bracketSpacing: options.bracketSpacing !== false,
    joins: options.expand === 'never',
  };
}
