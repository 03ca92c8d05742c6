import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { rdformatSchema } from '@umbrelladocs/rdformat-validator';
import { Ajv, type ValidateFunction } from 'ajv';
import Draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { marked } from 'marked';
import { SaxesParser } from 'saxes';

const require = createRequire(import.meta.url);

/** The official schema of SARIF 2.1.0, as Microsoft's SARIF matchers carry it. */
const sarifSchema = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as object;

/** Code Quality as GitLab documents it: the properties that it reads, all of them required. */
const gitlabSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

const draft04 = formats.default(new Draft04.default({ strict: false, allErrors: true, unicodeRegExp: false }));
const draft07 = formats.default(new Ajv({ strict: false, allErrors: true }));

/** What the consumer's schema says against a document; empty when nothing. */
function checker(validate: ValidateFunction): (document: unknown) => unknown[] {
  return (document) => (validate(document) ? [] : (validate.errors ?? []).slice(0, 5));
}

export const sarifFaults = checker(draft04.compile(sarifSchema));
export const gitlabFaults = checker(draft07.compile(gitlabSchema));
export const rdjsonFaults = checker(draft07.compile(rdformatSchema));

export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a log as the runner of GitHub Actions does: a line that begins with `::` is a command, its escapes are taken back. */
export function workflowCommands(log: string): { commands: WorkflowCommand[]; plain: string[] } {
  const commands: WorkflowCommand[] = [];
  const plain: string[] = [];
  for (const line of log.split(/\r\n|\r|\n/).slice(0, -1)) {
    const found = /^\s*::([^ :]+)(?: (.*?))?::(.*)$/.exec(line);
    if (!found) {
      plain.push(line);
      continue;
    }
    const [, command, list = '', message] = found;
    const pairs = list.split(',').filter((pair) => pair.includes('='));
    const properties = pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]);
    commands.push({ command: command!, properties: Object.fromEntries(properties), message: unescaped(message!) });
  }
  return { commands, plain };
}

function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => characters[code]!);
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Parses XML 1.0. Throws for what is not well-formed, characters that XML does not have among it. */
export function parseXml(text: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (part) => {
    open.at(-1)!.text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return top.children[0]!;
}

/** The cells of every table of a Markdown text as a reader sees them, and all HTML tags that its rendering has. */
export function renderedMarkdown(text: string): { cells: string[][]; tags: string[]; links: string[] } {
  const html = marked.parse(text, { async: false, gfm: true });
  const cells = [...html.matchAll(/<tr>\n([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => plainText(cell!)),
  );
  const bare = html.replaceAll('<!-- -->', '');
  return {
    cells,
    tags: [...new Set([...bare.matchAll(/<\/?([^\s>/]+)/g)].map(([, tag]) => tag!))].sort(),
    links: [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link),
  };
}

function plainText(html: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
      code ? String.fromCodePoint(Number(code)) : named[name]!,
    );
}
