import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openReach, readPackaging } from '../src/checks/packaging.ts';
import type { DomainModule } from '../src/types/policy.ts';
import { makeTree } from './tree.ts';

export const PYTHON: DomainModule = {
  file: 'shared/domains.py',
  language: 'python',
  import: 'shared.domains',
  scope: ['**/*.py'],
  bindings: [],
};
export const TYPESCRIPT: DomainModule = { file: 'web/lib/domains.ts', language: 'typescript', scope: ['**/*.ts'], bindings: [] };

/** Files of a service and of the package that holds the domain module, which is not written yet. */
const SOURCES: Readonly<Record<string, string>> = {
  'shared/__init__.py': '',
  'shared/env.py': '',
  'auth/__init__.py': '',
  'auth/main.py': '',
  'auth/requirements.txt': '',
  'web/app.ts': '',
  'web/lib/other.ts': '',
};

/** Why `path` cannot import `module` in a tree of these files beside `SOURCES`. */
export async function unreachable(
  files: Readonly<Record<string, string>>,
  path = 'auth/main.py',
  module = PYTHON,
): Promise<string | undefined> {
  const root = makeTree({ ...SOURCES, ...files });
  const listed = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
  return (await openReach(await readPackaging(root, listed, () => false, [module])))?.(module, path);
}
