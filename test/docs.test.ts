import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { commands } from '../src/cli/command-table.ts';
import { parse } from '../src/cli/invocation.ts';
import { readPolicy } from '../src/config/load.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => posix.join('docs', path.replaceAll('\\', '/')))
    .sort(),
];
const read = (page: string): string => readFileSync(join(root, page), 'utf8');
const README_BYTES = 8_000;
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Every token of a document, those within others too. */
function tokensOf(text: string): Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(text), (token) => {
    all.push(token);
  });
  return all;
}

const isOf =
  <K extends string>(...types: readonly K[]) =>
  (token: Token): token is Extract<Token, { type: K }> =>
    (types as readonly string[]).includes(token.type);

/** The addresses of a document's links and images. */
function linksOf(text: string): string[] {
  return tokensOf(text)
    .filter(isOf('link', 'image'))
    .map((token) => (token as Tokens.Link).href);
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const heading of tokensOf(text).filter(isOf('heading'))) {
    const plain = tokensOf((heading as Tokens.Heading).text)
      .filter((token) => token.type === 'text' || token.type === 'codespan')
      .filter((token) => !('tokens' in token && token.tokens))
      .map((token) => (token as Tokens.Text).text)
      .join('');
    const base = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = base;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${base}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** What is wrong with a link of a page; `undefined` when it leads somewhere. Links to other hosts are taken as they are. */
function deadLink(page: string, href: string): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(href)) return /^(?:https|mailto):/.test(href) ? undefined : `${href}: not https`;
  const [path = '', anchor] = decodeURI(href).split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path)).replaceAll('\\', '/');
  if (target.startsWith('..')) return `${href}: outside of the repository`;
  if (!existsSync(join(root, target))) return `${href}: no such file`;
  if (anchor === undefined) return undefined;
  if (!target.endsWith('.md')) return `${href}: an anchor of a file that has none`;
  return anchorsOf(read(target)).has(anchor) ? undefined : `${href}: no such heading`;
}

/** The words of a shell line up to what ends its first command: quotes, comments, pipes, redirections. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [whole, double, single] of line.matchAll(
    /\s+|#.*|\|\|?|&&|;|\d?[<>]+\s*\S+|(?:"([^"]*)"|'([^']*)'|[^\s"'|&;<>])+/g,
  )) {
    if (/^(?:#|\||&&|;)/.test(whole)) break;
    if (/^\s|^\d?[<>]/.test(whole)) continue;
    words.push(double ?? single ?? whole.replaceAll(/["']/g, ''));
  }
  return words;
}

/** The command lines of redomain in a text of a shell, without the program's name. */
function commandLinesOf(text: string): string[][] {
  return text
    .split(/\n|&&|\|\|/)
    .map((line) => /^\s*(?:\$ |- run: |- )?(?:npx )?redomain(?=\s|$)(.*)$/.exec(line)?.[1])
    .filter((rest) => rest !== undefined)
    .map(wordsOf);
}

/** What is wrong with a command line; `undefined` when it can be run. A path has a slash, a dot or a wildcard, so that it is no mistyped command. */
async function wrongCommand(words: readonly string[]): Promise<string | undefined> {
  try {
    const asked = await parse(words, '0.0.0', 100);
    const loose = 'paths' in asked ? asked.paths.find((path) => !/[/.*$]/.test(path)) : undefined;
    return loose === undefined ? undefined : `${loose}: neither a command nor written as a path`;
  } catch (error) {
    return (error as Error).message;
  }
}

const SHELLS = ['sh', 'console', 'bash', 'shell'];

/** What a code block that shows YAML is, by the word behind `yaml`: a complete configuration, a part of one, or a file of another tool. */
const YAML = ['yaml', 'yaml fragment', 'yaml workflow'];
const REST = {
  environments: {
    development: { backend: { host: 'dev.ex.ai' } },
    staging: { backend: { host: 'new.ex.ai', retired: ['api.old.ex.ai'] } },
    production: { backend: { host: 'www.ex.ai' } },
  },
  modules: [{ file: 'shared/domains.py' }],
};

/** What is wrong with a configuration; `undefined` when redomain takes it. A part is read together with what it leaves out. */
function wrongConfiguration(language: string, text: string): string | undefined {
  try {
    const whole = language === 'yaml' ? text : JSON.stringify({ ...REST, ...parseYaml(text) });
    readPolicy(whole, join(root, 'redomain.yaml'), 'redomain.yaml');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Command lines within a sentence: neither the form of a command, `redomain undo [RUN]`, nor its mere name. */
const mentionsOf = (page: string) =>
  codespansOf(page)
    .map(({ text }) => text)
    .filter((text) => !text.includes('[') && !commands.some(({ name }) => text === `redomain ${name}`));

/** Paths below the directories of the house, in code; not those with a placeholder or a wildcard. */
const housePathsOf = (page: string) =>
  [...codeOf(page).filter(({ lang }) => SHELLS.includes(lang ?? '')), ...codespansOf(page)]
    .flatMap(({ text }) => text.match(/(?<=^|\s)(?:src|transforms|test|scripts|__testfixtures__)\/\S*/g) ?? [])
    .filter((path) => !/[*{]|\b[A-Z]{3,}\b/.test(path));

const codespansOf = (page: string) => tokensOf(read(page)).filter(isOf('codespan')) as Tokens.Codespan[];

const codeOf = (page: string) => tokensOf(read(page)).filter(isOf('code')) as Tokens.Code[];

describe.each(pages)('%s', (page) => {
  it('has links that lead somewhere', () => {
    expect(linksOf(read(page)).flatMap((href) => deadLink(page, href) ?? [])).toEqual([]);
  });

  it('has command lines that redomain takes', async () => {
    const blocks = codeOf(page).filter(({ lang }) => SHELLS.includes(lang ?? '') || lang === 'yaml workflow');
    const written = [...blocks.map(({ text }) => text), ...mentionsOf(page)].flatMap(commandLinesOf);
    const wrong = await Promise.all(written.map(async (words) => [words.join(' '), await wrongCommand(words)]));
    expect(wrong.filter(([, fault]) => fault !== undefined)).toEqual([]);
  });

  it('has scripts of npm that are there', () => {
    const named = [...read(page).matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('has paths of the house that are there', () => {
    expect(housePathsOf(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has configurations that redomain takes', () => {
    const blocks = codeOf(page).filter(({ lang }) => /^ya?ml/.test(lang ?? ''));
    expect(blocks.map(({ lang }) => lang).filter((lang) => !YAML.includes(lang!))).toEqual([]);
    const faults = blocks
      .filter(({ lang }) => lang !== 'yaml workflow')
      .map(({ lang, text }) => wrongConfiguration(lang!, text))
      .filter((fault) => fault !== undefined);
    expect(faults).toEqual([]);
  });
});

describe('the documents', () => {
  it(`begin with a README of at most ${README_BYTES} bytes`, () => {
    expect(statSync(join(root, 'README.md')).size).toBeLessThanOrEqual(README_BYTES);
  });

  it('name the two commands that try redomain and test it', () => {
    for (const command of ['npm ci && npm run demo', 'npm ci && npm test']) expect(read('README.md')).toContain(command);
  });

  it('are each reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const page of reached)
      for (const href of linksOf(read(page))) {
        const target = normalize(join(dirname(page), href.split('#')[0]!)).replaceAll('\\', '/');
        if (pages.includes(target)) reached.add(target);
      }
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });

  it('name every command', () => {
    const table = read('docs/command-line.md');
    for (const { name } of commands) expect(table).toContain(`| \`redomain${name && ` ${name}`}`);
  });
});

describe('the checks of documents', () => {
  it.each([
    ['docs/ci.md', 'nowhere.md', 'no such file'],
    ['docs/ci.md', 'review.md#nowhere', 'no such heading'],
    ['docs/ci.md', '#nowhere', 'no such heading'],
    ['docs/ci.md', '../../x', 'outside'],
    ['README.md', 'docs/images/report.svg#a', 'an anchor of a file that has none'],
    ['README.md', 'http://ex.ai', 'not https'],
  ])('in %s find %s', (page, href, fault) => expect(deadLink(page, href)).toContain(fault));

  it.each([
    ['redomain --frobnicate'],
    ['redomain frobnicate'],
    ['redomain chekc'],
    ['redomain hosts --write'],
    ['redomain --format xml'],
    ['redomain --write --check'],
    ['redomain --shard 3/2 --format json'],
  ])('find `%s`', async (line) => {
    const [words] = commandLinesOf(line);
    expect(await wrongCommand(words!)).toBeTypeOf('string');
  });

  it.each([
    ['yaml', 'apex: [ex.ai]\n'],
    ['yaml', 'apex: [ex.ai]\nenvironment: {}\n'],
    ['yaml fragment', 'delivery: []\n'],
    ['yaml fragment', 'modules: [{ file: a.rb }]\n'],
    ['yaml fragment', 'deliver: [{ files: [a], as: kept }]\n'],
  ])('find the %s %j', (language, text) => expect(wrongConfiguration(language, text)).toBeTypeOf('string'));

  it('find every command line of a block', () => {
    const text =
      '$ redomain --check | head\ncd a && redomain --write --verify "npm test" # all\n  - run: npx redomain --check > "$OUT/x" || true\nredomainer x';
    expect(commandLinesOf(text)).toEqual([['--check'], ['--write', '--verify', 'npm test'], ['--check']]);
  });
});
