import { remembering } from '../../../src/core/remembering.ts';
import type { SourceFile, Span } from '../../../src/types/source.ts';

/** One script of a component or page, as the file that it would be alone. */
export interface Script {
  /** The code between the tags, or between the fences of an Astro component. */
  readonly span: Span;
  /** The whole text with everything outside `span` blank, so that offsets stay; its path tells the language of the script. */
  readonly view: SourceFile;
  /** Who sees what it imports: the whole component, itself alone, or nobody, as it runs in the browser as it stands. */
  readonly imports: 'component' | 'itself' | 'nothing';
}

/** Each script costs a copy of the text: those beyond so many stay text. */
const MOST = 40;

/** The scripts of a Vue, Svelte or Astro component or of an HTML page, in order; data blocks (`type="application/json"`) and those with `src` are none. */
export const scriptsOf = remembering((file: SourceFile): readonly Script[] => {
  const scripts = [...frontmatterOf(file)];
  for (const script of taggedScripts(file)) {
    if (scripts.length === MOST) break;
    scripts.push(script);
  }
  return scripts;
});

/** The code fence at the head of an Astro component: TypeScript that runs when the page is built. */
function frontmatterOf(file: SourceFile): Script[] {
  if (!/\.astro$/i.test(file.path)) return [];
  const open = /^\s*---[ \t]*(?:\r\n|[\r\n])/.exec(file.text);
  if (!open) return [];
  const close = /^---/m;
  const length = file.text.slice(open[0].length).search(close);
  if (length < 0) return [];
  return [scriptAt(file, { start: open[0].length, end: open[0].length + length }, 'ts', 'component')];
}

function* taggedScripts(file: SourceFile): Iterable<Script> {
  const opening = /<!--|<script\b((?:[^>"']|"[^"]*"|'[^']*'){0,2000})>/gi;
  for (let tag = opening.exec(file.text); tag; tag = opening.exec(file.text)) {
    const start = opening.lastIndex;
    const end = tag[0] === '<!--' ? file.text.indexOf('-->', start) : endOfScript(file.text, start);
    if (end < 0) return;
    opening.lastIndex = end;
    const attributes = attributesOf(tag[1] ?? '');
    if (tag[0] === '<!--' || attributes.has('src') || !isCode(attributes)) continue;
    yield scriptAt(file, { start, end }, languageOf(file, attributes), importsOf(file, attributes));
  }
}

function endOfScript(text: string, from: number): number {
  const closing = /<\/script/gi;
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? -1;
}

/** By lower-case name; the empty text for an attribute without a value. */
function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of written.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g))
    attributes.set(name!.toLowerCase(), double ?? single ?? bare ?? '');
  return attributes;
}

function isCode(attributes: ReadonlyMap<string, string>): boolean {
  return /^(?:|module|(?:text|application)\/(?:java|ecma|type)script)$/i.test(attributes.get('type') ?? '');
}

function languageOf(file: SourceFile, attributes: ReadonlyMap<string, string>): string {
  const named = /^(?:tsx?|jsx?)$/.exec(attributes.get('lang') ?? '')?.[0];
  if (named) return named;
  return attributes.get('lang') === 'typescript' || /\.astro$/i.test(file.path) ? 'ts' : 'js';
}

/** Vue and Svelte compile every script, Astro those without attributes. */
function importsOf(file: SourceFile, attributes: ReadonlyMap<string, string>): Script['imports'] {
  if (/\.(?:vue|svelte)$/i.test(file.path)) return 'component';
  return /\.astro$/i.test(file.path) && attributes.size === 0 ? 'itself' : 'nothing';
}

function scriptAt(file: SourceFile, span: Span, ending: string, imports: Script['imports']): Script {
  const text = blank(file.text.slice(0, span.start)) + file.text.slice(span.start, span.end) + blank(file.text.slice(span.end));
  return { span, imports, view: { ...file, path: `${file.path}.${ending}`, text } };
}

/** White space to a parser, but no indentation. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, '\u00a0');
}
