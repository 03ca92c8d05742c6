import { execFileSync } from 'node:child_process';
import vm from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { Exported } from '../src/types/module.ts';
import { exportedTexts as pythonTexts } from '../transforms/python/exported.ts';
import { exportedTexts as typescriptTexts } from '../transforms/typescript/compiler/exported.ts';
import { makeTree } from './tree.ts';

const OTHERS: Readonly<Record<string, string>> = { base: 'ROOT = "ex.ai"\n', loop: 'from m import A\nB = A\n' };

function python(text: string): Exported {
  const file = (path: string, content: string) => ({ path, text: content, encoding: 'utf8' }) as const;
  return pythonTexts(file('m.py', text), (_, name) => {
    const content = name === 'm' ? text : OTHERS[name];
    return content === undefined ? undefined : file(`${name}.py`, content);
  });
}

const MODULES: Readonly<Record<string, string>> = {
  './base': "export const ROOT = 'ex.ai';\nexport { ROOT as APEX };\nexport let loose = 'x';\n",
  './again': "export { ROOT } from './base';\n",
};

function typescript(text: string): Exported {
  return typescriptTexts({ path: 'm.ts', text }, (_, specifier) => {
    const content = MODULES[specifier];
    return content === undefined ? undefined : { path: `${specifier}.ts`, text: content };
  });
}

/** `SYMBOL = text`, with the environment variable that may replace it; `SYMBOL: reason (line)` for what is not known. */
function lines({ texts, unread }: Exported): string[] {
  return [
    ...texts.map(({ symbol, text, unless }) => `${symbol} = ${text}${unless === undefined ? '' : ` unless ${unless}`}`),
    ...unread.map(({ symbol, line, reason }) => `${symbol}: ${reason} (${line})`),
  ];
}

describe('a Python module', () => {
  const cases: readonly (readonly [source: string, ...expected: string[]])[] = [
    ['A = "x"\nB: Final[str] = \'y\'\nC: str\n', 'A = x', 'B = y'],
    ['A = B = "x"\n', 'A = x', 'B = x'],
    ['A = "\\x41\\u00e9" r"\\n"\n', 'A = A\u00e9\\n'],
    ['A = ("x"\n     "y")\n', 'A = xy'],
    ['A = "x"\nB = f"{A}/{{y}}" + "z"\n', 'A = x', 'B = x/{y}z'],
    ['PORT = 8443\nA = f"h:{PORT}"\n', 'A = h:8443'],
    ['A = f"{B}"\nB = "x"\n', 'B = x', 'A: B is not known here (1)'],
    ['A = f"{1:>3}"\n', 'A: a field with a format (1)'],
    ['A = "\\N{BULLET}"\n', 'A: a character by its name (1)'],
    ['A = b"x"\nB = 1\nC = ["x"]\nD = None\nE = lambda: 1\n'],
    ['_A = "x"\nB = _A\n', 'B = x'],
    ['from base import ROOT as R\nA = f"api.{R}"\n', 'A = api.ex.ai'],
    ['from gone import X\nA = X\n', 'A: X of gone is not known here (2)'],
    ['from loop import B\nA = "x"\nC = B\n', 'A = x', 'C: A is not known in m.py (3)'],
    ['D = {"a": "x", "b": {"c": "y"}, "n": 1}\n', 'D["a"] = x', 'D["b"]["c"] = y'],
    ['D = {"a": "x", "a": "y"}\n', 'D["a"] = y'],
    ['D = {"a": "x"}\nE = {**D, "b": "y"}\n', 'D["a"] = x', 'E["a"] = x', 'E["b"] = y'],
    ['E = {"a": "x", **other(), "b": "y"}\n', 'E["b"] = y', 'E["a"]: may be replaced by a later entry (1)'],
    ['D = {"https://old.ex.ai": "x", "a\'b": "y"}\n'],
    ['D = {"a": "x"}\nE = D\n', 'D["a"] = x', 'E: another name of D (2)'],
    ['D = {"a": "x"}\nA = D["a"]\nB = D["b"]\n', 'D["a"] = x', 'A = x', 'B: b is not known here (3)'],
    ['D = MappingProxyType({"a": "x"})\nE = dict(a="x")\n', 'D["a"] = x', 'E: a call of dict (2)'],
    ['D = {"a": "x"}\nD["a"] = "y"\n', 'D: changed on line 2 (1)'],
    ['D = {"a": {"b": "x"}}\nD["a"]["b"] = "y"\n', 'D: changed on line 2 (1)'],
    ['D = {"a": "x"}\ndef f():\n    D.update(a="y")\n', 'D: changed on line 3 (1)'],
    ['D = {"a": "x"}\nE = D\nE["a"] = "y"\n', 'D: changed on line 3 (1)', 'E: changed on line 3 (2)'],
    ['D = {"a": "x"}\nD |= {"a": "y"}\n', 'D: bound again on line 2 (1)'],
    ['D = {"a": "x"}\ndel D["a"]\n', 'D: changed on line 2 (1)'],
    ['A = "x"\nA = "y"\n', 'A: bound again on line 1 (2)'],
    ['A = "x"\ndef f():\n    global A\n    A = "y"\n', 'A: bound again on line 3 (1)'],
    ['A = "x"\ndef f(A):\n    B = A\n', 'A = x'],
    ['if x:\n    A = "x"\nelse:\n    A = "y"\n', 'A: bound again on line 2 (4)'],
    ['try:\n    A = "x"\nexcept ValueError:\n    pass\n', 'A: bound under a condition (2)'],
    ['A = "x"\nfrom other import *\n', 'A: may be replaced by a star import below it (1)'],
    ['A, B = "x", "y"\n', 'A: unpacked from several values (1)', 'B: unpacked from several values (1)'],
    ['A = "x" if y else "z"\n', 'A: depends on a condition (1)'],
    ['A = os.environ.get("X", "x")\nB = os.getenv("Y", default="y")\n', 'A = x unless X', 'B = y unless Y'],
    ['A = os.environ.get("X") or "x"\nB = f"{A}/y"\n', 'A = x unless X', 'B = x/y unless X'],
    ['A = os.environ["X"]\n', 'A: read from the environment (X), without a default (1)'],
    ['A = os.getenv(name, "x")\n', 'A: read from the environment (1)'],
    ['class H:\n    """d"""\n    A = "x"\n    B: str = f"{A}/y"\n    _C = "z"\n    def f(self): ...\n', 'H.A = x', 'H.B = x/y'],
    ['class H:\n    A = "x"\nH.A = "y"\n', 'H: changed on line 3 (1)'],
    ['class H:\n    A = "x"\nsetattr(H, "A", "y")\n', 'H: changed on line 3 (1)'],
    ['class H:\n    A = "x"\n    A = "y"\n', 'H.A: bound twice in its class (3)'],
    ['class H:\n    for a in b:\n        A = "x"\n', 'H: a class that has to be run (1)'],
    ['class H(Base):\n    A = "x"\n', 'H: a class of Base (1)'],
    ['@wrap\nclass H:\n    A = "x"\n', 'H: a decorated class (2)'],
    ['class E(str, Enum):\n    A = "x"\n    B = 1\n    C = auto()\n', 'E.A.value = x'],
    ['@enum.unique\nclass E(StrEnum):\n    A = "x"\n', 'E.A.value = x'],
    ['class E(Enum):\n    A = "x"\n    def __new__(cls, v): ...\n', 'E: an enumeration with a __new__ of its own (1)'],
    ['A = make()\n', 'A: a call of make (1)'],
    ['A = "x".rstrip("/")\nB = "%s" % A\n', 'A: a call of "x".rstrip (1)', 'B: an expression that has to be run (2)'],
  ];
  test.each(cases)('%j', (source, ...expected) => {
    expect(lines(python(source))).toEqual(expected);
  });
  test('that does not parse is said so', () => {
    expect(() => python('A = "x"\nB = (\n')).toThrow(/^does not parse, line \d$/);
  });
});

describe('a TypeScript module', () => {
  const cases: readonly (readonly [source: string, ...expected: string[]])[] = [
    ["export const A = 'x';\nconst B = 'y';\nexport { B as C };\n", 'A = x', 'C = y'],
    ["export const A = 'x' as const, B: string = `y`;\n", 'A = x', 'B = y'],
    ["const P = 8443;\nexport const A = `h:${P}` + '/' + ('z');\n", 'A = h:8443/z'],
    ["export const A = `${B}/x`;\nconst B = 'b';\n", 'A = b/x'],
    ['export const A = B;\nexport const B = A;\n', 'A: A is made of itself (1)', 'B: A is made of itself (2)'],
    ["import { ROOT, APEX as R } from './base';\nexport const A = `${ROOT} ${R}`;\n", 'A = ex.ai ex.ai'],
    ["import { ROOT } from './again';\nexport const A = ROOT;\n", 'A = ex.ai'],
    [
      "import { loose } from './base';\nimport { X } from 'gone';\nexport const A = loose, B = X;\n",
      'A: no constant (3)',
      'B: X of gone is not known here (3)',
    ],
    ["export { ROOT } from './base';\n", 'ROOT = ex.ai'],
    ["export let A = 'x';\nexport var B = 'y';\n", 'A: no constant (1)', 'B: no constant (2)'],
    ["export const D = { a: 'x', 'b-c': { d: 'y' }, n: 1, f() {} } as const;\n", 'D.a = x', 'D["b-c"].d = y'],
    [
      "export const D = { a: 'x' };\n",
      'D: an object that can be changed; write `as const` behind it, or Object.freeze around it (1)',
    ],
    ["export const D = { a: 'x' } as const satisfies Record<string, string>;\n", 'D.a = x'],
    [
      "export const D = Object.freeze({ a: 'x', b: { c: 'y' } });\n",
      'D.a = x',
      'D.b: an object that can be changed; write `as const` behind it, or Object.freeze around it (1)',
    ],
    ["export const D = Object.freeze({ b: { c: 'y' } } as const);\n", 'D.b.c = y'],
    [
      "const a = 'x';\nexport const D = { a, ['b']: a, [f()]: 1, c: a } as const;\n",
      'D.c = x',
      'D.a: may be replaced by a later entry (2)',
      'D.b: may be replaced by a later entry (2)',
    ],
    ["const D = { a: 'x' } as const;\nexport const E = { ...D, b: D.a, c: D['a'] } as const;\n", 'E.a = x', 'E.b = x', 'E.c = x'],
    ["export const D = { get a() { return 'x'; } } as const;\n", 'D.a: an accessor, which is run (1)'],
    ["export enum H { A = 'x', B = `${A}/y`, C = 1, D }\n", 'H.A = x', 'H.B = x/y'],
    ["export const enum H { A = 'x' }\n", 'H: a const enum, which compilers of single files cannot read (1)'],
    [
      "export class H { static readonly A = 'x'; static B = 'y'; c = 'z'; }\n",
      'H.A = x',
      'H.B: a property that can be changed; write readonly (1)',
    ],
    [
      "export const A = process.env.X ?? 'x';\nexport const B = import.meta.env['Y'] || 'y';\n",
      'A = x unless X',
      'B = y unless Y',
    ],
    ['export const A = process.env.X;\n', 'A: read from the environment (X), without a default (1)'],
    ["export const A = c ? 'x' : 'y';\nexport const B = f('x');\n", 'A: depends on a condition (1)', 'B: a call of f (2)'],
    ["export const A = ['x'], B = /x/, C = () => 'x', D = true;\nexport function f() {}\n"],
    ["const A = 'x';\nmodule.exports = { A, B: 'y' };\nexports.C = 'z';\n", 'A = x', 'B = y', 'C = z'],
    ["exports.A = 'x';\nexports.A = 'y';\n", 'A: exported twice (2)'],
    ["export default { a: 'x' };\n", 'default: a default export, which has no name (1)'],
    ["const A = 'x';\nexport { A as default };\n", 'default: a default export, which has no name (2)'],
    [
      "export * from './again';\nexport * as base from './base';\n",
      'base.ROOT = ex.ai',
      'base.APEX = ex.ai',
      'ROOT = ex.ai',
      'base.loose: no constant (2)',
    ],
    ["export default class H { static readonly A = 'x'; }\n", 'default: a default export, which has no name (1)'],
    ["export * from './base';\nexport const ROOT = 'x';\n", 'ROOT = x', 'APEX = ex.ai', 'loose: no constant (1)'],
    ['export const { a, b: { c } } = load();\n', 'a: unpacked from a value (1)', 'c: unpacked from a value (1)'],
    ["export namespace N { export const A = 'x'; }\n", 'N: a namespace (1)'],
    ["type A = 'x';\nexport type { A };\ndeclare enum E { A = 'x' }\nexport { E };\n", 'E: an ambient declaration (4)'],
  ];
  test.each(cases)('%j', (source, ...expected) => {
    expect(lines(typescript(source))).toEqual(expected);
  });
  test('that does not parse is said so', () => {
    expect(() => typescript("export const A = 'x';\nexport const B = {;\n")).toThrow('does not parse, line 2');
  });
});

describe('what is read is what running the module gives', () => {
  test('in Python', () => {
    const source = [
      'import os',
      'from enum import Enum',
      'S = "https"',
      'D = {"a": f"{S}://h", "b": {"c": "x" \'\\u00e9\'}, "a": r"\\d"}',
      'E = {**D, "d": D["b"]["c"] + "!"}',
      'class H:\n    A = S\n    B = f"{A}{{}}"',
      'class M(str, Enum):\n    A = H.B',
      'X = os.environ.get("REDOMAIN_TEST_UNSET") or "x"\n',
    ].join('\n');
    const root = makeTree({ 'm.py': source });
    const { texts, unread } = python(source);
    const script = 'import json, sys, m; print(json.dumps([eval("m." + s) for s in json.loads(sys.argv[1])]))';
    const symbols = texts.map(({ symbol }) => symbol);
    const out = execFileSync('python3', ['-B', '-c', script, JSON.stringify(symbols)], { cwd: root });
    expect(unread).toEqual([]);
    expect(symbols).toContain('M.A.value');
    expect(JSON.parse(out.toString())).toEqual(texts.map(({ text }) => text));
  });
  test('in TypeScript', () => {
    const source = [
      "const S = 'https';",
      "export const D = { a: `${S}://h`, 'b-c': { d: 'x' + '\\u00e9' } } as const;",
      "export const E = { ...D, d: D['b-c'].d, 'a': 'z' } as const;",
      "export enum H { A = 'x', B = `${A}!` }",
      'export class C { static readonly A = H.B; }',
      "export const X = process.env.REDOMAIN_TEST_UNSET ?? 'x';",
    ].join('\n');
    const { texts, unread } = typescript(source);
    const exports: Record<string, unknown> = {};
    const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
    vm.runInNewContext(outputText, { exports, process: { env: {} } });
    expect(unread).toEqual([]);
    expect(texts.map(({ symbol }) => vm.runInNewContext(`m.${symbol}`, { m: exports }))).toEqual(texts.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(6);
  });
});
