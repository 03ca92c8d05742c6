import type { Choices } from './choices.ts';
import { address } from './hosts.ts';

const NAMES = [
  'url',
  'host',
  'x',
  'os',
  'self',
  'base_url',
  'STAGING_BACKEND_URL',
  'STAGING_BACKEND_HOST',
  'domain',
  'key',
  'a',
  'match',
  'type',
  'STAGING_AUTH_URL',
  'é',
  '_',
];
const PREFIXES = ['', '', '', '', 'r', 'R', 'u', 'b', 'f', 'F', 'rb', 'Rb', 'rf', 'fR'];
const ESCAPES = ['\\n', '\\t', '\\\\', '\\x41', '\\u00e9', '\\N{DASH}', '\\101', '\\d', '\\/', "\\'", '\\"'];
const IMPORTS = [
  'import os', 'import sys, json', 'from app.base import Base', 'from . import views', 'from .models import (\n    A,\n    B,\n)', 'from typing import TYPE_CHECKING, Literal', 'import app.x as y; import re',
  'from shared.domain_config import OTHER', 'from shared.domain_config import STAGING_BACKEND_URL', 'from shared.domain_config import (\n    OTHER,  # noqa\n    STAGING_AUTH_URL as AUTH\n)', 'from shared import domain_config', 'import shared.domain_config as dc', 'from shared.domain_config import *', 'from shared.other import STAGING_BACKEND_URL',
  'from shared.domain_config import STAGING_BACKEND_URL as BASE_URL', 'from shared.domain_config import STAGING_BACKEND_HOST as host', 'import shared.domain_config', 'if TYPE_CHECKING:\n    from shared.domain_config import STAGING_AUTH_URL',
  'try:\n    from shared.domain_config import STAGING_AUTH_URL\nexcept ImportError:\n    STAGING_AUTH_URL = None', 'import logging  # é😀',
  'try:\n    import a\nexcept ImportError:\n    a = None', 'if TYPE_CHECKING:\n    from app.x import X', 'sys.path.insert(0, "..")', 'from app.x import *  # noqa',
]; // biome-ignore format: one list
const HEADS = [
  '#!/usr/bin/env python3',
  '# -*- coding: utf-8 -*-',
  '# Copyright 2020 X',
  '"""About https://api.old.ex.ai."""',
  "'''\nTwo lines\n'''",
  'from __future__ import annotations',
  '',
  '# type: ignore',
  '# redomain-disable -- all',
  '# 😀 é: https://api.old.ex.ai',
];

/** A Python 3.11 module, most often one that parses. */
export function pythonModule(c: Choices): string {
  const heads = HEADS.filter(() => c.once(5));
  const imports = c.some(4, () => c.pick(IMPORTS));
  const body = [statement(c, 0), ...c.some(6, () => statement(c, 0))];
  return `${[...heads, ...imports, ...body].join('\n')}${c.once(9) ? '' : '\n'}`;
}

function statement(c: Choices, depth: number): string {
  const pad = '    '.repeat(depth);
  const e = (): string => expression(c, 0);
  const simple = [
    () => `${c.pick(NAMES)} = ${e()}`,
    () => e(),
    () => `${c.pick(NAMES)}: ${c.pick(['str', 'Literal["https://api.old.ex.ai"]', '"api.old.ex.ai"', 'list[str]'])} = ${e()}`,
    () => `# ${address(c)}${c.once(6) ? '  redomain-ignore -- kept' : ''}`,
    () => `${c.pick(NAMES)} += ${e()}`,
    () => `${c.pick(NAMES)}, (a, *b) = ${e()}`,
    () => `assert ${e()}, ${e()}`,
    () => `raise ValueError(${e()})`,
    () => `del ${c.pick(NAMES)}`,
    () => `x = ${e()}; y = ${e()}  # ${address(c)}`,
    () => `x = a + \\\n    ${e()}`,
    () => `print(${e()}, file=${e()})`,
    () => `${c.pick(NAMES)}.${c.pick(NAMES)}[${e()}] = ${e()}`,
    () => c.pick(IMPORTS).split('\n')[0]!.replace(/:$/, ': pass').replace('(', 'X').replace('import *', 'import all_'),
    () => 'pass',
    () =>
      `# redomain-ignore ${c.pick(['', 'needs-review ', 'hard-coded-host ', 'until=2020-01-01 '])}-- ${c.pick(['kept', address(c)])}`,
    () => `${e()}  # redomain-ignore${c.once(3) ? '' : ' -- kept'}`,
    () => `é = "😀"; x = ${e()}`,
    () => `${c.pick(NAMES)} = {\n${pad}    ${e()}: ${e()},  # ${address(c)}\n${pad}    **x,\n${pad}}`,
    () => `${c.pick(NAMES)} = [\n${pad}    # ${address(c)}\n${pad}    ${e()},\n${pad}    *x,\n${pad}]`,
    () => `self.assert${c.pick(['Equal', 'NotEqual', 'In', 'NotIn', 'True'])}(${e()}, ${e()})`,
    () => `logger.info(${e()}, extra={"url": ${e()}})`,
    () => `__slots__ = (${string(c, 0, '')},)`,
    () => `CORS_ORIGINS = [${e()}, ${e()}]`,
    () => `STAGING_BACKEND_${c.pick(['URL', 'HOST'])} = ${e()}`,
  ];
  const compound = [
    () => `if ${e()}:\n${block(c, depth)}${c.once(3) ? `\n${pad}else:\n${block(c, depth)}` : ''}`,
    () => `for ${c.pick(NAMES)} in ${e()}:\n${block(c, depth)}`,
    () => `def f(${parameters(c)})${c.once(4) ? ' -> str' : ''}:\n${docstring(c, depth)}${block(c, depth)}`,
    () => `class A(Base):\n${docstring(c, depth)}${block(c, depth)}`,
    () => `@app.get(${e()})\n${pad}@cached\n${pad}async def f(${parameters(c)}):\n${block(c, depth)}`,
    () => `with open(${e()}) as ${c.pick(NAMES)}, b as c:\n${block(c, depth)}`,
    () => `try:\n${block(c, depth)}\n${pad}except OSError as ${c.pick(NAMES)}:\n${block(c, depth)}`,
    () => `match ${e()}:\n${pad}    case ${pattern(c)}:\n${block(c, depth + 1)}\n${pad}    case _:\n${block(c, depth + 1)}`,
    () =>
      `@pytest.mark.parametrize("url,host", [(${e()}, ${e()}), (${e()}, ${e()})], ids=[${string(c, 0, '')}, "b"])\n${pad}def test_legacy(url, host):\n${block(c, depth)}`,
    () => `async def g():\n${pad}    async with ${e()} as x:\n${block(c, depth + 1)}\n${pad}    yield ${e()}`,
    () =>
      `try:\n${block(c, depth)}\n${pad}except (OSError, ValueError):\n${block(c, depth)}\n${pad}else:\n${block(c, depth)}\n${pad}finally:\n${block(c, depth)}`,
    () => `class E(str, Enum):\n${pad}    A = ${string(c, 0, '')}\n${pad}    B = ${string(c, 0, '')}`,
    () => `class T(TypedDict):\n${pad}    url: Literal[${string(c, 9, '')}]\n${pad}    host: str  # ${address(c)}`,
    () => `if __name__ == "__main__":\n${block(c, depth)}`,
    () => `while ${e()}: ${c.pick(['pass', 'break', 'continue'])}`,
    () => `@dataclass\n${pad}class D:\n${pad}    url: str = ${e()}\n${pad}    b = field(default=${e()})`,
    () => `def g():\n${pad}    global ${c.pick(NAMES)}\n${block(c, depth)}\n${pad}    return ${e()}`,
    () => `def h():\n${pad}    return${string(c, 0, '').replace(/^(?=\w)/, ' ')}`,
  ];
  return pad + (depth < 3 && c.once(3) ? c.pick(compound) : c.pick(simple))();
}

function block(c: Choices, depth: number): string {
  const statements = [statement(c, depth + 1), ...c.some(2, () => statement(c, depth + 1))];
  // A comment alone is no block.
  return [...statements, `${'    '.repeat(depth + 1)}pass`].join('\n');
}

function docstring(c: Choices, depth: number): string {
  if (!c.once(3)) return '';
  const quotes = c.pick(['"""', "'''", '"']);
  return `${'    '.repeat(depth + 1)}${quotes}${address(c).replaceAll(/["'\\]/g, '')}${quotes}\n`;
}

function parameters(c: Choices): string {
  const made = c.some(3, () =>
    c.pick(['self', 'x', '*args', 'STAGING_BACKEND_URL', `url=${expression(c, 1)}`, `host: str = ${expression(c, 1)}`]),
  );
  const byName = new Map(made.map((parameter) => [parameter.split(/[=:]/)[0], parameter]));
  return [...byName.values()].sort((a, b) => rank(a) - rank(b)).join(', ');
}

function rank(parameter: string): number {
  return parameter.startsWith('*') ? 2 : parameter.includes('=') ? 1 : 0;
}

function pattern(c: Choices): string {
  return c.pick([
    () => string(c, 0, ''),
    () => `${string(c, 0, '')} | "b"`,
    () => `{${string(c, 0, '')}: x, **rest}`,
    () => `A(url=${string(c, 0, '')})`,
    () => `[x, *${c.pick(NAMES)}] if ${expression(c, 1)}`,
    () => `(${string(c, 0, '')}, ${c.pick(NAMES)})`,
  ])();
}

function expression(c: Choices, depth: number, outer = ''): string {
  const e = (): string => expression(c, depth + 1, outer);
  if (depth > 2 || !c.once(2)) return c.once(5) ? c.pick(NAMES) : string(c, depth, outer);
  return c.pick([
    () => `${c.pick(NAMES)}(${e()}, ${c.pick(['url', 'host', 'timeout'])}=${e()})`,
    () => `${e()} + ${e()}`,
    () => `${e()} ${c.pick(['==', '!=', 'in', 'not in', 'is', '<', 'and', 'or', '%', 'if x else'])} ${e()}`,
    () => `[${e()}, ${e()}]`,
    () => `(${e()}, ${e()})`,
    () => `{${e()}: ${e()}, "k": ${e()}}`,
    () => `{${e()}, ${e()}}`,
    () => `[${e()} for ${c.pick(NAMES)} in ${e()} if ${e()}]`,
    () => `{k: ${e()} for k, ${c.pick(NAMES)} in x.items()}`,
    () => `lambda ${c.pick(NAMES)}=1: ${e()}`,
    () => `(${c.pick(NAMES.slice(0, 3))} := ${e()})`,
    () => `${c.pick(NAMES)}[${e()}]`,
    () => `(${e()}).${c.pick(['format', 'replace', 'startswith', 'endswith', 'split', 'encode'])}(${e()})`,
    () => `${string(c, depth, outer)} ${string(c, depth, outer)}`,
    () => (outer ? e() : `(\n    ${string(c, depth, outer)}  # ${address(c)}\n    ${string(c, depth, outer)}\n)`),
    () => `os.environ.get("API_HOST", ${e()})`,
    () => `re.compile(${e()})`,
    () => `(not ${e()})`,
    () => `f(*[${e()}], **{"url": ${e()}})`,
    () => `(${e()} if ${e()} else ${e()})`,
    () => `{**${c.pick(NAMES)}, ${e()}: ${e()}}`,
    () => `${string(c, depth, outer)} % (${e()}, ${c.pick(NAMES)})`,
    () => `(x == ${e()} != ${e()})`,
    () => `Literal[${string(c, depth, outer)}]`,
    () => `re.sub(${e()}, ${e()}, x)`,
    () => `urlparse(${e()}).netloc == ${e()}`,
    () => `httpx.get(url=${e()}, headers={"Host": ${e()}})`,
    () => `(x if a in${string(c, depth, outer).replace(/^(?=\w)/, ' ')}else ${e()})`,
    () => `dc.${c.pick(['STAGING_BACKEND_URL', 'OTHER'])}`,
  ])();
}

/** A string token. `outer`: the quotes that it may not use, as it stands in a replacement field. */
function string(c: Choices, depth: number, outer: string): string {
  const quotes = ['"', "'", '"""', "'''"].filter((quote) => !outer.includes(quote[0]!));
  if (quotes.length === 0) return c.pick(NAMES);
  const quote = c.pick(quotes);
  const prefix = c.pick(PREFIXES);
  const [raw, format, bytes] = [/r/i.test(prefix), /f/i.test(prefix), /b/i.test(prefix)];
  const pieces = [address(c), ...c.some(2, () => (c.once(2) ? address(c) : c.pick(ESCAPES)))].map((piece) => {
    let text =
      piece.startsWith('\\') && !/^\\[.]/.test(piece) ? (outer ? '' : piece) : piece.replaceAll('\\', outer ? '' : '\\\\');
    if (raw) text = text.replaceAll(/\\?["']/g, '').replaceAll(/\\$/g, '');
    else if (!/^\\["']$/.test(text)) text = text.replaceAll(/["']/g, (found) => (outer ? '' : `\\${found}`));
    if (outer) text = text.replaceAll(/["'\\#]/g, '');
    if (bytes) text = text.replaceAll(/[^\0-\x7f]/g, '');
    if (!format) return text;
    text = text.startsWith('\\N{') && !raw ? text : text.replaceAll('{', '{{').replaceAll('}', '}}');
    return c.once(2) && depth < 3 ? text + field(c, depth + 1, outer + quote[0]) : text;
  });
  const lines = quote.length === 3 && !outer && c.once(3) ? '\n' : '';
  return `${prefix}${quote}${pieces.join(lines)}${quote}`;
}

function field(c: Choices, depth: number, outer: string): string {
  const inner = c.once(3) ? expression(c, Math.max(depth, 2), outer) : c.pick(NAMES);
  const flat = /[\n#\\:!{}]|lambda/.test(inner) ? c.pick(NAMES) : inner;
  return `{${flat}${c.pick(['', '', '', '!r', '!s', ':>10', ':{x}', '=', ' '])}}`;
}
