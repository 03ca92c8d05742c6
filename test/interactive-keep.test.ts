import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../src/config/load.ts';
import { splice } from '../src/core/edits.ts';
import { compileScope } from '../src/core/scope.ts';
import { commentsFor } from '../src/interactive/comments.ts';
import { withKeptFiles } from '../src/interactive/config-entry.ts';
import { editorArguments, editorOf } from '../src/interactive/editor.ts';
import { keepingConfig } from '../src/interactive/keeping.ts';
import { languageFor, moduleProfileOf } from '../transforms/languages.ts';
import { CONFIG, project } from './cli-project.ts';

/** A text with a suppression for one of its lines; `undefined` where it takes none. */
async function commented(path: string, text: string, line: number, reason = 'why'): Promise<string | undefined> {
  const kept = [{ line, rule: 'retired-host' as const, reason }];
  const edits = commentsFor({ path, text, encoding: 'utf8' }, await languageFor(path), kept);
  return edits && splice(text, edits);
}

const IGNORE = 'redomain-ignore retired-host -- why';

describe('a comment that keeps a line', () => {
  test.each([
    [
      'a.py',
      'def f():\n    return "https://api.old.ex.ai"\n',
      2,
      `def f():\n    # ${IGNORE}\n    return "https://api.old.ex.ai"\n`,
    ],
    ['a.py', 'X = (\r\n\t"https://api.old.ex.ai",\r\n)\r\n', 2, `X = (\r\n\t# ${IGNORE}\r\n\t"https://api.old.ex.ai",\r\n)\r\n`],
    [
      'a.ts',
      'const a = {\n  b: "https://api.old.ex.ai",\n};\n',
      2,
      `const a = {\n  // ${IGNORE}\n  b: "https://api.old.ex.ai",\n};\n`,
    ],
    ['a.yaml', 'a:\n  - b: https://api.old.ex.ai\n', 2, `a:\n  # ${IGNORE}\n  - b: https://api.old.ex.ai\n`],
    [
      'a.md',
      '# A\n\nSee https://api.old.ex.ai/a.  \nMore.\n',
      3,
      `# A\n\nSee https://api.old.ex.ai/a. <!-- ${IGNORE} -->  \nMore.\n`,
    ],
  ])('stands where %s takes one', async (path, text, line, expected) => {
    expect(await commented(path, text, line)).toBe(expected);
  });

  test.each([
    ['within a text of several lines', 'a.py', 'A = """\nhttps://api.old.ex.ai\n"""\n', 2],
    ['behind a line that goes on', 'a.py', 'A = \\\n    "https://api.old.ex.ai"\n', 2],
    ['within a template', 'a.ts', 'const a = `\nhttps://api.old.ex.ai\n`;\n', 2],
    ['among the texts of JSX', 'a.tsx', 'const a = (\n  <p>\n    https://api.old.ex.ai\n  </p>\n);\n', 3],
    ['within a block of text', 'a.yml', 'a: |\n  https://api.old.ex.ai\n', 2],
    ['in YAML that cannot be read', 'a.yml', 'a: [\nb: https://api.old.ex.ai\n', 2],
    ['in a block of code', 'a.md', '```sh\ncurl https://api.old.ex.ai\n```\n', 2],
    ['in code by its indentation', 'a.md', 'A\n\n    curl https://api.old.ex.ai\n', 3],
    ['behind a definition of a link', 'a.md', '[a]: https://api.old.ex.ai\n', 1],
    ['in the head of a document', 'a.md', '---\nurl: https://api.old.ex.ai\n---\nA\n', 2],
    ['in a file without comments', 'a.json', '{\n  "a": "https://api.old.ex.ai"\n}\n', 2],
    ['in a script, whose lines may go on', 'a.sh', 'curl \\\n  https://api.old.ex.ai\n', 2],
  ])('is none %s', async (_, path, text, line) => {
    expect(await commented(path, text, line)).toBeUndefined();
  });

  test('cannot be ended by its reason', async () => {
    expect(await commented('a.md', 'https://api.old.ex.ai\n', 1, 'a --> b')).toBeUndefined();
  });
});

describe('an entry that keeps a file', () => {
  const kept = [{ path: 'web/[id]/(a) b.json', reason: 'old links' }];
  const LINE = '- { files: ["web/\\\\[id\\\\]/\\\\(a\\\\) b.json"], as: keep } # old links';

  test.each([
    ['at the end', CONFIG, `${CONFIG}deliver:\n  ${LINE}\n`],
    ['at an end without a line end', CONFIG.trimEnd(), `${CONFIG}deliver:\n  ${LINE}\n`],
    [
      'before the others',
      `deliver: # the rest\n# vendored\n- { files: [v/**], as: ignore }\n${CONFIG}`,
      `deliver: # the rest\n${LINE}\n# vendored\n- { files: [v/**], as: ignore }\n${CONFIG}`,
    ],
    ['under a key without a value', `deliver:\n${CONFIG}`, `deliver:\n  ${LINE}\n${CONFIG}`],
    [
      'in brackets',
      `deliver: [{ files: [v/**], as: ignore }] # mine\n${CONFIG}`,
      `# web/[id]/(a) b.json: old links\ndeliver: [${LINE.slice(2, -' # old links'.length)}, { files: [v/**], as: ignore }] # mine\n${CONFIG}`,
    ],
    ['with its line ends', CONFIG.replaceAll('\n', '\r\n'), `${CONFIG}deliver:\n  ${LINE}\n`.replaceAll('\n', '\r\n')],
  ])('stands %s, and all else stays', (_, before, after) => {
    expect(withKeptFiles(before, 'redomain.yaml', kept)).toBe(after);
    const { policy } = readPolicy(after, '/x/redomain.yaml', 'redomain.yaml');
    expect(compileScope(policy, moduleProfileOf).delivery('web/[id]/(a) b.json')).toBe('keep');
    expect(compileScope(policy, moduleProfileOf).delivery('web/i/(a) b.json')).toBeUndefined();
  });

  test('goes into JSON, and leaves the rest as it is written', () => {
    const json = '{\n    "redomain": {\n        "rename": { "a.ex.ai": "b.ex.ai" }\n    },\n    "name": "x"\n}\n';
    const made = withKeptFiles(json, 'package.json', [{ path: 'a.json', reason: 'r' }]);
    expect(JSON.parse(made)).toEqual({
      redomain: { rename: { 'a.ex.ai': 'b.ex.ai' }, deliver: [{ files: ['a.json'], as: 'keep' }] },
      name: 'x',
    });
    const [before, after] = json.split(' }\n    },');
    expect(made.startsWith(`${before} },\n        "deliver"`)).toBe(true);
    expect(made.endsWith(`]\n    },${after}`)).toBe(true);
    const again = withKeptFiles(made, 'package.json', [{ path: 'b.json', reason: 'r' }]);
    expect(JSON.parse(again).redomain.deliver.map(({ files }: { files: string[] }) => files[0])).toEqual(['b.json', 'a.json']);
  });

  test('is refused, in words, where the configuration has no place for it', () => {
    const root = project({ 'redomain.yaml': `base: &base []\n${CONFIG}`.replace('base: &base []\n', '---\n').concat('...\n') });
    const { policy } = readPolicy(CONFIG, join(root, 'redomain.yaml'), 'redomain.yaml');
    expect(() => keepingConfig(policy, { cwd: root }, kept)).toThrow(/no entry that keeps "web.*can be added to redomain.yaml/);
    expect(readFileSync(join(root, 'redomain.yaml'), 'utf8')).toContain('...');
  });
});

describe('the editor', () => {
  test('is VISUAL, then EDITOR', () => {
    expect(editorOf({ VISUAL: 'code --wait', EDITOR: 'vi' })).toBe('code --wait');
    expect(editorOf({ VISUAL: ' ', EDITOR: 'vi' })).toBe('vi');
    expect(editorOf({})).toBeUndefined();
  });

  test('is told the line as it takes it', () => {
    expect(editorArguments('/usr/bin/nano -w', '/a b', 3)).toEqual(['+3', '/a b']);
    expect(editorArguments('code --wait', '/a', 3)).toEqual(['--goto', '/a:3']);
    expect(editorArguments('hx', '/a', 3)).toEqual(['/a:3']);
    expect(editorArguments('my-editor', '/a', 3)).toEqual(['/a']);
  });
});
