import { describe, expect, test } from 'vitest';
import type { Language, ModuleRef } from '../src/types/language.ts';
import { language as python } from '../transforms/python/language.ts';
import { language as typescript } from '../transforms/typescript/language.ts';

/** The statement by which a file imports the module. */
function importIn(language: Language, module: ModuleRef, path: string, text: string): string | undefined {
  const span = language.write!.importOf!({ path, text, encoding: 'utf8' }, module);
  return span && text.slice(span.start, span.end);
}

describe('Python', () => {
  const module: ModuleRef = { file: 'shared/domains.py', specifier: 'shared.domains', bindings: [] };
  const found = (text: string, path = 'app/api/client.py') => importIn(python, module, path, text);

  test.each([
    'import shared.domains',
    'import os, shared.domains as domains',
    'from shared.domains import API_URL',
    'from shared.domains import *',
    'from shared import env, domains',
    'from ...shared.domains import API_URL',
    'from ...shared import domains',
  ])('%s', (statement) => expect(found(`import re\n${statement}\nimport sys\n`)).toBe(statement));

  test('one dot is the folder of the file, and a package is its __init__.py', () => {
    expect(found('from .domains import API_URL\n', 'shared/client.py')).toBe('from .domains import API_URL');
    expect(found('from . import domains\n', 'shared/client.py')).toBe('from . import domains');
    const packaged = { ...module, file: 'shared/domains/__init__.py' };
    expect(importIn(python, packaged, 'shared/client.py', 'from .domains import API_URL\n')).toBe('from .domains import API_URL');
  });

  test.each([
    'import shared.domains_old',
    'import shared',
    'from shared import env',
    'from shared.domains_old import API_URL',
    'from .shared.domains import API_URL',
    'from . import domains',
  ])('%s imports another module', (statement) => expect(found(`${statement}\n`)).toBeUndefined());

  test('the first of several, in a function as well', () => {
    expect(found('def f():\n    import shared.domains\n\nfrom shared.domains import API_URL\n')).toBe('import shared.domains');
  });

  test('one in a try that only tidies up', () => {
    expect(found('try:\n    import shared.domains\nfinally:\n    pass\n')).toBe('import shared.domains');
  });

  test.each([
    ['that may fail', 'try:\n    import shared.domains\nexcept ImportError:\n    pass\n'],
    ['for type checkers', 'if TYPE_CHECKING:\n    from shared.domains import API_URL\n'],
    ['for type checkers, by its module', 'if typing.TYPE_CHECKING:\n    import shared.domains\n'],
  ])('not one %s', (_, text) => {
    expect(found(text)).toBeUndefined();
    expect(found(`${text}if DEBUG:\n    import shared.domains as d\n`)).toBe('import shared.domains as d');
  });
});

describe('TypeScript', () => {
  const module: ModuleRef = { file: 'lib/domains.ts', specifier: '@/lib/domains', bindings: [] };
  const found = (text: string, path = 'app/page.ts') => importIn(typescript, module, path, text);

  test.each([
    "import { API_URL } from '@/lib/domains';",
    "import { API_URL } from '../lib/domains';",
    "import * as domains from '@/lib/domains';",
  ])('%s', (statement) => expect(found(`import x from 'x';\n${statement}\n`)).toBe(statement));

  test.each(["import { API_URL } from '@/lib/domain';", "import type { Name } from '@/lib/domains';", 'const unfinished = {'])(
    '%s',
    (text) => expect(found(`${text}\n`)).toBeUndefined(),
  );
});
