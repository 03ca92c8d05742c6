import { importable } from '../src/core/importable.ts';
import type { Bound, Literal, ModuleRef, Placement, Reading } from '../src/types/language.ts';
import type { Binding } from '../src/types/policy.ts';
import type { Edit, SourceFile, Span } from '../src/types/source.ts';
import { language } from '../transforms/typescript/language.ts';

const binding = (name: string, value: string): Binding => ({ name, value, service: 'staging.backend', part: 'url' });

const URL = binding('STAGING_BACKEND_URL', 'https://new.ex.ai');
const HOST = binding('STAGING_BACKEND_HOST', 'new.ex.ai');
const APP = binding('STAGING_FRONTEND_URL', 'https://www.new.ex.ai');
export const MODULE: ModuleRef = { file: 'lib/domains.ts', specifier: '@/lib/domains', bindings: [APP, HOST, URL] };
export const SCRIPT_MODULE: ModuleRef = { ...MODULE, file: 'lib/domains.js', specifier: './lib/domains' };

function source(text: string, path = 'app/file.ts'): SourceFile {
  return { path, text, encoding: 'utf8' };
}

/** Reads a text of which every `api.old.ex.ai` is a hit. */
export function reading(text: string, path?: string): Reading {
  return language.read(source(text, path), hitsOf(text));
}

/** The only literal of a text. */
export function onlyLiteral(text: string, path?: string): Literal {
  const { literals } = reading(text, path);
  if (literals.length !== 1) throw new Error(`${literals.length} literals`);
  return literals[0]!;
}

/** Puts the URL constant in place of every `https://api.old.ex.ai`, and the host constant in place of every other `api.old.ex.ai`. */
export function migrated(text: string, path?: string, module: ModuleRef = MODULE): string {
  const file = source(text, path);
  const placements = placementsOf(file);
  const bound = language.write!.bind(
    file,
    placements,
    importable(module, () => module),
  );
  return applied(text, [...bound.edits, ...rendered(file, bound)]);
}

/** What `bind` makes of all hits of a text. */
export function boundIn(text: string, path?: string, module: ModuleRef = MODULE): Bound {
  const file = source(text, path);
  return language.write!.bind(
    file,
    placementsOf(file),
    importable(module, () => module),
  );
}

export function outlineOf(text: string, path?: string, module: ModuleRef = MODULE): readonly string[] {
  const { errors, items, unused } = language.write!.outline(source(text, path), module);
  return errors > 0 ? ['does not parse'] : [...items, ...unused.map((name) => `unused ${name}`)];
}

function hitsOf(text: string): Span[] {
  return [...text.matchAll(/api\.old\.ex\.ai/g)].map(({ index }) => ({ start: index, end: index + 'api.old.ex.ai'.length }));
}

function placementsOf(file: SourceFile): Placement[] {
  const { literals } = language.read(file, hitsOf(file.text));
  return hitsOf(file.text).flatMap((hit) => {
    const literal = literals.findLast(({ body }) => body.start <= hit.start && hit.end <= body.end);
    if (!literal || literal.blocked || literal.kind === 'comment') return [];
    const direct = file.text.slice(0, hit.start).endsWith('https://');
    return [
      { literal, span: direct ? { start: hit.start - 'https://'.length, end: hit.end } : hit, binding: direct ? URL : HOST },
    ];
  });
}

function rendered(file: SourceFile, { names }: Bound): Edit[] {
  const literals = new Set([...names.keys()].map(({ literal }) => literal));
  return [...literals].flatMap((literal) => {
    const fills = [...names].filter(([placement]) => placement.literal === literal).map(([{ span }, name]) => ({ span, name }));
    return language.write!.render(file, literal, fills);
  });
}

function applied(text: string, edits: readonly Edit[]): string {
  let out = text;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    out = out.slice(0, start) + replacement + out.slice(end);
  }
  return out;
}
