import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importable } from '../../../src/core/importable.ts';
import { decode } from '../../../src/files/read.ts';
import type { FilePlan } from '../../../src/plan/file-plan.ts';
import { createPlanner } from '../../../src/plan/planner.ts';
import { doubtOf } from '../../../transforms/python/coding.ts';
import { language } from '../../../transforms/python/language.ts';
import { ASCII, EUC, SINGLE_BYTE, UTF_8 } from '../../../transforms/python/source-encodings.ts';
import { CONFIG, project, redomain } from '../../cli-project.ts';
import { POLICY } from '../../policy.ts';
import { hasPython } from '../fuzz/python-syntax.ts';

/** Runs a program of Python with a JSON value on its standard input; gives the JSON value that it prints. */
function ask<T>(program: string, input: unknown): T {
  const { stdout, stderr } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Which of all encodings that CPython knows keep ASCII: each byte of it is that character, and part of no other, whatever stands before it. */
const KEEP_ASCII = `
import codecs, encodings, encodings.aliases, json, pkgutil, sys
def decoded(name, data):
    try:
        return data.decode(name)
    except Exception:
        return None
def ends(name, before):
    for low in range(128):
        text = decoded(name, before + bytes([low]))
        if text is not None and (text[-1:] != chr(low) or any(ord(c) < 128 for c in text[:-1])):
            return False
    return True
TEXTS = [bytes([c]) for c in range(128)] + [bytes(range(128)), b"~{VP~}", b"+AGE-", b"\\x1b$B0!\\x1b(B", b"\\\\x41", b"\\\\u0041", b"xn--bcher-kva.ex"]
def keeps(name):
    if not codecs.lookup(name)._is_text_encoding:
        return False
    if any(decoded(name, text) != text.decode("ascii") for text in TEXTS):
        return False
    alone = [decoded(name, bytes([high])) for high in range(128, 256)]
    if any(text is not None and any(ord(c) < 128 for c in text) for text in alone):
        return False
    if not all(ends(name, bytes([high])) for high in range(128, 256)):
        return False
    return None not in alone or all(ends(name, bytes([high, 0xa1])) and ends(name, bytes([0x8f, high])) for high in range(128, 256))
names = {m.name for m in pkgutil.iter_modules(encodings.__path__)} | set(encodings.aliases.aliases) | set(encodings.aliases.aliases.values())
kept, known = {}, {}
for name in sorted(names):
    try:
        codec = codecs.lookup(name).name
    except Exception:
        continue
    if codec not in kept:
        kept[codec] = keeps(name)
    known[name] = [codec, kept[codec]]
print(json.dumps(known))
`;

describe.skipIf(!hasPython)('the encodings that are read byte by byte', () => {
  const known = ask<Record<string, readonly [codec: string, keeps: boolean]>>(KEEP_ASCII, null);
  const listed = [...UTF_8, ...ASCII, ...SINGLE_BYTE, ...EUC];
  const namesWhere = (is: (codec: string, keeps: boolean) => boolean): string[] =>
    Object.keys(known)
      .filter((name) => is(...known[name]!))
      .sort();

  it('are those that keep ASCII in CPython, under all their names', () => {
    expect(namesWhere((_, keeps) => keeps)).toEqual(listed.filter((name) => name in known).sort());
    expect(namesWhere((codec) => /^utf-8(?:-sig)?$/.test(codec))).toEqual([...UTF_8].sort());
    expect(namesWhere((codec) => codec === 'ascii')).toEqual([...ASCII].sort());
  });

  it('are no multi-byte ones whose bytes may be quotes, braces or backslashes, and none that is no text', () => {
    const refused =
      'shift_jis sjis cp932 gbk gb18030 big5 big5hkscs johab cp949 uhc utf_7 iso2022_jp iso2022_kr hz cp037 cp500 utf_16 utf_32 rot13 unicode_escape raw_unicode_escape mbcs oem idna';
    for (const name of refused.split(' ')) expect(listed).not.toContain(name);
  });
});

const HEADS: readonly string[] = [
  '# coding: NAME\n',
  '# -*- coding: NAME -*-\n',
  '#!/usr/bin/env python3\n# vim: set fileencoding=NAME :\n',
  '\n# coding=NAME\n',
  '\f\n \t# encoding:\tNAME\n',
  '#!/x\r# coding: NAME\r',
  '#!/x\r\n# coding: NAME\r\n',
  '# coding : no, coding: NAME\n',
  '# é coding: NAME\n',
  '#\n#\n# coding: NAME\n',
  'import os\n# coding: NAME\n',
  '"""About."""\n# coding: NAME\n',
  'x = 1  # coding: NAME\n',
  '"""\n# coding: NAME\n"""\n',
  '\\\n# coding: NAME\n',
  '# codingNAME\n',
];
const NAMES =
  'utf-8 UTF8 utf_8 utf-8-sig utf-8-unix u8 cp65001 ascii us-ascii latin-1 Latin_1 latin-1-dos iso-8859-15 ISO_8859-1 cp1252 windows-1251 koi8-r koi8-r-unix euc-jp euc_kr gb2312 shift_jis Shift-JIS cp932 gbk gb18030 big5 johab utf-7 utf-16 utf-16-le iso-2022-jp hz cp037 rot13 unicode_escape future_fstrings pyxl no.such _utf_8 -utf-8- iso-8859-1-x'.split(
    ' ',
  );
const BODIES = [Buffer.from('x = "a"\n'), Buffer.from('x = "é"\n'), Buffer.from('x = "é"\n', 'latin1')];
const MARKS = [Buffer.alloc(0), Buffer.from([0xef, 0xbb, 0xbf])];

/** For files, in Base64: the codec that CPython reads them with, or null where it refuses them. */
const READ = `
import base64, io, json, sys, tokenize, warnings
warnings.simplefilter("ignore")
def codec(data):
    try:
        compile(data, "x", "exec")
    except (SyntaxError, ValueError, LookupError):
        return None
    try:
        return tokenize.detect_encoding(io.BytesIO(data.replace(b"\\r\\n", b"\\n").replace(b"\\r", b"\\n")).readline)[0]
    except SyntaxError:
        return "unknown"
print(json.dumps([codec(base64.b64decode(one)) for one in json.load(sys.stdin)]))
`;
const SAFE_CODEC =
  /^(?:utf-8(?:-sig)?|ascii|iso-?8859-\d+|latin-1|cp125\d|koi8-r|euc_.*|gb2312|windows-125\d|euc-jp|us-ascii|u8|utf8|_?utf_8|cp65001|unknown)$/i;

it.skipIf(!hasPython)(
  'the coding cookie of PEP 263 is found where CPython finds it, and a file that contradicts it is doubted',
  () => {
    const files = HEADS.flatMap((head) =>
      NAMES.flatMap((name) =>
        MARKS.flatMap((mark) => BODIES.map((body) => Buffer.concat([mark, Buffer.from(head.replace('NAME', name)), body]))),
      ),
    );
    const codecs = ask<(string | null)[]>(
      READ,
      files.map((bytes) => bytes.toString('base64')),
    );
    const wrong = files.flatMap((bytes, index) => {
      const decoded = decode(bytes);
      if ('reason' in decoded) throw new Error(decoded.reason);
      const codec = codecs[index]!;
      const doubted = doubtOf(decoded) !== undefined;
      const unsure = codec === null ? !/UTF8|utf_8|u8|cp65001/.test(bytes.toString('latin1')) : !SAFE_CODEC.test(codec);
      // Where CPython takes it, what is read byte by byte must be safe; what it refuses must be doubted.
      return doubted === unsure || (codec === null && doubted)
        ? []
        : [`${codec} ${doubted} ${JSON.stringify(bytes.toString('latin1'))}`];
    });
    expect(wrong).toEqual([]);
    expect(codecs.filter((codec) => codec === null).length).toBeGreaterThan(100);
    expect(codecs.filter((codec) => codec !== null).length).toBeGreaterThan(100);
  },
);

const bindings = [{ name: 'STAGING_BACKEND_URL', value: 'https://new.ex.ai', service: 'staging.backend', part: 'url' }] as const;
const modules = [{ file: 'shared/domains.py', language: 'python', scope: ['**/*.py'], bindings }] as const;
const reference = { file: 'shared/domains.py', specifier: 'shared.domains', bindings };
const resolve = () => importable(reference, () => reference);

function plan(bytes: Buffer, unsafe = false): FilePlan | undefined {
  const decoded = decode(bytes);
  if ('reason' in decoded) throw new Error(decoded.reason);
  const planner = createPlanner({ policy: { ...POLICY, modules }, unsafe, today: '2030-01-01', resolve });
  return planner.plan({ path: 'a.py', ...decoded }, language);
}

const encodedBy = (encoding: string, text: string): Buffer =>
  Buffer.from(
    ask<string>(
      `import base64, json, sys; e, t = json.load(sys.stdin); print(json.dumps(base64.b64encode(t.encode(e)).decode()))`,
      [encoding, text],
    ),
    'base64',
  );

describe.skipIf(!hasPython)('a Python file in an encoding', () => {
  const source = (name: string, word: string): string =>
    `# -*- coding: ${name} -*-\nN = 1\nU = f"${word}https://api.old.ex.ai/${word}"\nV = "https://api.old.ex.ai"  # ${word}\n`;

  it.each([
    ['shift_jis', '表ソ{N}'],
    ['cp932', '表ソ'],
    ['gbk', '俓亄'],
    ['gb18030', '\u3400俓'],
    ['big5', '功許'],
    ['big5hkscs', '功許'],
    ['johab', '가'],
    ['cp949', '갂'],
    ['utf-7', 'é'],
    ['iso-2022-jp', '表'],
    ['hz', '中'],
  ])('whose bytes may be quotes, braces and backslashes, %s, is for review as a whole, and is never written', (name, word) => {
    const bytes = encodedBy(name, source(name, word));
    for (const unsafe of [false, true]) {
      const { report, findings, output } = plan(bytes, unsafe)!;
      expect(report).toMatchObject({ status: 'clean', edits: [], reason: expect.stringContaining(JSON.stringify(name)) });
      expect(findings.length).toBeGreaterThan(0);
      for (const { decision, reason } of findings) expect([decision, reason]).toEqual(['review', report.reason]);
      expect(output).toBe((decode(bytes) as { text: string }).text);
    }
  });

  it.each([
    ['latin-1', 'é'],
    ['cp1252', '„“'],
    ['koi8-r', 'привет'],
    ['iso-8859-15', '€'],
    ['euc-jp', '表ソ'],
    ['gb2312', '中文'],
    ['euc-kr', '가'],
    ['utf-8', '表'],
  ])('that keeps ASCII, %s, is rewritten, and Python reads it', (name, word) => {
    const bytes = encodedBy(name, source(name, word));
    const { report, output } = plan(bytes)!;
    expect(report.status).toBe('changed');
    const decoded = decode(bytes) as { encoding: string };
    const after = Buffer.from(output, decoded.encoding === 'latin1' ? 'latin1' : 'utf8');
    expect(ask<string | null>(READ, [after.toString('base64')])).not.toEqual([null]);
    const back = ask<string>(
      `import base64, json, sys; e, t = json.load(sys.stdin); print(json.dumps(base64.b64decode(t).decode(e)))`,
      [name, after.toString('base64')],
    );
    expect(back).toContain(`{STAGING_BACKEND_URL}/${word}"`);
  });

  it.each([
    ['that says UTF-8 and is not', Buffer.from('# coding: utf-8\nx = "é https://api.old.ex.ai"\n', 'latin1')],
    ['that says ASCII and is not', Buffer.from('# coding: ascii\nx = "é https://api.old.ex.ai"\n')],
    ['that has a mark of UTF-8 and says Latin-1', Buffer.from('\ufeff# coding: latin-1\nx = "https://api.old.ex.ai"\n')],
    ['that says nothing and is not UTF-8', Buffer.from('x = "é https://api.old.ex.ai"\n', 'latin1')],
    ['of UTF-16', Buffer.from('\ufeffx = "https://api.old.ex.ai"\n', 'utf16le')],
    ['that nobody knows', Buffer.from('# coding: future_fstrings\nx = "https://api.old.ex.ai"\n')],
  ])('%s is for review', (_, bytes) => {
    expect(plan(bytes)).toMatchObject({
      report: { status: 'clean', edits: [] },
      findings: [{ decision: 'review', rule: 'needs-review' }],
    });
  });

  it('settled by the configuration is left in silence', () => {
    const policy = { ...POLICY, modules, deliver: [{ files: ['a.py'], as: 'keep' }] } as const;
    const planner = createPlanner({ policy, unsafe: false, today: '2030-01-01', resolve });
    const text = '# coding: gbk\nx = "https://api.old.ex.ai"\n';
    expect(planner.plan({ path: 'a.py', text, encoding: 'utf8' }, language)?.findings).toMatchObject([{ decision: 'keep' }]);
  });
});

const HOSTS = CONFIG.slice(0, CONFIG.indexOf('modules:'));

const utf32 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.alloc(4 * [...text].length);
  for (const [index, character] of [...text].entries())
    bytes[order === 'le' ? 'writeUInt32LE' : 'writeUInt32BE'](character.codePointAt(0)!, 4 * index);
  return bytes;
};
const SAID = 'Grüße 表: see https://api.old.ex.ai/x 🚀\r\n';
const WIDE: Readonly<Record<string, Buffer>> = {
  'utf16le.txt': Buffer.from(SAID, 'utf16le'),
  'utf16be.txt': Buffer.from(SAID, 'utf16le').swap16(),
  'utf32le.txt': utf32(SAID, 'le'),
  'utf32be.txt': utf32(SAID, 'be'),
  'marked32le.txt': utf32(`\ufeff${SAID}`, 'le'),
  'marked32be.txt': utf32(`\ufeff${SAID}`, 'be'),
  'upper.txt': Buffer.from(SAID.replace('api.old.ex.ai', 'API.OLD.EX.AI'), 'utf16le'),
};

describe('a text in UTF-16 or UTF-32 that does not say so', () => {
  it('is for review, with its place, and is never written', async () => {
    const root = project({ 'redomain.yaml': HOSTS, ...WIDE });
    const { stdout } = await redomain(root, ['--check', '--format', 'json']);
    const { findings, files } = JSON.parse(stdout);
    for (const path of Object.keys(WIDE)) {
      const name = path.includes('32') ? 'UTF-32' : 'UTF-16 without a byte order mark';
      const found = findings.filter((one: { path: string }) => one.path === path);
      expect(found, path).toMatchObject([{ line: 1, column: 22, decision: 'review', reason: expect.stringContaining(name) }]);
      expect(files.find((one: { path: string }) => one.path === path).reason).toContain(name);
    }
    const check = await redomain(root, ['--check', '--no-diff']);
    expect(check.status).toBe(1);
    for (const path of Object.keys(WIDE)) expect(check.stdout).toContain(path);
    await redomain(root, ['--write', '--unsafe']);
    for (const [path, bytes] of Object.entries(WIDE)) expect(readFileSync(join(root, path)).equals(bytes), path).toBe(true);
  });

  it('is named where it is part of a file that is no text, as a host in ASCII is', async () => {
    const around = (text: Buffer): Buffer =>
      Buffer.concat([Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3]), text, Buffer.from([0, 0, 0])]);
    const root = project({
      'redomain.yaml': HOSTS,
      'a.exe': around(Buffer.from(SAID)),
      'b.exe': around(Buffer.from(SAID, 'utf16le')),
      'c.exe': Buffer.concat([Buffer.from([0]), around(Buffer.from(SAID, 'utf16le'))]),
    });
    const { stdout, status } = await redomain(root, ['--check', '--format', 'json']);
    const { files, summary } = JSON.parse(stdout);
    expect(summary.ledger.unreadable).toBe(3);
    expect(files.filter(({ reason }: { reason?: string }) => reason === 'binary').length).toBe(3);
    expect(status).toBe(0);
  });

  it('says nothing of an image or a program without a governed host', async () => {
    const noise = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919 * (index % 251)) & 255));
    const root = project({
      'redomain.yaml': HOSTS,
      'a.png': noise,
      'b.bin': Buffer.alloc(10_000),
      'c.txt': Buffer.from('see https://other.example\n', 'utf16le'),
      'd.bin': Buffer.from('e\0x\0-\0a\0i\0'.repeat(1000), 'latin1'),
      'e.lst': Buffer.from('old.exa\0ai\0'.repeat(1000), 'latin1'),
    });
    const { stdout, status } = await redomain(root, ['--check', '--format', 'json']);
    expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(['redomain.yaml']);
    expect(status).toBe(0);
  });
});
