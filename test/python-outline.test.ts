import { describe, expect, test } from 'vitest';
import { file, isSameProgram, MODULE, write } from './python-case.ts';

const IMPORT = 'from shared.domain_config import API_HOST, API_URL\n';

describe('the same program', () => {
  test.each([
    ['a name for a whole text', 'x = "https://new.ex.ai"; y = "new.ex.ai"\n', 'x = API_URL; y = API_HOST\n'],
    ['a format string', 'x = "https://new.ex.ai/a"; h = "new.ex.ai"\n', 'x = f"{API_URL}/a"; h = API_HOST\n'],
    ['doubled braces', "x = '{new.ex.ai}/{0}'; u = 'https://new.ex.ai'\n", "x = f'{{{API_HOST}}}/{{0}}'; u = API_URL\n"],
    ['raw text', 'x = r"\\d{2} https://new.ex.ai", "new.ex.ai"\n', 'x = rf"\\d{{2}} {API_URL}", API_HOST\n'],
    [
      'escapes',
      'x = "\\x41\\n\\u00e9\\101 https://new.ex.ai", "new.ex.ai"\n',
      'x = f"\\x41\\n\\u00e9\\101 {API_URL}", API_HOST\n',
    ],
    ['named characters', 'x = "\\N{EN DASH}{new.ex.ai}", "https://new.ex.ai"\n', 'x = f"\\N{EN DASH}{{{API_HOST}}}", API_URL\n'],
    ['adjacent parts', 'x = "a" "https://new.ex.ai" "new.ex.ai"\n', 'x = "a" f"{API_URL}" f"{API_HOST}"\n'],
    ['other fields', 'x = f"{a!r:>{w}}https://new.ex.ai{b}new.ex.ai"\n', 'x = f"{a!r:>{w}}{API_URL}{b}{API_HOST}"\n'],
    ['a text in a field', "x = f\"{'https://new.ex.ai'}/{'new.ex.ai'!r}\"\n", 'x = f"{API_URL}/{API_HOST!r}"\n'],
  ])('%s', (_, before, after) => {
    expect(isSameProgram(before, IMPORT + after)).toBe(true);
  });

  test('imports of the module in any form do not count', () => {
    const before = 'import os\nx = "https://new.ex.ai"\n';
    expect(isSameProgram(before, `import os\n${IMPORT.replace('API_HOST, ', '')}x = API_URL\n`)).toBe(true);
    expect(isSameProgram(before, 'import os\nfrom shared.domain_config import API_URL as _U\nx = _U\n')).toBe(true);
    expect(isSameProgram(before, 'import os\nfrom shared import domain_config\nx = domain_config.API_URL\n')).toBe(true);
    expect(isSameProgram(before, 'import os\nimport shared.domain_config as dc\nx = dc.API_URL\n')).toBe(true);
  });

  test('a name merged into an import that takes other things', () => {
    const from = 'from shared.domain_config import helper\n';
    expect(isSameProgram(`${from}x = "new.ex.ai"\n`, `${from.replace('\n', ', API_HOST\n')}x = API_HOST\n`)).toBe(true);
    expect(isSameProgram(`${from}x = "new.ex.ai"\n`, 'from shared.domain_config import API_HOST\nx = API_HOST\n')).toBe(false);
  });

  test('an entry of a dictionary that the module exports', () => {
    const module = { ...MODULE, bindings: [{ ...MODULE.bindings[0]!, name: 'DOMAINS["API"]' }] };
    const after = 'from shared.domain_config import DOMAINS\nx = f"{DOMAINS[\'API\']}/a"\n';
    expect(isSameProgram('x = "new.ex.ai/a"\n', after, module)).toBe(true);
    expect(isSameProgram('x = "new.ex.ai/a"\n', after.replace('API', 'WEB'), module)).toBe(false);
  });
});

describe('another program', () => {
  const before = 'def f(a):\n    return "https://new.ex.ai/{id}"\n';
  const only = 'from shared.domain_config import API_URL\n';
  const good = `${only}def f(a):\n    return f"{API_URL}/{{id}}"\n`;

  test('the sound one is accepted', () => expect(isSameProgram(before, good)).toBe(true));

  test.each([
    ['the wrong constant', good.replaceAll('API_URL', 'API_HOST')],
    ['a lost brace', good.replace('{{id}}', '{id}')],
    ['a missing f', good.replace('f"', '"')],
    ['a raw prefix', good.replace('f"', 'rf"').replace('/{{', '/\\n{{')],
    ['a conversion', good.replace('{API_URL}', '{API_URL!r}')],
    ['a format specification', good.replace('{API_URL}', '{API_URL:>40}')],
    ['a parameter of that name', good.replace('f(a)', 'f(API_URL)')],
    ['an assignment of that name', `${good}API_URL = 1\n`],
    ['a class attribute of that name', `${good}class C:\n    API_URL = 1\n`],
    ['a loop variable of that name', `${good}for API_URL in []: pass\n`],
    ['a comprehension target of that name', `${good}x = [1 for API_URL in []]\n`],
    ['an assignment expression of that name', `${good}(API_URL := 1)\n`],
    ['a name deleted', `${good}del API_URL\n`],
    ['a captured name', `${good}match 1:\n    case API_URL: pass\n`],
    ['a second import of that name', `${good}from other import API_URL\n`],
    ['a star import that may bind it', `${good}from other import *\n`],
    ['an import below the use', good.slice(only.length) + only],
    ['an import in a function', good.slice(only.length).replace('):\n', '):\n    from shared.domain_config import API_URL\n')],
    ['an import in a try', `try:\n    ${only}except ImportError:\n    pass\n${good.slice(only.length)}`],
    ['an import for type checkers', `if TYPE_CHECKING:\n    ${only}${good.slice(only.length)}`],
    ['an import from elsewhere', good.replace('shared.domain_config', 'shared.other')],
    ['a relative import', good.replace('from shared.', 'from .shared.')],
    ['no import', good.slice(only.length)],
    ['an unused import', good.replace('import API_URL', 'import API_HOST, API_URL')],
    ['a statement moved out of its block', good.replace('    return', 'return')],
    ['two statements made one', before.replace('return "https', 'return ("https')],
  ])('%s', (_, after) => {
    expect(isSameProgram(before, after)).toBe(false);
  });

  test('raw and cooked texts, bytes and texts, a named character and its letters differ', () => {
    expect(isSameProgram('x = "\\n"\n', 'x = r"\\n"\n')).toBe(false);
    expect(isSameProgram('x = "a"\n', 'x = b"a"\n')).toBe(false);
    expect(isSameProgram('x = "\\N{DASH}"\n', 'x = r"\\N{DASH}"\n')).toBe(false);
    expect(isSameProgram('x = a\n(b)\n', 'x = a(b)\n')).toBe(false);
    expect(isSameProgram('if a:\n    b\nc\n', 'if a:\n    b\n    c\n')).toBe(false);
  });
});

describe('errors', () => {
  const errors = (text: string): number => write.outline(file(text), MODULE).errors;

  test('what Python takes', () => {
    expect(errors('def f():\n    yield\n    x = yield  # c\n    y = (yield)\n')).toBe(0);
    expect(errors('with (open(a) as b, open(c) as d,):\n    pass\n')).toBe(0);
    expect(errors('with a() as (b, c), d as e.f:\n    pass\n')).toBe(0);
    expect(errors('@a.b(c)("d")\ndef f(): pass\n')).toBe(0);
    expect(errors('x = a + \\\r\n    b\r\n')).toBe(0);
    expect(errors(`${'# a comment\n'.repeat(400)}if a:\n    pass\n`)).toBe(0);
  });

  test('what Python does not take', () => {
    for (const text of [
      'print "a"\n',
      'x = "a\n',
      'x = a <> b\n',
      'try: pass\nexcept A, e: pass\n',
      'raise A, "b"\n',
      'a\n  b\n',
      '{% if %}\n',
    ]) {
      expect(errors(text), text).toBeGreaterThan(0);
    }
  });
});
