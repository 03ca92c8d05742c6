import { chmodSync } from 'node:fs';
import path from 'node:path';
import { makeTree } from '../../tree.ts';

const CONFIG = `apex: [ex.ai]
environments:
  staging:
    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }
modules:
  - { file: shared/domains.py, import: shared.domains, scope: ["app/**/*.py"] }
  - { file: web/lib/config/domains.ts, import: "@/lib/config/domains", scope: ["web/**/*.ts"] }
`;

/** The texts of one file each, by index; every one of them changes in a run. */
const KINDS: readonly ((index: number) => readonly [file: string, text: string])[] = [
  (index) => [
    `app/m${index % 7}/client${index}.py`,
    `from app.settings import TIMEOUT\n\nURL_${index} = "https://api.old.ex.ai/v${index}"\n`,
  ],
  (index) => [`web/pages/p${index % 5}/page${index}.ts`, `export const url${index} = 'https://api.old.ex.ai/p/${index}';\n`],
  (index) => [`deploy/d${index % 4}/compose${index}.yaml`, `web:\n  api_url: https://api.old.ex.ai:8443/${index}\n`],
  (index) => [
    `docs/chapter ${index % 6}/größe${index}.md`,
    `# ${index}\n\nSee <https://api.old.ex.ai/docs/${index}>.\n${'word '.repeat(index * 4)}`,
  ],
];

/** A directory with `count` files that a run changes: Python, TypeScript, YAML and Markdown; some with CRLF, some with a byte order mark, some executable, some read by the owner alone. */
export function makeLargeProject(count: number): string {
  const files: Record<string, string> = {
    'redomain.yaml': CONFIG,
    'app/settings.py': 'TIMEOUT = 5\n',
    'app/__init__.py': '',
    'shared/__init__.py': '',
    'web/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }\n',
  };
  const modes = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const [file, text] = KINDS[index % KINDS.length]!(index);
    const lines = index % 3 === 1 ? text.replaceAll('\n', '\r\n') : text;
    files[file] = index % 5 === 2 ? `\ufeff${lines}` : lines;
    if (index % 4 === 0) modes.set(file, index % 8 === 0 ? 0o755 : 0o600);
  }
  const root = makeTree(files);
  for (const [file, mode] of modes) chmodSync(path.join(root, file), mode);
  return root;
}
