import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { github } from '../src/reporters/github.ts';
import { gitlab } from '../src/reporters/gitlab.ts';
import { html } from '../src/reporters/html.ts';
import { junit } from '../src/reporters/junit.ts';
import { markdown } from '../src/reporters/markdown.ts';
import { rdjson } from '../src/reporters/rdjson.ts';
import { sarif } from '../src/reporters/sarif.ts';
import { visible } from '../src/reporters/visible.ts';
import type { Report } from '../src/types/report.ts';
import { gitlabFaults, parseXml, rdjsonFaults, renderedMarkdown, sarifFaults, workflowCommands } from './formats.ts';
import { modelIn } from './page-data.ts';
import { bytesOf, file, finding, options, report } from './sample-report.ts';

const HOSTILE: readonly [name: string, text: string][] = [
  ['quotes', `"double" 'single' \u201ccurly\u201d`],
  ['pipes', 'a|b||c\\|d\\\\|e|'],
  ['new lines', 'one\ntwo\r\nthree\rfour\u2028five\u0085six'],
  ['emoji', 'lamp \u{1f4a1} family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
  ['half a surrogate pair', 'a\ud800b\udc00c'],
  ['the end of CDATA', 'a]]>b<![CDATA[c]]>'],
  ['workflow commands', '::error file=x::y\n::set-output name=a::b\n##[command]c\n::stop-commands::d'],
  ['percent escapes', '%0A%0D%25%3A%2C100%'],
  ['backticks', '`a` ``b`` ```c``` `'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=y>&amp;&#60;<!-- -->'],
  ['escape codes', '\u001b[31mred\u001b[0m\u009b2J\u0007\u0000'],
  ['marks that turn text', '\u202eabc\u2066def\u200f\ufeff'],
  ['no characters of XML', '\u0001\u000b\ufffe\uffff'],
  ['Markdown', '**a** _b_ [c](http://d) ![e](f) ~~g~~ # h - [ ] i http://j.ex.ai www.k.ex.ai l@m.ex.ai @team #12 $x$'],
  ['JSON and YAML', '{"a": [1, \\"\\u0000]}\\'],
  ['properties', 'a=b,c=d;e:f,title=x'],
  ['a way out', '../../etc/passwd?x#y'],
  ['a space at the end', ' a  b '],
  ['nothing but a mark', '`'],
];

/** Every text of the report is the hostile one. */
function hostile(text: string): Report {
  const rest = { text, context: text, reason: text, host: text };
  return report({
    command: 'check',
    root: `/r/${text}`,
    modules: [{ file: text, language: 'python', status: 'absent', constants: [text] }],
    hosts: [{ host: text, service: text, state: 'retired', files: 1, occurrences: 1 }],
    findings: [
      finding({ ...rest, path: `src/${text}` }),
      finding({ ...rest, path: `src/${text}`, rule: 'retired-host', decision: 'literal', replacement: text, fingerprint: 'f2' }),
      finding({ ...rest, path: `src/${text}`, rule: 'unknown-host', decision: 'keep', severity: 'warn' }),
    ],
    files: [
      file({ path: `src/${text}`, status: 'failed', reason: text }),
      file({ path: `doc/${text}`, status: 'clean', reason: text }),
      file({ path: `bin/${text}`, status: 'skipped', reason: text }),
    ],
  });
}

const below = (text: string): string => `top/${text}/`;
const well = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
/** What the text itself is made of; nothing else may come to be markup. */
const TAGS = ['code', 'h3', 'input', 'li', 'p', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'];
/** What the page for review is made of. */
const PAGE =
  '!doctype html head meta title body header nav a b span div main noscript section h1 h2 h3 p ul li i table caption thead tbody tr th td svg rect code details summary footer'.split(
    ' ',
  );
/** Nothing that steers a terminal, breaks a line or is no character stands in the output as it is. */
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;

describe.each(HOSTILE)('%s', (_, text) => {
  const of = hostile(text);
  const shown = visible(text);
  const given = options([], { below: below(text) });

  it('in SARIF', () => {
    const out = bytesOf(sarif(of, given)).toString();
    const log = JSON.parse(out) as Log;
    expect(sarifFaults(log)).toEqual([]);
    const [run] = log.runs;
    const uris = run!.results!.map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri!);
    expect(uris.map(decodeURIComponent)).toEqual(Array(3).fill(well(`${below(text)}src/${text}`)));
    for (const uri of uris) expect(uri).toMatch(/^[A-Za-z0-9%._~/-]+$/);
    expect(run!.results!.map(({ message }) => message.text!)).toEqual([
      `${shown}: ${shown}`,
      `${shown}: a retired host stands here (${shown}), to become ${shown}`,
      `${shown}: ${shown}`,
    ]);
    const notes = run!.invocations![0]!.toolExecutionNotifications!;
    expect(notes.filter(({ message }) => message.text!.endsWith(`: ${shown}`))).toHaveLength(3);
    expect(out).not.toMatch(RAW);
  });

  it('in workflow commands', () => {
    const out = bytesOf(github(of, given)).toString();
    const { commands, plain } = workflowCommands(out);
    expect(commands.map(({ command }) => command)).toEqual([
      'error',
      'error',
      'error',
      'warning',
      'warning',
      'notice',
      'group',
      'endgroup',
    ]);
    const path = `${below(text)}src/${text}`;
    const inLines = (value: string): string =>
      value
        .split(/([\r\n])/)
        .map((part, index) => (index % 2 ? part : visible(part)))
        .join('');
    expect(commands[1]!.properties).toEqual({
      file: inLines(path),
      line: '3',
      endLine: '3',
      col: '8',
      endColumn: '21',
      title: 'redomain: needs-review',
    });
    expect(commands[1]!.message).toBe(`${shown}: ${shown}`);
    expect(commands[0]!.message).toBe(`left as it was: ${shown}`);
    expect(plain).toEqual([`- ${visible(`${below(text)}bin/${text}`)}: ${shown}`.replaceAll('##[', '#\\x23[')]);
    expect(out).not.toMatch(RAW);
    expect(plain.join('\n')).not.toContain('##[');
  });

  it('in Code Quality', () => {
    const out = bytesOf(gitlab(of, given)).toString();
    const issues = JSON.parse(out) as { description: string; fingerprint: string; location: { path: string } }[];
    expect(gitlabFaults(issues)).toEqual([]);
    expect(issues).toHaveLength(6);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(6);
    expect(issues[1]).toMatchObject({ description: `${shown}: ${shown}`, location: { path: `${below(text)}src/${text}` } });
  });

  it('in JUnit XML', () => {
    const out = bytesOf(junit(of, given)).toString();
    const suites = parseXml(out);
    const spelled = (value: string): string => visible(value).replaceAll('\ufffe', '\\u{fffe}').replaceAll('\uffff', '\\u{ffff}');
    const suite = suites.children.find(({ attributes }) => attributes.name === spelled(`${below(text)}src/${text}`))!;
    expect(suite.children.map(({ attributes }) => attributes.name)).toEqual([
      'failed',
      spelled(`needs-review: ${text} in ${text}`),
      spelled(`retired-host: ${text} in ${text}`),
      spelled(`unknown-host: ${text} in ${text}`),
    ]);
    expect(suite.children.map(({ children }) => children[0]!.attributes.message)).toEqual([
      spelled(text),
      spelled(`${text}: ${text}`),
      spelled(`${text}: a retired host stands here (${text}), to become ${text}`),
      spelled(`${text}: ${text}`),
    ]);
    expect(out).not.toMatch(RAW);
  });

  it('in Markdown', () => {
    const out = bytesOf(markdown(of)).toString();
    const { cells, tags, links } = renderedMarkdown(out);
    const spaced = (value: string): string => value.replace(/\s+/g, ' ').trim();
    const rows = cells.map((row) => row.map(spaced));
    expect(rows).toContainEqual(['failed', spaced(shown), '1', spaced(`src/${shown}`)]);
    expect(rows).toContainEqual(['needs-review', spaced(shown), '1', spaced(`src/${shown}:3`)]);
    expect(rows).toContainEqual([spaced(`src/${shown}:3`), 'retired-host', spaced(shown), spaced(shown)]);
    expect(tags.filter((tag) => !TAGS.includes(tag))).toEqual([]);
    expect(links).toEqual([]);
    expect(out).not.toMatch(RAW);
    expect(out.replace(/<code>.*?<\/code>|`[^`]*`|&#\d+;/g, '')).not.toMatch(/@\w|#\d/);
  });

  it('in the page for review', () => {
    const change = { path: `src/${text}`, before: `${text}\n`, after: 'new\n' };
    const out = bytesOf(html(of, { ...given, changes: () => [change] })).toString();
    const { files, left, unread } = modelIn(out);
    expect(files.map(({ path }) => path)).toEqual([`src/${shown}`]);
    expect(left.map(({ path, reason, host, context }) => [path, reason, host, context])).toEqual(
      Array(2).fill([`src/${shown}`, shown, shown, shown]),
    );
    expect(unread.map(({ path, reason }) => [path, reason])).toEqual(
      ['src', 'doc', 'bin'].map((folder) => [`${folder}/${shown}`, shown]),
    );
    const [line] = files[0]!.hunks[0]![2].split('\n');
    expect(line).toBe(`-${visible(text.split('\n')[0]!.replace(/\r$/, ''))}`);
    const markup = out.replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '');
    expect(
      [...new Set([...markup.matchAll(/<([^\s>/]+)/g)].map(([, tag]) => tag!))].filter((tag) => !PAGE.includes(tag)),
    ).toEqual([]);
    const attributes = markup
      .match(/<[^>]*>/g)!
      .join('')
      .replace(/"[^"]*"/g, '');
    expect(attributes).not.toMatch(/\s(?:on\w+|src|style)\b/);
    expect(out.match(/<\/script/g)).toHaveLength(2);
    expect(out).not.toMatch(RAW);
  });

  it('in rdjson', () => {
    const out = bytesOf(rdjson(of, given)).toString();
    const parsed = JSON.parse(out) as { diagnostics: { message: string; location: { path: string } }[] };
    expect(rdjsonFaults(parsed)).toEqual([]);
    expect(parsed.diagnostics).toHaveLength(6);
    expect(parsed.diagnostics[1]).toMatchObject({
      message: `${shown}: ${shown}`,
      location: { path: `${below(text)}src/${text}` },
    });
  });
});
