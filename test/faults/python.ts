import type { Fault } from './fault.ts';

/** What the faults without a source of their own are planted in. */
export const SAMPLE = `#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Talks to the backend."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING

from app.base import Base

if TYPE_CHECKING:
    from app.session import Session

API = "https://api.old.ex.ai/v1/{id}"
APP = 'https://app.old.ex.ai'
NOTE = r"a\\d https://api.old.ex.ai/\\n"
ESCAPED = "https://api.old.ex.ai/\\t\\u00e9"
PAIR = ("https://api.old.ex.ai", "https://auth.old.ex.ai")
PLAIN = "nothing here"


@retry("https://api.old.ex.ai/retry", 2)
@cached
async def fetch(session: Session, retries: int = 3) -> str:
    """Asks https://api.old.ex.ai for it."""
    # https://api.old.ex.ai answers twice
    for attempt in range(retries):
        found = await session.get(f"https://api.old.ex.ai/{attempt!r:>10}/x", timeout=10)  # type: ignore
        if found and not found.lost:
            return "a" "https://api.old.ex.ai/b" "c"
    raise LookupError(b"https://api.old.ex.ai")


class Client(Base):
    url = "https://api.old.ex.ai"

    def __init__(self, host=os.environ.get("API_HOST", "api.old.ex.ai")):
        self.names = [name for name in host.split(".")]
`;

const IMPORT = 'from shared.domain_config import STAGING_BACKEND_URL\n';
const BLOCK = `from shared.domain_config import (
    STAGING_AUTH_URL,
    STAGING_BACKEND_HOST,
    STAGING_BACKEND_URL,
    STAGING_FRONTEND_URL,
)

`;
const ONE = 'import os\n\nurl = "https://api.old.ex.ai/x"\n';
const ONE_RIGHT = `import os\n\n${IMPORT}\nurl = f"{STAGING_BACKEND_URL}/x"\n`;

/** A file that has the constant's name already, and the output that takes no notice. */
const shadow = (name: string, code: string): Fault => ({
  name: `a name shadowed by ${name}`,
  source: `import os\n${code.replace('URL_HERE', '"https://api.old.ex.ai"')}`,
  output: `import os\n\n${IMPORT}${code.replace('URL_HERE', 'STAGING_BACKEND_URL')}`,
});

/** The import at another place of a small file. */
const moved = (name: string, output: string): Fault => ({ name, source: ONE, output });

export const FAULTS: readonly Fault[] = [
  // --- constants ---
  { name: 'wrong constant', swaps: [['APP = STAGING_FRONTEND_URL', 'APP = STAGING_BACKEND_URL']] },
  { name: 'host where the URL stood', swaps: [['    url = STAGING_BACKEND_URL', '    url = STAGING_BACKEND_HOST']] },
  { name: 'URL where the host stood', swaps: [['"API_HOST", STAGING_BACKEND_HOST', '"API_HOST", STAGING_BACKEND_URL']] },
  {
    name: 'constant of another service with the same value',
    swaps: [
      ['(STAGING_BACKEND_URL, STAGING_AUTH_URL)', '(STAGING_BACKEND_URL, STAGING_BACKEND_URL)'],
      ['    STAGING_AUTH_URL,\n', ''],
    ],
  },
  {
    name: 'two constants of one value exchanged',
    swaps: [['(STAGING_BACKEND_URL, STAGING_AUTH_URL)', '(STAGING_AUTH_URL, STAGING_BACKEND_URL)']],
  },
  {
    name: 'constant of another service with a similar value',
    swaps: [
      ['    url = STAGING_BACKEND_URL', '    url = STAGING_WEBSOCKET_URL'],
      ['FRONTEND_URL,\n)', 'FRONTEND_URL,\n    STAGING_WEBSOCKET_URL,\n)'],
    ],
  },
  {
    name: 'constant that the module lacks',
    swaps: [
      ['    url = STAGING_BACKEND_URL', '    url = STAGING_BACKEND_URI'],
      ['STAGING_BACKEND_URL,\n', 'STAGING_BACKEND_URL,\n    STAGING_BACKEND_URI,\n'],
    ],
  },
  // --- what stands beside a constant ---
  { name: 'wrong path part', swaps: [['/v1/', '/v2/']] },
  { name: 'path part lost', swaps: [['/v1/', '/']] },
  { name: 'path part doubled', swaps: [['/v1/', '/v1/v1/']] },
  { name: 'slash doubled', swaps: [['}/retry', '}//retry']] },
  { name: 'scheme doubled', swaps: [['f"{STAGING_BACKEND_URL}/retry', 'f"https://{STAGING_BACKEND_URL}/retry']] },
  { name: 'text moved before the constant', swaps: [['f"{STAGING_BACKEND_URL}/retry"', 'f"/retry{STAGING_BACKEND_URL}"']] },
  { name: 'letter case of the rest changed', swaps: [['}/retry', '}/Retry']] },
  // --- braces ---
  { name: 'opening brace lost', swaps: [['f"{STAGING_BACKEND_URL}/retry', 'f"STAGING_BACKEND_URL}/retry']] },
  { name: 'closing brace lost', swaps: [['f"{STAGING_BACKEND_URL}/retry', 'f"{STAGING_BACKEND_URL/retry']] },
  { name: 'brace not doubled', swaps: [['{{id}}', '{id}']] },
  { name: 'brace doubled that is a field', swaps: [['{attempt!r:>10}', '{{attempt!r:>10}}']] },
  { name: 'conversion lost', swaps: [['{attempt!r:>10}', '{attempt:>10}']] },
  { name: 'format specification changed', swaps: [['{attempt!r:>10}', '{attempt!r:>11}']] },
  {
    name: 'constant with a self-documenting field',
    swaps: [['f"{STAGING_BACKEND_URL}/retry', 'f"{STAGING_BACKEND_URL=}/retry']],
  },
  { name: 'constant converted', swaps: [['f"{STAGING_BACKEND_URL}/retry', 'f"{STAGING_BACKEND_URL!r}/retry']] },
  // --- prefix, quotes, escapes ---
  { name: 'f prefix lost', swaps: [['f"{STAGING_BACKEND_URL}/retry', '"{STAGING_BACKEND_URL}/retry']] },
  { name: 'quotes changed on one side', swaps: [['{STAGING_BACKEND_URL}/retry"', "{STAGING_BACKEND_URL}/retry'"]] },
  { name: 'quotes left around the name', swaps: [['    url = STAGING_BACKEND_URL', '    url = "STAGING_BACKEND_URL"']] },
  { name: 'raw prefix lost', swaps: [['rf"a\\d {STAGING', 'f"a\\d {STAGING']] },
  { name: 'raw prefix added', swaps: [['f"{STAGING_BACKEND_URL}/\\t', 'rf"{STAGING_BACKEND_URL}/\\t']] },
  { name: 'escape changed', swaps: [['/\\t\\u00e9', '/\\\\t\\u00e9']] },
  { name: 'escape of another character', swaps: [['/\\t\\u00e9', '/\\t\\u00e8']] },
  { name: 'bytes literal turned into an f-string', swaps: [['b"https://new.ex.ai"', 'f"{STAGING_BACKEND_URL}"']] },
  { name: 'bytes literal turned into a name', swaps: [['b"https://new.ex.ai"', 'STAGING_BACKEND_URL']] },
  { name: 'adjacent text swallowed', swaps: [['"a" f"{STAGING_BACKEND_URL}/b" "c"', '"a" f"{STAGING_BACKEND_URL}/b"']] },
  { name: 'bare name beside adjacent texts', swaps: [['"a" f"{STAGING_BACKEND_URL}/b" "c"', '"a" STAGING_BACKEND_URL "/bc"']] },
  {
    name: 'outer quotes within a nested text, before Python 3.12',
    source: `import os\n\nurl = f"https://{os.getenv('H', 'api.old.ex.ai/x')}"\n`,
    swaps: [["f'{STAGING_BACKEND_HOST}/x'", 'f"{STAGING_BACKEND_HOST}/x"']],
  },
  {
    name: 'backslash within a field, before Python 3.12',
    source: `import os\n\nurl = f"https://{os.getenv('H', 'api.old.ex.ai/x')}"\n`,
    swaps: [["f'{STAGING_BACKEND_HOST}/x'", "f'{STAGING_BACKEND_HOST}\\x2fx'"]],
  },
  // --- docstrings ---
  {
    name: 'docstring turned into an f-string',
    swaps: [['"""Asks https://new.ex.ai for it."""', 'f"""Asks {STAGING_BACKEND_URL} for it."""']],
  },
  {
    name: 'docstring turned into a name',
    source: 'class A:\n    "https://api.old.ex.ai"\n    url = "https://api.old.ex.ai"\n',
    swaps: [['"https://new.ex.ai"', 'STAGING_BACKEND_URL']],
  },
  {
    name: 'statement above a docstring',
    swaps: [['    """Asks https://new.ex.ai for it."""\n', '    ...\n    """Asks https://new.ex.ai for it."""\n']],
  },
  // --- where the import stands ---
  {
    name: 'import above the shebang',
    swaps: [
      [BLOCK, ''],
      ['#!/usr', `${BLOCK}#!/usr`],
    ],
  },
  {
    name: 'import above the coding cookie',
    swaps: [
      [BLOCK, ''],
      ['# -*- coding', `${BLOCK}# -*- coding`],
    ],
  },
  {
    name: 'import above the module docstring',
    swaps: [
      [BLOCK, ''],
      ['"""Talks', `${BLOCK}"""Talks`],
    ],
  },
  {
    name: 'import above from __future__',
    swaps: [
      [BLOCK, ''],
      ['from __future__', `${BLOCK}from __future__`],
    ],
  },
  moved('import after the first use', `import os\n\nurl = f"{STAGING_BACKEND_URL}/x"\n${IMPORT}`),
  moved('import lost', 'import os\n\nurl = f"{STAGING_BACKEND_URL}/x"\n'),
  moved('import inside if TYPE_CHECKING', `import os\n\nif TYPE_CHECKING:\n    ${IMPORT}\nurl = f"{STAGING_BACKEND_URL}/x"\n`),
  {
    name: 'import joined to the imports of a type checker',
    swaps: [
      [BLOCK, ''],
      [
        '    from app.session',
        `    from shared.domain_config import STAGING_AUTH_URL, STAGING_BACKEND_HOST, STAGING_BACKEND_URL, STAGING_FRONTEND_URL\n    from app.session`,
      ],
    ],
  },
  moved(
    'import inside try and except',
    `import os\n\ntry:\n    ${IMPORT}except ImportError:\n    pass\n\nurl = f"{STAGING_BACKEND_URL}/x"\n`,
  ),
  moved('import inside if', `import os\n\nif os.name:\n    ${IMPORT}\nurl = f"{STAGING_BACKEND_URL}/x"\n`),
  moved('import inside with', `import os\n\nwith os.scandir():\n    ${IMPORT}\nurl = f"{STAGING_BACKEND_URL}/x"\n`),
  {
    name: 'import inside another function',
    source: 'import os\n\n\ndef a():\n    pass\n\n\ndef b():\n    return "https://api.old.ex.ai/x"\n',
    output: `import os\n\n\ndef a():\n    ${IMPORT}    pass\n\n\ndef b():\n    return f"{STAGING_BACKEND_URL}/x"\n`,
  },
  {
    name: 'import inside a class body',
    source: 'class A:\n    def a(self):\n        return "https://api.old.ex.ai"\n',
    output: `class A:\n    ${IMPORT}    def a(self):\n        return STAGING_BACKEND_URL\n`,
  },
  {
    name: 'import within a text',
    source: 'x = """\n"""\nurl = "https://api.old.ex.ai"\n',
    output: `x = """\n${IMPORT}"""\nurl = STAGING_BACKEND_URL\n`,
  },
  { name: 'import within a comment', source: ONE, output: `import os\n\n# ${IMPORT}\nurl = f"{STAGING_BACKEND_URL}/x"\n` },
  moved('import behind a comment on its line', `import os  # ${IMPORT}\nurl = f"{STAGING_BACKEND_URL}/x"\n`),
  // --- what the import says ---
  { name: 'import from a wrong module', source: ONE, swaps: [['shared.domain_config', 'shared.domain_configs']] },
  { name: 'import from the parent package', source: ONE, swaps: [['shared.domain_config', 'shared']] },
  { name: 'import of the file by another root', source: ONE, swaps: [['shared.domain_config', 'app.shared.domain_config']] },
  { name: 'relative import for an absolute one', source: ONE, swaps: [['from shared.domain_config', 'from .domain_config']] },
  {
    name: 'relative import with the same name',
    source: ONE,
    swaps: [['from shared.domain_config', 'from .shared.domain_config']],
  },
  {
    name: 'import under another alias',
    source: ONE,
    swaps: [['import STAGING_BACKEND_URL', 'import STAGING_BACKEND_URL as BACKEND']],
  },
  {
    name: 'alias of another constant',
    source: ONE,
    swaps: [['import STAGING_BACKEND_URL', 'import STAGING_FRONTEND_URL as STAGING_BACKEND_URL']],
  },
  { name: 'imported twice', source: ONE, swaps: [[IMPORT, IMPORT + IMPORT]] },
  {
    name: 'imported twice, from two modules',
    source: ONE,
    swaps: [[IMPORT, `${IMPORT}from shared.other import STAGING_BACKEND_URL\n`]],
  },
  {
    name: 'imported besides without use',
    source: ONE,
    swaps: [['import STAGING_BACKEND_URL', 'import STAGING_AUTH_URL, STAGING_BACKEND_URL']],
  },
  { name: 'star import', source: ONE, swaps: [['import STAGING_BACKEND_URL', 'import *']] },
  { name: 'import of the module without its names', source: ONE, swaps: [[IMPORT, 'import shared.domain_config\n']] },
  { name: 'another import lost', source: ONE, swaps: [['import os\n', '']] },
  {
    name: 'another name of the merged import lost',
    source: `from shared.domain_config import OTHER, STAGING_AUTH_URL\n\nx = OTHER, STAGING_AUTH_URL, "https://api.old.ex.ai"\n`,
    swaps: [['import OTHER, ', 'import ']],
  },
  {
    name: 'alias of the merged import lost',
    source: `from shared.domain_config import OTHER as o\n\nx = o, "https://api.old.ex.ai"\n`,
    swaps: [['OTHER as o', 'OTHER']],
  },
  {
    name: 'comment of the merged import lost',
    source: `from shared.domain_config import (\n    OTHER,  # noqa\n)\n\nx = OTHER, "https://api.old.ex.ai"\n`,
    swaps: [['OTHER,  # noqa', 'OTHER,']],
  },
  // --- shadows ---
  shadow('a parameter', '\n\ndef f(STAGING_BACKEND_URL):\n    return URL_HERE\n'),
  shadow('a keyword-only parameter', '\n\ndef f(*, STAGING_BACKEND_URL=None):\n    return URL_HERE\n'),
  shadow('a parameter of a lambda', '\nf = lambda STAGING_BACKEND_URL: URL_HERE\n'),
  shadow('a loop', '\nfor STAGING_BACKEND_URL in os.environ:\n    print(URL_HERE)\n'),
  shadow('a comprehension', '\nf = [URL_HERE for STAGING_BACKEND_URL in os.environ]\n'),
  shadow('a generator', '\nf = any(URL_HERE for STAGING_BACKEND_URL in os.environ)\n'),
  shadow('a class attribute', '\n\nclass A:\n    STAGING_BACKEND_URL = None\n    url = URL_HERE\n'),
  shadow('an annotated name', '\n\ndef f():\n    STAGING_BACKEND_URL: str = os.name\n    return URL_HERE\n'),
  shadow('a local variable below', '\n\ndef f():\n    url = URL_HERE\n    STAGING_BACKEND_URL = os.name\n    return url\n'),
  shadow(
    'global',
    '\n\ndef f():\n    global STAGING_BACKEND_URL\n    STAGING_BACKEND_URL = os.name\n\n\ndef g():\n    return URL_HERE\n',
  ),
  shadow('a walrus', '\nif STAGING_BACKEND_URL := os.name:\n    print(URL_HERE)\n'),
  shadow('with', '\nwith os.scandir() as STAGING_BACKEND_URL:\n    print(URL_HERE)\n'),
  shadow('except', '\ntry:\n    pass\nexcept OSError as STAGING_BACKEND_URL:\n    pass\nprint(URL_HERE)\n'),
  shadow('a capture pattern', '\nmatch os.name:\n    case STAGING_BACKEND_URL:\n        print(URL_HERE)\n'),
  shadow('a function', '\n\ndef STAGING_BACKEND_URL():\n    return URL_HERE\n'),
  shadow('a class', '\n\nclass STAGING_BACKEND_URL:\n    url = URL_HERE\n'),
  shadow('another import', '\n\ndef f():\n    from app.x import STAGING_BACKEND_URL\n\n    return URL_HERE\n'),
  shadow('del', '\ndel STAGING_BACKEND_URL\nprint(URL_HERE)\n'),
  shadow('an augmented assignment', '\nSTAGING_BACKEND_URL += "x"\nprint(URL_HERE)\n'),
  shadow('a star import', '\nfrom app.x import *\n\nprint(URL_HERE)\n'),
  shadow('an unpacked tuple', '\nos.a, (STAGING_BACKEND_URL, *b) = c\nprint(URL_HERE)\n'),
  shadow(
    'nonlocal',
    '\n\ndef f(STAGING_BACKEND_URL):\n    def g():\n        nonlocal STAGING_BACKEND_URL\n        return URL_HERE\n',
  ),
  {
    name: 'capture pattern in place of a text',
    source: 'def f(x):\n    match x:\n        case "https://api.old.ex.ai":\n            return 1\n',
    output: `${IMPORT}\n\ndef f(x):\n    match x:\n        case STAGING_BACKEND_URL:\n            return 1\n`,
  },
  {
    name: 'name in an annotation of texts',
    source: 'from typing import Literal\n\nurl = "https://api.old.ex.ai"\nx: Literal["a"] = url\n',
    swaps: [['Literal["a"]', 'Literal[STAGING_BACKEND_URL]']],
  },
  // --- the rest of the file ---
  { name: 'a comment changed', swaps: [['# https://new.ex.ai answers twice', '# https://new.ex.ai answers thrice']] },
  { name: 'a comment got a wrong host', swaps: [['# https://new.ex.ai answers', '# https://www.new.ex.ai answers']] },
  { name: 'a comment kept the old host', swaps: [['# https://new.ex.ai answers', '# https://api.old.ex.ai answers']] },
  { name: 'a name written into a comment', swaps: [['# https://new.ex.ai answers', '# {STAGING_BACKEND_URL} answers']] },
  { name: 'type comment lost', swaps: [['  # type: ignore', '']] },
  {
    name: 'type comment moved to another line',
    swaps: [
      ['  # type: ignore', ''],
      ['if found and not found.lost:', 'if found and not found.lost:  # type: ignore'],
    ],
  },
  { name: 'a docstring got a wrong host', swaps: [['Asks https://new.ex.ai for', 'Asks https://ws-new.ex.ai for']] },
  { name: 'a character of another text changed', swaps: [['"nothing here"', '"Nothing here"']] },
  { name: 'edit in a wrong literal', swaps: [['"nothing here"', 'STAGING_BACKEND_URL']] },
  {
    name: 'a canonical text of another line made a constant',
    source: 'url = "https://api.old.ex.ai"\nx = b"https://new.ex.ai"\n',
    swaps: [['b"https://new.ex.ai"', 'STAGING_BACKEND_URL']],
  },
  { name: 'one place left out', swaps: [['    url = STAGING_BACKEND_URL', '    url = "https://api.old.ex.ai"']] },
  { name: 'one place made a text', swaps: [['    url = STAGING_BACKEND_URL', '    url = "https://new.ex.ai"']] },
  { name: 'statement deleted', swaps: [['PLAIN = "nothing here"\n', '']] },
  { name: 'statement doubled', swaps: [['PLAIN = "nothing here"\n', 'PLAIN = "nothing here"\nPLAIN = "nothing here"\n']] },
  { name: 'statement moved into the block above', swaps: [['    raise LookupError', '        raise LookupError']] },
  { name: 'operator changed', swaps: [['found and not', 'found or not']] },
  { name: 'negation lost', swaps: [['and not found', 'and found']] },
  { name: 'number changed', swaps: [['timeout=10', 'timeout=1']] },
  { name: 'await lost', swaps: [['await session', 'session']] },
  { name: 'async lost', swaps: [['async def', 'def']] },
  {
    name: 'decorators exchanged',
    swaps: [
      ['@cached\n', ''],
      ['@retry', '@cached\n@retry'],
    ],
  },
  {
    name: 'decorator moved to another definition',
    swaps: [
      ['@cached\n', ''],
      ['class Client', '@cached\nclass Client'],
    ],
  },
  { name: 'decorator lost', swaps: [['@cached\n', '']] },
  { name: 'keyword argument renamed', swaps: [['timeout=10', 'time_out=10']] },
  { name: 'annotation changed', swaps: [['retries: int', 'retries: float']] },
  {
    name: 'two words joined',
    source: 'def f():\n    return"https://api.old.ex.ai"\n',
    swaps: [['return STAGING', 'returnSTAGING']],
  },
  {
    name: 'comma lost, so that two texts join',
    source: 'x = ["https://api.old.ex.ai/a", "b"]\n',
    swaps: [['/a", "b"', '/a" "b"']],
  },
  { name: 'comma added, so that a text is a tuple', source: 'x = "https://api.old.ex.ai/a"\n', swaps: [['/a"', '/a",']] },
];

/** What a program may not notice, and promised all the same: every byte outside of the edits stays. */
export const BYTE_FAULTS: readonly Fault[] = [
  { name: 'line endings of the file changed', source: ONE.replaceAll('\n', '\r\n'), output: ONE_RIGHT },
  {
    name: 'line ending of another line changed',
    source: ONE.replaceAll('\n', '\r\n'),
    swaps: [['import os\r\n', 'import os\n']],
  },
  { name: 'import with other line endings than the file', source: ONE.replaceAll('\n', '\r\n'), swaps: [['URL\r\n', 'URL\n']] },
  { name: 'tabs expanded', source: 'def f():\n\treturn "https://api.old.ex.ai"\n', swaps: [['\treturn', '        return']] },
  { name: 'tab in a text expanded', source: 'x = "a\tb"\nurl = "https://api.old.ex.ai"\n', swaps: [['a\tb', 'a    b']] },
  { name: 'tab beside a host expanded', source: 'url = "https://api.old.ex.ai/\t"\n', swaps: [['/\t"', '/    "']] },
  { name: 'final newline lost', source: ONE, output: ONE_RIGHT.slice(0, -1) },
  { name: 'final newline added', source: ONE.slice(0, -1), output: ONE_RIGHT },
  {
    name: 'white space at the end of a line lost',
    source: 'x = 1  \nurl = "https://api.old.ex.ai"\n',
    swaps: [['x = 1  \n', 'x = 1\n']],
  },
  { name: 'form feed lost', source: 'url = "https://api.old.ex.ai"\n\f\nx = 1\n', swaps: [['\f', '']] },
  { name: 'non-breaking space made a space', source: 'url = "https://api.old.ex.ai/\u00a0"\n', swaps: [['\u00a0', ' ']] },
  { name: 'text normalised', source: 'url = "https://api.old.ex.ai/e\u0301"\n', swaps: [['e\u0301', '\u00e9']] },
  { name: 'byte order mark in the text', source: ONE, output: `\ufeff${ONE_RIGHT}` },
];
