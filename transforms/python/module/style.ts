import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { indentation, STANDARD } from '../../../src/core/layout/style.ts';
import { isSettings, type Settings, settingsFrom, within } from '../../../src/core/settings.ts';
import type { Above, Style } from '../../../src/types/module.ts';

/** Of Python where no formatter is configured. */
export const PLAIN_PYTHON: Style = { ...STANDARD, width: 88, indent: '    ', indentWidth: 4, quote: '"' };

/** Settings of ruff that bear on the format; a table without one of them configures the linter alone. */
const FORMATTING: Readonly<Record<string, (value: unknown) => boolean>> = {
  format: isSettings,
  'line-length': isNumber,
  'indent-width': isNumber,
  extend: (value) => typeof value === 'string',
};

/** The style that Black's or ruff's configuration in a folder gives Python files. Where both stand, ruff's counts if it has a table `format`. */
export function pythonIn(folder: string, around: Above): Style | undefined {
  const manifest = tomlIn(around, folder, 'pyproject.toml');
  const ruff = ruffIn(folder, manifest, around);
  const black = within(manifest, 'tool').black === undefined ? undefined : within(manifest, 'tool', 'black');
  if (black && !isSettings(ruff?.format)) return blackStyle(black);
  return ruff && ruffStyle(ruff);
}

function ruffIn(folder: string, manifest: Settings | undefined, around: Above): Settings | undefined {
  const written = tomlIn(around, folder, '.ruff.toml') ?? tomlIn(around, folder, 'ruff.toml') ?? within(manifest, 'tool', 'ruff');
  return Object.entries(FORMATTING).some(([key, isMeant]) => isMeant(written[key]))
    ? extended(written, folder, around, 5)
    : undefined;
}

/** With the settings of the file that it extends. */
function extended(settings: Settings, folder: string, around: Above, left: number): Settings {
  if (typeof settings.extend !== 'string' || left === 0) return settings;
  const file = path.resolve(folder, settings.extend);
  const read = tomlIn(around, file);
  const own = path.basename(file) === 'pyproject.toml' ? within(read, 'tool', 'ruff') : (read ?? {});
  const base = extended(own, path.dirname(file), around, left - 1);
  return { ...base, ...settings, format: { ...within(base, 'format'), ...within(settings, 'format') } };
}

function tomlIn(around: Above, ...segments: readonly string[]): Settings | undefined {
  return settingsFrom(around.text(...segments), parseToml);
}

function blackStyle(written: Settings): Style {
  const settings = Object.fromEntries(Object.entries(written).map(([key, value]) => [key.replaceAll('_', '-'), value]));
  return {
    ...PLAIN_PYTHON,
    wrapsConstants: true,
    width: columns(settings['line-length'], PLAIN_PYTHON.width),
    joins: settings['skip-magic-trailing-comma'] === true,
  };
}

function ruffStyle(settings: Settings): Style {
  const format = within(settings, 'format');
  return {
    ...PLAIN_PYTHON,
    wrapsConstants: true,
    width: columns(settings['line-length'], PLAIN_PYTHON.width),
    ...indentation(settings['indent-width'], format['indent-style'] === 'tab', 4),
    quote: format['quote-style'] === 'single' ? "'" : '"',
    eol: format['line-ending'] === 'cr-lf' ? '\r\n' : '\n',
    joins: format['skip-magic-trailing-comma'] === true,
  };
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function columns(written: unknown, standard: number): number {
  return typeof written === 'number' && written > 0 ? written : standard;
}
