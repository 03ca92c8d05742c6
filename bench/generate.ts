import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A tree that was generated, and what a tool has to count in it, its configuration among it. */
export interface Generated {
  readonly files: number;
  readonly filesWithHosts: number;
  readonly occurrences: number;
  readonly bytes: number;
}

export interface GenerateOptions {
  readonly files: number;
  /** Every so many files one names hosts; default 10. */
  readonly hitEvery?: number;
  /** Languages in turn; default all. */
  readonly languages?: readonly Language[];
}

type Language = 'python' | 'typescript' | 'yaml' | 'terraform' | 'shell' | 'markdown' | 'json';

const LANGUAGES: readonly Language[] = ['python', 'typescript', 'yaml', 'terraform', 'shell', 'markdown', 'json'];

const OLD = 'api.staging.example.ai';

/** What a generated tree is migrated with. */
export const CONFIGURATION = `apex: [example.ai]

environments:
  staging:
    api: { host: api-staging.example.ai, retired: [${OLD}] }

modules:
  - { file: shared/domains.py, import: shared.domains, scope: ["**/*.py"] }
  - { file: web/domains.ts, scope: ["**/*.ts"] }
`;

/** The hosts in the configuration itself: a file like any other, which is not changed. */
export const HOSTS_IN_CONFIGURATION = 3;

/** Writes a monorepo of mixed languages below `root`, a hundred files a directory. The same options give the same bytes. */
export function generateTree(root: string, { files, hitEvery = 10, languages = LANGUAGES }: GenerateOptions): Generated {
  let [filesWithHosts, occurrences, bytes] = [1, HOSTS_IN_CONFIGURATION, 0];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (let index = 0; index < files; index++) {
    const language = languages[index % languages.length]!;
    const hosts = index % hitEvery === 0 ? 1 + (Math.trunc(index / hitEvery) % 3) : 0;
    const { path, text } = fileOf(language, index, hosts);
    write(path, text);
    filesWithHosts += hosts > 0 ? 1 : 0;
    occurrences += hosts;
    bytes += Buffer.byteLength(text);
  }
  write('redomain.yaml', CONFIGURATION);
  write('shared/__init__.py', '');
  return { files, filesWithHosts, occurrences, bytes };
}

/** A Python file of about so many bytes, which names one host every ten lines. */
export function largeFile(bytes: number): { readonly text: string; readonly occurrences: number } {
  const lines: string[] = ['import logging', ''];
  let [size, occurrences] = [lines.join('\n').length, 0];
  for (let index = 0; size < bytes; index++) {
    const line =
      index % 10 === 0 ? `URL_${index} = "https://${OLD}/v1/items/${index}"` : `value_${index} = compute(${index}, "word")`;
    occurrences += index % 10 === 0 ? 1 : 0;
    lines.push(line);
    size += line.length + 1;
  }
  return { text: `${lines.join('\n')}\n`, occurrences };
}

function fileOf(language: Language, index: number, hosts: number): { path: string; text: string } {
  const folder = `${FOLDERS[language]}/part${Math.trunc(index / 100)}`;
  const url = (at: number): string => `https://${OLD}/v1/items/${index}/${at}`;
  const each = (line: (at: number) => string): string => Array.from({ length: hosts }, (_, at) => line(at)).join('');
  const filler = (line: (at: number) => string): string =>
    Array.from({ length: 12 + (index % 17) }, (_, at) => line(at)).join('');
  switch (language) {
    case 'python': {
      const body = filler(
        (at) => `\n\ndef step_${at}(value):\n    """Step ${at} of part ${index}."""\n    return value + ${at}\n`,
      );
      return { path: `${folder}/m${index}.py`, text: `import json\n\n${each((at) => `URL_${at} = "${url(at)}"\n`)}${body}` };
    }
    case 'typescript': {
      const body = filler((at) => `export function step${at}(value: number): number {\n  return value + ${at};\n}\n`);
      return { path: `${folder}/m${index}.ts`, text: `${each((at) => `export const url${at} = '${url(at)}';\n`)}${body}` };
    }
    case 'yaml': {
      const body = filler((at) => `  key${at}: value of ${index}\n`);
      return { path: `${folder}/v${index}.yaml`, text: `service:\n${each((at) => `  url${at}: ${url(at)}\n`)}${body}` };
    }
    case 'terraform': {
      const body = filler((at) => `variable "v${at}" {\n  default = "${index}"\n}\n`);
      return { path: `${folder}/m${index}.tf`, text: `${each((at) => `locals {\n  url${at} = "${url(at)}"\n}\n`)}${body}` };
    }
    case 'shell': {
      const body = filler((at) => `echo "step ${at} of ${index}"\n`);
      return { path: `${folder}/s${index}.sh`, text: `#!/bin/sh\n${each((at) => `curl --fail ${url(at)}\n`)}${body}` };
    }
    case 'markdown': {
      const body = filler((at) => `Paragraph ${at} of page ${index} says what it has to say.\n\n`);
      return { path: `${folder}/p${index}.md`, text: `# Page ${index}\n\n${each((at) => `See <${url(at)}>.\n\n`)}${body}` };
    }
    case 'json': {
      const body = filler((at) => `  "key${at}": "value of ${index}",\n`);
      return {
        path: `${folder}/d${index}.json`,
        text: `{\n${each((at) => `  "url${at}": "${url(at)}",\n`)}${body}  "end": true\n}\n`,
      };
    }
  }
}

const FOLDERS: Readonly<Record<Language, string>> = {
  python: 'app',
  typescript: 'web',
  yaml: 'deploy',
  terraform: 'infra',
  shell: 'scripts',
  markdown: 'docs',
  json: 'data',
};
