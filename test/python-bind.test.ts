import { describe, expect, test } from 'vitest';
import { importable } from '../src/core/importable.ts';
import type { ModuleRef } from '../src/types/language.ts';
import type { PythonRoots } from '../transforms/python/roots.ts';
import { file, isSameProgram, MODULE, migrate, placementsOf, write } from './python-case.ts';

const ROOTS: PythonRoots = { packages: ['shared', 'tests', 'app'], pytest: true };
const ROOTED: ModuleRef = { ...MODULE, evidence: ROOTS };
const UNSHOWN = 'unknown-import-root';
const EARLY = 'no-place-for-import';
const IMPORT = 'from shared.domain_config import API_URL';

/** The lines of a migrated text. */
const lines = (text: string, path?: string, module?: ModuleRef): string[] => migrate(text, path, module).output.split('\n');

describe('where the import goes', () => {
  test.each([
    ['behind the interpreter line and the cookie', '#!/usr/bin/python\n# coding: utf-8\nU = "https://new.ex.ai"\n', 3],
    ['behind a licence', '# Copyright Example.\nU = "https://new.ex.ai"\n', 2],
    ['before a remark on the first statement', '# The base.\nU = "https://new.ex.ai"\n', 0],
    ['behind the docstring', '"""Doc."""\nU = "https://new.ex.ai"\n', 2],
    ['behind the future', '"""Doc."""\nfrom __future__ import a\nU = "https://new.ex.ai"\n', 3],
    ['behind the imports that open the file', 'import os\nimport re\n\ndef f():\n    return "https://new.ex.ai"\n', 3],
    ['in order among the project', 'from shared.a import a\nfrom shared.z import z\nU = "https://new.ex.ai"\n', 1],
    ['behind the project where it has no order', 'from shared.z import z\nfrom shared.a import a\nU = "https://new.ex.ai"\n', 2],
    ['not in a conditional import', 'import os\nif os:\n    from shared.a import a\nU = "https://new.ex.ai"\n', 2],
    ['before the first use, not behind the last import', 'import os\nU = "https://new.ex.ai"\nfrom shared.a import a\n', 2],
  ])('%s', (_, text, line) => {
    const output = lines(text);
    expect(output.indexOf(IMPORT)).toBe(line);
    expect(isSameProgram(text, output.join('\n'))).toBe(true);
  });

  test('line endings and tabs are those of the file', () => {
    const path = 'app/long_enough.py';
    expect(migrate('import os\r\nU = "https://new.ex.ai"\r\n', path).output).toBe(
      `import os\r\n\r\n${IMPORT}\r\n\r\nU = API_URL\r\n`,
    );
  });

  test('an import joins one that exists, in its style', () => {
    const use = 'U = helper("https://new.ex.ai")\n';
    const joined = (text: string): string => migrate(text + use).output.slice(0, -'U = helper(API_URL)\n'.length);
    expect(joined('from shared.domain_config import helper\n')).toBe('from shared.domain_config import helper, API_URL\n');
    expect(joined('from shared.domain_config import (helper)\n')).toBe('from shared.domain_config import (helper, API_URL)\n');
    expect(joined('from shared.domain_config import (\n    helper,\n)\n')).toBe(
      'from shared.domain_config import (\n    helper,\n    API_URL,\n)\n',
    );
    expect(joined('from shared.domain_config import (\n    helper  # why\n)\n')).toBe(
      'from shared.domain_config import (\n    helper,  # why\n    API_URL,\n)\n',
    );
    expect(joined('from shared.domain_config import (a,\n    helper)\n')).toBe(
      'from shared.domain_config import (a,\n    helper,\n    API_URL)\n',
    );
    expect(joined('from shared.domain_config import a, \\\n    helper\n')).toBe(
      'from shared.domain_config import a, \\\n    helper, API_URL\n',
    );
    expect(joined('from shared.domain_config import helper  # noqa\n')).toBe(
      'from shared.domain_config import helper, API_URL  # noqa\n',
    );
    expect(joined('import os; from shared.domain_config import helper\n')).toBe(
      'import os; from shared.domain_config import helper, API_URL\n',
    );
  });

  test('a text above the first possible place is refused alone', () => {
    const text = 'from __future__ import a; U = "https://new.ex.ai"\nV = "https://new.ex.ai"\n';
    const { output, refused } = migrate(text);
    expect(refused).toEqual([EARLY]);
    expect(output).toBe(`from __future__ import a; U = "https://new.ex.ai"\n\n${IMPORT}\n\nV = API_URL\n`);
  });
});

describe('under which name', () => {
  test.each([
    'def f(API_URL): pass',
    'class A:\n    API_URL = 1',
    'def f():\n    global API_URL',
    'import x as API_URL',
    'with a as API_URL: pass',
    'try: pass\nexcept A as API_URL: pass',
    'f = lambda API_URL: 1',
    'def API_URL(): pass',
    'from other import *',
    'print(API_URL)',
    'match x:\n    case A(b=API_URL): pass',
    'match x:\n    case {"b": API_URL}: pass',
    'match x:\n    case [*API_URL]: pass',
    'for a, (b, API_URL) in c: pass',
    'x = [API_URL for API_URL in y]',
    'if (API_URL := 1): pass',
    'API_URL += 1',
    'API_URL: str',
    'del API_URL',
    'type API_URL = int',
  ])('another one where the file has %j', (line) => {
    const text = `${line}\nU = "https://new.ex.ai"\n`;
    const { output } = migrate(text);
    expect(output).toContain(`${IMPORT} as _API_URL\n`);
    expect(isSameProgram(text, output)).toBe(true);
  });

  test.each([
    'match x:\n    case A(API_URL=1): pass',
    'f(API_URL=1)',
    'x.API_URL = 1',
    'os.environ["API_URL"]',
    '# API_URL',
    'MY_API_URL = API_URLS = 1',
  ])('its own where the file has %j', (line) =>
    expect(migrate(`${line}\nU = "https://new.ex.ai"\n`).output).toContain(`${IMPORT}\n`),
  );

  test('the key of an entry is quoted so that it may stand in a format string', () => {
    const named = (text: string): { names: string[]; refused: string[] } => {
      const source = file(text);
      const placements = placementsOf(source).map((one) => ({ ...one, binding: { ...one.binding, name: 'DOMAINS["API"]' } }));
      const { names, refused } = write.bind(
        source,
        placements,
        importable(MODULE, () => MODULE),
      );
      return { names: [...names.values()], refused: [...refused.values()].map(({ code }) => code) };
    };
    expect(named('U = "https://new.ex.ai"\n').names).toEqual(['DOMAINS["API"]']);
    expect(named("U = 'https://new.ex.ai'\n").names).toEqual(["DOMAINS['API']"]);
    expect(named('U = "https://new.ex.ai/x"\n').names).toEqual(["DOMAINS['API']"]);
    expect(named('U = f"{f(\'https://new.ex.ai\')}"\n').names).toEqual(["DOMAINS['API']"]);
    expect(named('U = f"{f(\'https://new.ex.ai/x\')}"\n').refused).toEqual(['no-quotes-left']);
  });
});

const SEARCHED: ModuleRef = { ...ROOTED, evidence: { ...ROOTS, testPaths: ['tests', 'app/tests'] } };

describe('what shows that the root can be imported from', () => {
  const refusedAt = (path: string, text: string, module = ROOTED): string[] => migrate(text, path, module).refused;
  const use = 'U = "https://new.ex.ai"\n';
  const main = 'if __name__ == "__main__":\n    pass\n';

  test.each([
    ['an import of the project at module level', 'scripts/run.py', `import shared.a\n${use}${main}`],
    ['a file of the root', 'run.py', use + main],
    ['a module of a package of the root', 'app/core/client.py', use],
    ['a test, where pytest puts the root on the path', 'checks/test_client.py', use],
    ['a test that can also be run by hand', 'checks/client_test.py', `#!/usr/bin/env python3\n${use}${main}`],
    [
      'the root put on the path',
      'scripts/a/run.py',
      `from pathlib import Path\nimport sys\nR = Path(__file__).resolve().parents[2]\nsys.path.insert(0, str(R))\n${use}${main}`,
    ],
    [
      'the root by os.path',
      'scripts/run.py',
      `import os, sys\nsys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))\n${use}`,
    ],
    [
      'the root by two dots',
      'scripts/run.py',
      `import os, sys\nsys.path.append(os.path.join(os.path.dirname(__file__), ".."))\n${use}`,
    ],
    [
      'the root by a slash',
      'scripts/run.py',
      `import sys\nfrom pathlib import Path\nsys.path[0:0] = [str(Path(__file__).parent / "..")]\n${use}`,
    ],
  ])('%s', (_, path, text) => expect(refusedAt(path, text)).toEqual([]));

  const onPath = (code: string): string[] =>
    refusedAt('scripts/run.py', `import os, sys, site\nfrom pathlib import Path\nHERE = Path(__file__).parent\n${code}\n${use}`);

  test.each([
    'sys.path = [str(HERE.parent)] + sys.path',
    'sys.path += [str(HERE.parent)]',
    'sys.path.extend((str(HERE / "lib"), str(HERE.parent)))',
    'site.addsitedir(str((HERE / "..").resolve()))',
    'sys.path.append(os.path.join(os.path.dirname(__file__), os.pardir))',
    'sys.path.append(os.path.dirname(__file__) + "/..")',
    'sys.path.append(str(HERE.joinpath("lib", "../..")))',
    'sys.path.append(str(HERE / "./lib/../.."))',
    'sys.path.append(str(Path(__file__).parents[1]))',
    'sys.path.append(str(Path(__file__, "..", "..")))',
    'ROOT: Path = HERE.parent\nif str(ROOT) not in sys.path:\n    sys.path.insert(0, str(ROOT))',
    'ROOT = HERE.parent\nos.environ["ROOT"] = str(ROOT)\nif ROOT == HERE:\n    pass\nsys.path.append(str(ROOT))',
  ])('the root by %j', (code) => expect(onPath(code)).toEqual([]));

  test.each([
    'sys.path.append(str(HERE / "lib"))',
    'sys.path.append(str(HERE / "../.."))',
    'sys.path.append(str(Path(__file__).parents[9]))',
    'sys.path.append(str(Path(__file__).parents[n]))',
    'sys.path.append(HERE.parent.name)',
    'sys.path.append(HERE.with_name(".."))',
    'sys.path.append(os.path.join(os.path.dirname(__file__), "/.."))',
    'sys.path.append(str(HERE / "/.."))',
    'sys.path.append(os.path.dirname(__file__) + "..")',
    'sys.path.append(os.path.dirname(__file__) + os.pardir)',
    'sys.path.append("%s/.." % os.path.dirname(__file__))',
    'sys.path.append(os.path.join(os.path.dirname(__file__), up))',
    'sys.path.append(os.path.dirname(__file__, 1))',
    'sys.path.append(str(HERE.parent, "utf-8"))',
    'sys.path.append(str(Path()))',
    'sys.path.append(root())',
    'sys.path.append(roots[0]())',
    'sys.path.remove(str(HERE.parent)); sys.path.append(LIB)',
    'for path in [str(HERE.parent)]:\n    sys.path.append(path)',
    'if str(HERE.parent) not in sys.path:\n    sys.path.append(str(HERE.parent))\nelse:\n    pass',
    'if DEBUG:\n    sys.path.append(str(HERE.parent))',
    'sys.path.append(str(HERE.parent)) if DEBUG else None',
    'DEBUG and sys.path.append(str(HERE.parent))',
    'x = [sys.path.append(str(HERE.parent)) for _ in range(n)]',
    'x = lambda: sys.path.append(str(HERE.parent))',
    'x = lambda: [sys.path.append(str(HERE.parent))]',
    'while DEBUG: sys.path.append(str(HERE.parent))',
    'def add():\n    sys.path.append(str(HERE.parent))\nadd()',
    'ROOT = HERE.parent\nROOT = HERE\nsys.path.append(str(ROOT))',
    'ROOT = HERE.parent\nROOT /= "lib"\nsys.path.append(str(ROOT))',
    'ROOT = HERE.parent\nif DEBUG:\n    ROOT = HERE\nsys.path.append(str(ROOT))',
    'ROOT = HERE.parent\nfor ROOT in roots: pass\nsys.path.append(str(ROOT))',
    'ROOT = HERE.parent\nLIB, ROOT = ROOT, HERE\nsys.path.append(str(ROOT))',
    'LIB, ROOT = HERE, HERE.parent\nsys.path.append(str(LIB))',
  ])('not by %j', (code) => expect(onPath(code)).toEqual([UNSHOWN]));

  test('a test that can be run by hand, outside the folders that pytest searches, is a script', () => {
    expect(refusedAt('scripts/socket_test.py', use + main, SEARCHED)).toEqual([UNSHOWN]);
    expect(refusedAt('scripts/socket_test.py', use, SEARCHED)).toEqual([]);
    expect(refusedAt('tests/socket_test.py', use + main, SEARCHED)).toEqual([]);
  });

  test.each([
    ['nothing', 'scripts/run.py', use],
    ['an import in a function', 'scripts/run.py', `def f():\n    import shared.a\n${use}`],
    ['an import that may fail', 'scripts/run.py', `try:\n    import shared.a\nexcept ImportError:\n    pass\n${use}`],
    ['an import of a package that may be a nearer one', 'service/tests/run.py', `import tests.a\n${use}`],
    ['a script in a package', 'app/run.py', use + main],
    ['a script by its first line', 'app/run.py', `#!/usr/bin/env python\n${use}`],
    ['a script by what it does', 'app/run.py', `${use}print(U)\n`],
    [
      'another directory on the path',
      'scripts/a/run.py',
      `import sys\nfrom pathlib import Path\nsys.path.append(str(Path(__file__).parent.parent))\n${use}`,
    ],
    ['the working directory on the path', 'scripts/run.py', `import os, sys\nsys.path.append(os.getcwd())\n${use}`],
    [
      'a path set only when it is the main file',
      'scripts/run.py',
      `import sys\nfrom pathlib import Path\nif __name__ == "__main__":\n    sys.path.append(str(Path(__file__).parent.parent))\n${use}`,
    ],
  ])('not by %s', (_, path, text) => expect(refusedAt(path, text)).toEqual([UNSHOWN]));

  test('the import comes behind what puts the root on the path, and early texts stay', () => {
    const path = 'scripts/run.py';
    const text = `import sys\nfrom pathlib import Path\n${use}sys.path.insert(0, str(Path(__file__).parent.parent))\nimport shared.a\nV = "https://new.ex.ai"\n`;
    const { output, refused } = migrate(text, path, ROOTED);
    expect(refused).toEqual([EARLY]);
    expect(output.indexOf(IMPORT)).toBeGreaterThan(output.indexOf('sys.path.insert'));
    expect(output).toContain('V = API_URL');
  });

  test.each([
    ['client.pyi', 'stub-file'],
    ['setup.py', 'set-up-script'],
    ['project_template/a.py', 'copied-template'],
    ['{{cookiecutter.name}}/a.py', 'copied-template'],
  ])('never in %s', (path, reason) => expect(refusedAt(path, use)).toEqual([reason]));

  test('never in a file for Python 2, which knows no format strings', () => {
    expect(refusedAt('run.py', `from __future__ import print_function\n${use}`)).toEqual(['python-2-file']);
  });
});
