import type { Fault } from './fault.ts';

/** What the faults without a source of their own are planted in. */
export const SAMPLE = `'use client';

// Shows the backend.
import { useState } from 'react';
import type { Session } from './session';

export const API = 'https://api.old.ex.ai/v1/\`\${id}\`';
const APP = "https://app.old.ex.ai";
const both = ['https://api.old.ex.ai', 'https://auth.old.ex.ai'];
const paths = { 'https://api.old.ex.ai': 1, plain: 2 };
const raw = String.raw\`https://api.old.ex.ai/\\n\`;
const plain = 'nothing here';
enum Where { Here = 'https://api.old.ex.ai' }

/** Asks https://api.old.ex.ai for it. */
export async function fetchAll(session: Session, retries = 3): Promise<string> {
  // https://api.old.ex.ai answers twice
  for (let attempt = 0; attempt < retries; attempt++) {
    const found = await session.get(\`https://api.old.ex.ai/\${attempt}/x\`, { timeout: 10 });
    if (found && !found.lost) return 'https://api.old.ex.ai/\\t\\u00e9' + found.id;
  }
  throw new Error('lost');
}

export function View({ session }: { session: Session }) {
  const [open, setOpen] = useState(false);
  return (
    <p title="Tom &amp; Ann" onClick={() => setOpen(!open)}>
      See <a href="https://api.old.ex.ai/?a&amp;b">the docs</a> at
      https://api.old.ex.ai/x now <b>soon</b>
    </p>
  );
}
`;

const IMPORT = `import { STAGING_BACKEND_URL } from '@/lib/domain-config';\n`;
const BLOCK = `import {
  STAGING_AUTH_URL,
  STAGING_BACKEND_URL,
  STAGING_FRONTEND_URL,
} from '@/lib/domain-config';
`;
const ONE = `import { a } from './a';\n\nexport const url = 'https://api.old.ex.ai/x';\n`;
const ONE_RIGHT = `${IMPORT}import { a } from './a';\n\nexport const url = \`\${STAGING_BACKEND_URL}/x\`;\n`;

/** A file that has the constant's name already, and the output that takes no notice. */
const shadow = (name: string, code: string): Fault => ({
  name: `a name shadowed by ${name}`,
  path: 'app/file.ts',
  source: code.replace('URL_HERE', "'https://api.old.ex.ai'"),
  output: IMPORT + code.replace('URL_HERE', 'STAGING_BACKEND_URL'),
});

/** The import of a small file, as it must not be. */
const imported = (name: string, wrong: string): Fault => ({ name, source: ONE, swaps: [[IMPORT, wrong]] });

const script = (fault: Fault): Fault => ({ ...fault, path: 'app/server.js' });
const SCRIPT = `'use strict';\nconst fs = require('fs');\n\nmodule.exports = { url: 'https://api.old.ex.ai/x' };\n`;
const REQUIRE = `const { STAGING_BACKEND_URL } = require('../lib/domain-config');\n`;

export const FAULTS: readonly Fault[] = [
  // --- constants ---
  { name: 'wrong constant', swaps: [['APP = STAGING_FRONTEND_URL', 'APP = STAGING_BACKEND_URL']] },
  {
    name: 'constant of another service with the same value',
    swaps: [
      ['[STAGING_BACKEND_URL, STAGING_AUTH_URL]', '[STAGING_BACKEND_URL, STAGING_BACKEND_URL]'],
      ['  STAGING_AUTH_URL,\n', ''],
    ],
  },
  {
    name: 'two constants of one value exchanged',
    swaps: [['[STAGING_BACKEND_URL, STAGING_AUTH_URL]', '[STAGING_AUTH_URL, STAGING_BACKEND_URL]']],
  },
  {
    name: 'constant of another service with a similar value',
    swaps: [
      ['APP = STAGING_FRONTEND_URL', 'APP = STAGING_DOCS_URL'],
      ['  STAGING_FRONTEND_URL,', '  STAGING_DOCS_URL,'],
    ],
  },
  {
    name: 'host where the URL stood',
    source: ONE,
    swaps: [
      [IMPORT, IMPORT.replace('URL', 'HOST')],
      ['${STAGING_BACKEND_URL}', '${STAGING_BACKEND_HOST}'],
    ],
  },
  {
    name: 'constant that the module lacks',
    source: ONE,
    swaps: [
      [IMPORT, IMPORT.replace('URL', 'URI')],
      ['${STAGING_BACKEND_URL}', '${STAGING_BACKEND_URI}'],
    ],
  },
  // --- what stands beside a constant ---
  { name: 'wrong path part', swaps: [['/v1/', '/v2/']] },
  { name: 'path part lost', swaps: [['/v1/', '/']] },
  { name: 'path part doubled', swaps: [['/v1/', '/v1/v1/']] },
  { name: 'slash doubled', source: ONE, swaps: [['}/x', '}//x']] },
  { name: 'scheme doubled', source: ONE, swaps: [['`${STAGING', '`https://${STAGING']] },
  // --- braces, quotes, escapes ---
  { name: 'opening brace lost', source: ONE, swaps: [['${STAGING_BACKEND_URL}', '$STAGING_BACKEND_URL}']] },
  { name: 'closing brace lost', source: ONE, swaps: [['${STAGING_BACKEND_URL}', '${STAGING_BACKEND_URL']] },
  { name: 'dollar lost', source: ONE, swaps: [['${STAGING_BACKEND_URL}', '{STAGING_BACKEND_URL}']] },
  { name: 'dollar doubled', source: ONE, swaps: [['${STAGING_BACKEND_URL}', '$${STAGING_BACKEND_URL}']] },
  { name: 'back-tick not escaped', swaps: [['/v1/\\`\\${id}\\`', '/v1/`\\${id}\\`']] },
  { name: 'placeholder of the text not escaped', swaps: [['\\${id}', '${id}']] },
  { name: 'escape changed', swaps: [['/\\t\\u00e9', '/\\\\t\\u00e9']] },
  { name: 'escape of another character', swaps: [['/\\t\\u00e9', '/\\t\\u00e8']] },
  { name: 'back-ticks changed to quotes', source: ONE, swaps: [['`${STAGING_BACKEND_URL}/x`', "'${STAGING_BACKEND_URL}/x'"]] },
  { name: 'quotes changed on one side', source: ONE, swaps: [['/x`', "/x'"]] },
  { name: 'quotes left around the name', swaps: [['APP = STAGING_FRONTEND_URL', "APP = 'STAGING_FRONTEND_URL'"]] },
  { name: 'another placeholder of the template changed', swaps: [['${attempt}', '${retries}']] },
  { name: 'template literal got a tag', source: ONE, swaps: [['`${STAGING', 'String.raw`${STAGING']] },
  { name: 'constant within a tagged template', swaps: [['String.raw`https://new.ex.ai/', 'String.raw`${STAGING_BACKEND_URL}/']] },
  { name: 'tag lost', swaps: [['String.raw`https', '`https']] },
  { name: 'operand lost', swaps: [['\\u00e9` + found.id', '\\u00e9`']] },
  // --- JSX ---
  { name: 'attribute turned to text', swaps: [['href={`${STAGING_BACKEND_URL}/?a&b`}', 'href="{STAGING_BACKEND_URL}/?a&b"']] },
  { name: 'entity of a rewritten attribute not decoded', swaps: [['/?a&b`', '/?a&amp;b`']] },
  { name: 'entity of a rewritten attribute lost', swaps: [['/?a&b`', '/?ab`']] },
  { name: 'entity of another attribute decoded', swaps: [['"Tom &amp; Ann"', '{"Tom &amp; Ann"}']] },
  { name: 'white space of a JSX text lost', swaps: [['{" "}{STAGING', '{STAGING']] },
  { name: 'white space of a JSX text added', swaps: [['/x now', '/x  now']] },
  { name: 'white space behind a JSX text lost', swaps: [['now <b>', 'now<b>']] },
  { name: 'JSX text without braces', swaps: [['{" "}{STAGING_BACKEND_URL}', '{" "}STAGING_BACKEND_URL']] },
  { name: 'element lost', swaps: [['<b>soon</b>', 'soon']] },
  { name: 'attribute lost', swaps: [[' title="Tom &amp; Ann"', '']] },
  { name: 'attribute renamed', swaps: [['<a href=', '<a src=']] },
  // --- places where no name can stand ---
  { name: 'object key not computed', swaps: [['[STAGING_BACKEND_URL]: 1', 'STAGING_BACKEND_URL: 1']] },
  { name: 'object key in quotes', swaps: [['[STAGING_BACKEND_URL]: 1', "'STAGING_BACKEND_URL': 1"]] },
  { name: 'shorthand property', swaps: [['[STAGING_BACKEND_URL]: 1', 'STAGING_BACKEND_URL']] },
  { name: 'enum member computed', swaps: [["Here = 'https://new.ex.ai'", 'Here = STAGING_BACKEND_URL']] },
  { name: 'enum member computed by a template', swaps: [["Here = 'https://new.ex.ai'", 'Here = `${STAGING_BACKEND_URL}`']] },
  { name: 'directive turned into an expression', swaps: [["'use client';", "('use client');"]] },
  { name: 'directive turned into a template', swaps: [["'use client';", '`use client`;']] },
  { name: 'directive lost', swaps: [["'use client';", '']] },
  {
    name: 'type of a text turned into a name',
    source: `type U = 'https://api.old.ex.ai';\nexport const url: U = 'https://api.old.ex.ai';\n`,
    path: 'app/file.ts',
    swaps: [["U = 'https://new.ex.ai'", 'U = typeof STAGING_BACKEND_URL']],
  },
  {
    name: 'module specifier turned into a name',
    source: `const b = 'https://api.old.ex.ai';\nexport const m = import('https://api.old.ex.ai/m.js');\n`,
    path: 'app/file.ts',
    swaps: [["import('https://new.ex.ai/m.js')", 'import(`${STAGING_BACKEND_URL}/m.js`)']],
  },
  {
    name: 'declaration turned into a name',
    source: `const b = 'https://api.old.ex.ai';\ndeclare const u: 'https://api.old.ex.ai';\n`,
    path: 'app/file.ts',
    swaps: [["u: 'https://new.ex.ai'", 'u: STAGING_BACKEND_URL']],
  },
  {
    name: 'const assertion lost',
    source: `export const u = ['https://api.old.ex.ai', 'b'] as readonly string[];\n`,
    path: 'app/file.ts',
    swaps: [[' as readonly string[]', '']],
  },
  {
    name: 'class field continues the one above',
    source: `export class A {\n  a = b\n  'https://api.old.ex.ai' = 1\n}\n`,
    path: 'app/file.ts',
    output: `${IMPORT}\nexport class A {\n  a = b\n  [STAGING_BACKEND_URL] = 1\n}\n`,
  },
  {
    name: 'constant in a mocked factory, which is hoisted above imports',
    source: `const b = 'https://api.old.ex.ai';\njest.mock('./a', () => ({ url: 'https://api.old.ex.ai' }));\n`,
    path: 'app/file.ts',
    swaps: [["url: 'https://new.ex.ai'", 'url: STAGING_BACKEND_URL']],
  },
  // --- where the import stands ---
  {
    name: "import above 'use client'",
    swaps: [
      [BLOCK, ''],
      ["'use client';\n", `${BLOCK}'use client';\n`],
    ],
  },
  {
    name: 'import above the shebang',
    source: `#!/usr/bin/env node\n${ONE}`,
    swaps: [
      [IMPORT, ''],
      ['#!', `${IMPORT}#!`],
    ],
  },
  { name: 'import lost', source: ONE, swaps: [[IMPORT, '']] },
  {
    name: 'import inside a function',
    source: `export function f() {\n  return 'https://api.old.ex.ai';\n}\n`,
    path: 'app/file.ts',
    output: `export function f() {\n  ${IMPORT}  return STAGING_BACKEND_URL;\n}\n`,
  },
  { name: 'import inside a block', source: ONE, swaps: [[IMPORT, `if (a) {\n${IMPORT}}\n`]] },
  { name: 'import within a namespace', source: ONE, path: 'app/file.ts', swaps: [[IMPORT, `namespace A {\n${IMPORT}}\n`]] },
  { name: 'import within a comment', source: ONE, swaps: [[IMPORT, `// ${IMPORT}`]] },
  {
    name: 'import within a text',
    source: 'const t = `\n`;\nexport const url = "https://api.old.ex.ai";\n',
    output: `const t = \`\n${IMPORT}\`;\nexport const url = STAGING_BACKEND_URL;\n`,
  },
  {
    name: 'import between a comment and the line that it silences',
    source: `import { a } from './a';\n// @ts-expect-error no types\nimport b from './b';\n\nexport const url = 'https://api.old.ex.ai/x';\n`,
    swaps: [
      [IMPORT, ''],
      ['no types\n', `no types\n${IMPORT}`],
    ],
  },
  {
    name: 'import between a lint comment and its line',
    source: `import { a } from './a';\n// eslint-disable-next-line no-console\nconsole.log(a);\n\nexport const url = 'https://api.old.ex.ai/x';\n`,
    swaps: [
      [IMPORT, ''],
      ['no-console\n', `no-console\n${IMPORT}`],
    ],
  },
  script({
    name: 'require above the directive',
    source: SCRIPT,
    swaps: [
      [REQUIRE, ''],
      ["'use strict';\n", `${REQUIRE}'use strict';\n`],
    ],
  }),
  script({
    name: 'require after the first use',
    source: SCRIPT,
    swaps: [
      [REQUIRE, ''],
      ['/x` };\n', `/x\` };\n${REQUIRE}`],
    ],
  }),
  script({ name: 'require of another module', source: SCRIPT, swaps: [['../lib/domain-config', '../lib/domain-configs']] }),
  script({
    name: 'require of the file from another directory',
    source: SCRIPT,
    swaps: [['../lib/domain-config', './lib/domain-config']],
  }),
  script({ name: 'require that can be assigned', source: SCRIPT, swaps: [['const { STAGING', 'let { STAGING']] }),
  script({
    name: 'require with a default',
    source: SCRIPT,
    swaps: [['{ STAGING_BACKEND_URL }', "{ STAGING_BACKEND_URL = 'x' }"]],
  }),
  script({ name: 'require without names', source: SCRIPT, swaps: [['const { STAGING_BACKEND_URL } = ', '']] }),
  script({
    name: 'import in a file that requires',
    source: SCRIPT,
    swaps: [[REQUIRE, `import { STAGING_BACKEND_URL } from '../lib/domain-config';\n`]],
  }),
  {
    name: 'require in a file that imports',
    source: ONE,
    swaps: [[IMPORT, `const { STAGING_BACKEND_URL } = require('@/lib/domain-config');\n`]],
  },
  // --- what the import says ---
  imported('import type', IMPORT.replace('import {', 'import type {')),
  imported('type-only specifier', IMPORT.replace('{ STAGING', '{ type STAGING')),
  imported('default import', IMPORT.replace('{ STAGING_BACKEND_URL }', 'STAGING_BACKEND_URL')),
  imported('namespace import by the name of a constant', IMPORT.replace('{ STAGING_BACKEND_URL }', '* as STAGING_BACKEND_URL')),
  imported('side-effect import', `import '@/lib/domain-config';\n`),
  imported('import from a wrong module', IMPORT.replace('domain-config', 'domain-configs')),
  imported('relative import that leads elsewhere', IMPORT.replace('@/lib', './lib')),
  imported('absolute path for the alias', IMPORT.replace('@/lib', '/lib')),
  imported('import under another alias', IMPORT.replace('URL }', 'URL as backend }')),
  imported('alias of another constant', IMPORT.replace('{ STAGING_BACKEND_URL', '{ STAGING_FRONTEND_URL as STAGING_BACKEND_URL')),
  imported('imported twice', IMPORT + IMPORT),
  imported('imported twice, under two names', IMPORT + IMPORT.replace('URL }', 'URL as second }')),
  imported('imported besides without use', IMPORT.replace('{ STAGING', '{ STAGING_AUTH_URL, STAGING')),
  imported('re-export for an import', IMPORT.replace('import', 'export')),
  imported('another import lost', ''),
  { name: 'imported name of another module lost', source: ONE, swaps: [['import { a }', 'import {}']] },
  {
    name: 'merged into a type-only import',
    source: `import type { Where } from '@/lib/domain-config';\n\nexport const url: Where = 'https://api.old.ex.ai/x';\n`,
    path: 'app/file.ts',
    output: `import type { STAGING_BACKEND_URL, Where } from '@/lib/domain-config';\n\nexport const url: Where = \`\${STAGING_BACKEND_URL}/x\`;\n`,
  },
  {
    name: 'type-only import made one of values',
    source: `import type { Where } from '@/lib/domain-config';\n\nexport const url: Where = 'https://api.old.ex.ai/x';\n`,
    path: 'app/file.ts',
    output: `import { STAGING_BACKEND_URL, Where } from '@/lib/domain-config';\n\nexport const url: Where = \`\${STAGING_BACKEND_URL}/x\`;\n`,
  },
  {
    name: 'another name of the merged import lost',
    source: `import { OTHER } from '@/lib/domain-config';\n\nexport const url = OTHER + 'https://api.old.ex.ai/x';\n`,
    swaps: [['OTHER, ', '']],
  },
  {
    name: 'comment of the merged import lost',
    source: `import {\n  OTHER, // the other\n} from '@/lib/domain-config';\n\nexport const url = OTHER + 'https://api.old.ex.ai/x';\n`,
    swaps: [[' // the other', '']],
  },
  // --- shadows ---
  shadow('a parameter', '\nexport const f = (STAGING_BACKEND_URL) => URL_HERE;\n'),
  shadow('a parameter with a default', '\nexport function f(STAGING_BACKEND_URL = 1) {\n  return URL_HERE;\n}\n'),
  shadow('a destructured parameter', '\nexport const f = ({ x: [STAGING_BACKEND_URL] }) => URL_HERE;\n'),
  shadow('a rest parameter', '\nexport const f = (...STAGING_BACKEND_URL) => URL_HERE;\n'),
  shadow('a local constant', '\nexport function f() {\n  const STAGING_BACKEND_URL = 1;\n  return URL_HERE;\n}\n'),
  shadow(
    'a hoisted var',
    '\nexport function f() {\n  const x = URL_HERE;\n  if (x) { var STAGING_BACKEND_URL = 1; }\n  return x;\n}\n',
  ),
  shadow('a loop', '\nfor (const STAGING_BACKEND_URL of a) f(URL_HERE);\n'),
  shadow('a caught error', '\ntry { f(); } catch (STAGING_BACKEND_URL) { f(URL_HERE); }\n'),
  shadow('a function', '\n{ function STAGING_BACKEND_URL() { return URL_HERE; } }\n'),
  shadow('a named function expression', '\nexport const f = function STAGING_BACKEND_URL() { return URL_HERE; };\n'),
  shadow('a class', '\n{ class STAGING_BACKEND_URL { url = URL_HERE; } }\n'),
  shadow('a named class expression', '\nexport const f = class STAGING_BACKEND_URL { url = URL_HERE; };\n'),
  shadow('an enum', '\nnamespace A { enum STAGING_BACKEND_URL { A } f(URL_HERE); }\n'),
  shadow('a namespace', '\nnamespace A { namespace STAGING_BACKEND_URL { f(URL_HERE); } }\n'),
  shadow('a parameter property', '\nexport class A { constructor(private STAGING_BACKEND_URL: string) { f(URL_HERE); } }\n'),
  shadow('a setter', '\nexport const f = { set a(STAGING_BACKEND_URL) { f(URL_HERE); } };\n'),
  shadow('an import that is an assignment', '\nnamespace A { import STAGING_BACKEND_URL = B.c; f(URL_HERE); }\n'),
  shadow('an enum member', '\nenum A { STAGING_BACKEND_URL = 1, B = f(URL_HERE) }\n'),
  shadow('an assignment', '\nSTAGING_BACKEND_URL = 1;\nf(URL_HERE);\n'),
  // --- the rest of the file ---
  { name: 'a comment changed', swaps: [['// https://new.ex.ai answers twice', '// https://new.ex.ai answers thrice']] },
  { name: 'a comment got a wrong host', swaps: [['// https://new.ex.ai answers', '// https://www.new.ex.ai answers']] },
  { name: 'a comment kept the old host', swaps: [['// https://new.ex.ai answers', '// https://api.old.ex.ai answers']] },
  { name: 'a name written into a comment', swaps: [['// https://new.ex.ai answers', '// ${STAGING_BACKEND_URL} answers']] },
  { name: 'a documentation comment made a plain one', swaps: [['/** Asks', '/* Asks']] },
  {
    name: 'a comment moved to another line',
    swaps: [
      ['// Shows the backend.\n', ''],
      ['enum Where', '// Shows the backend.\nenum Where'],
    ],
  },
  { name: 'a character of another text changed', swaps: [["'nothing here'", "'Nothing here'"]] },
  { name: 'edit in a wrong literal', swaps: [["'nothing here'", 'STAGING_BACKEND_URL']] },
  {
    name: 'one place left out',
    swaps: [
      ['APP = STAGING_FRONTEND_URL', 'APP = "https://app.old.ex.ai"'],
      ['  STAGING_FRONTEND_URL,\n', ''],
    ],
  },
  {
    name: 'one place made a text',
    swaps: [
      ['APP = STAGING_FRONTEND_URL', 'APP = "https://www.new.ex.ai"'],
      ['  STAGING_FRONTEND_URL,\n', ''],
    ],
  },
  { name: 'statement deleted', swaps: [["const plain = 'nothing here';\n", '']] },
  { name: 'operator changed', swaps: [['found && !found', 'found || !found']] },
  { name: 'negation lost', swaps: [['&& !found', '&& found']] },
  { name: 'update operator changed', swaps: [['attempt++', 'attempt--']] },
  {
    name: 'prefix operator for a suffix',
    source: `let a = 1;\nexport const b = [a++, 'https://api.old.ex.ai'];\n`,
    swaps: [['a++', '++a']],
  },
  { name: 'number changed', swaps: [['timeout: 10', 'timeout: 1']] },
  { name: 'await lost', swaps: [['await session', 'session']] },
  { name: 'async lost', swaps: [['async function', 'function']] },
  { name: 'const made let', swaps: [['const APP', 'let APP']] },
  { name: 'export lost', swaps: [['export const API', 'const API']] },
  { name: 'optional chain lost', source: `export const a = b?.c('https://api.old.ex.ai');\n`, swaps: [['?.c', '.c']] },
  { name: 'pattern changed', source: `export const a = [/x\\/y/g, 'https://api.old.ex.ai'];\n`, swaps: [['/g,', '/gi,']] },
  { name: 'big number changed', source: `export const a = [10n, 'https://api.old.ex.ai'];\n`, swaps: [['10n', '11n']] },
  { name: 'type import made one of values', swaps: [['import type { Session }', 'import { Session }']] },
  { name: 'annotation changed', swaps: [['Promise<string>', 'Promise<number>']] },
  {
    name: 'decorators exchanged',
    source: `@a\n@b\nexport class A { url = 'https://api.old.ex.ai'; }\n`,
    path: 'app/file.ts',
    swaps: [['@a\n@b', '@b\n@a']],
  },
  {
    name: 'decorator moved to a member',
    source: `@a\nexport class A { url = 'https://api.old.ex.ai'; }\n`,
    path: 'app/file.ts',
    swaps: [
      ['@a\n', ''],
      ['{ url', '{ @a url'],
    ],
  },
  {
    name: 'two words joined',
    source: `export const f = () => { return'https://api.old.ex.ai'; };\n`,
    swaps: [['return STAGING', 'returnSTAGING']],
  },
  {
    name: 'parentheses that change the order lost',
    source: `export const a = ('https://api.old.ex.ai/' + b).c;\n`,
    swaps: [['(`${STAGING_BACKEND_URL}/` + b).c', '`${STAGING_BACKEND_URL}/` + b.c']],
  },
  {
    name: 'line break after return',
    source: `export const f = () => { return 'https://api.old.ex.ai'; };\n`,
    swaps: [['return STAGING', 'return\nSTAGING']],
  },
  { name: 'hole of a list lost', source: `export const a = [, 'https://api.old.ex.ai'];\n`, swaps: [['[, ', '[']] },
  { name: 'spread lost', source: `export const a = [...b, 'https://api.old.ex.ai'];\n`, swaps: [['...b', 'b']] },
];

/** What a program may not notice, and promised all the same: every byte outside of the edits stays. */
export const BYTE_FAULTS: readonly Fault[] = [
  { name: 'line endings of the file changed', source: ONE.replaceAll('\n', '\r\n'), output: ONE_RIGHT },
  { name: 'line ending of another line changed', source: ONE.replaceAll('\n', '\r\n'), swaps: [["'./a';\r\n", "'./a';\n"]] },
  {
    name: 'import with other line endings than the file',
    source: ONE.replaceAll('\n', '\r\n'),
    swaps: [["domain-config';\r\n", "domain-config';\n"]],
  },
  {
    name: 'tabs expanded',
    source: `export function f() {\n\treturn 'https://api.old.ex.ai';\n}\n`,
    swaps: [['\treturn', '        return']],
  },
  { name: 'tab beside a host expanded', source: `export const url = 'https://api.old.ex.ai/\t';\n`, swaps: [['/\t`', '/    `']] },
  { name: 'final newline lost', source: ONE, output: ONE_RIGHT.slice(0, -1) },
  { name: 'final newline added', source: ONE.slice(0, -1), output: ONE_RIGHT },
  {
    name: 'white space at the end of a line lost',
    source: `const a = 1;  \nexport const url = 'https://api.old.ex.ai';\n`,
    swaps: [['1;  \n', '1;\n']],
  },
  { name: 'semicolon lost', source: `const a = 1;\nexport const url = 'https://api.old.ex.ai';\n`, swaps: [['1;', '1']] },
  { name: 'trailing comma lost', source: `export const url = ['https://api.old.ex.ai',];\n`, swaps: [[',]', ']']] },
  { name: 'text normalised', source: `export const url = 'https://api.old.ex.ai/e\u0301';\n`, swaps: [['e\u0301', '\u00e9']] },
  { name: 'byte order mark in the text', source: ONE, output: `\ufeff${ONE_RIGHT}` },
];
