import { join } from 'node:path';
import type { Planner } from '../../../src/plan/file-plan.ts';
import type { Language } from '../../../src/types/language.ts';
import type { Encoding, SourceFile } from '../../../src/types/source.ts';
import { language as componentLanguage } from '../../../transforms/component/language.ts';
import type { LanguageName } from '../../../transforms/languages.ts';
import { language as python } from '../../../transforms/python/language.ts';
import { language as text } from '../../../transforms/text/language.ts';
import { language as typescript } from '../../../transforms/typescript/language.ts';
import * as faultyPython from '../../faults/python.ts';
import * as faultyText from '../../faults/text.ts';
import * as faultyTypescript from '../../faults/typescript.ts';
import { casesOf, FIXTURES, fixturePlanner } from '../../fixture-cases.ts';
import { type Choices, choicesOf } from './choices.ts';
import { mutate } from './mutate.ts';
import { pythonModule } from './python.ts';
import { component, lines, TEXT_PATHS } from './text.ts';
import { script } from './typescript.ts';

/** A kind of file: how one is made of decisions, and by which planner and language it is planned. */
export interface Kind {
  readonly name: string;
  readonly language: Language;
  make(bytes: Uint8Array): { readonly planner: Planner; readonly file: SourceFile };
}

const shared = await fixturePlanner(join(FIXTURES, 'redomain.yaml'));
const scripts = await fixturePlanner(join(FIXTURES, 'typescript', 'commonjs.redomain.yaml'));

const PYTHON_PATHS = ['app/a.py', 'app/a.py', 'tests/test_a.py', 'app/a.pyi', 'conftest.py', 'shared/b.py'];
const SCRIPT_PATHS = [
  'app/a.ts',
  'app/a.tsx',
  'app/a.js',
  'app/a.cjs',
  'app/a.mjs',
  'app/a.jsx',
  'app/a.test.ts',
  'app/a.mts',
  'app/a.d.ts',
  'vite.config.js',
  'bin/a.js',
];
const COMPONENT_PATHS = ['app/a.vue', 'app/a.svelte', 'app/a.astro', 'app/a.html'];

const MARKED: readonly Encoding[] = ['utf8-bom', 'utf8-bom', 'utf16le', 'utf16be'];

const inputsOf = (folder: string): string[] => casesOf(folder).map(({ input }) => input);

/** Either a text of the grammar, or one that a person wrote; as it is, or after accidents. */
function accidental(c: Choices, grown: () => string, written: readonly string[]): string {
  let source = c.once(4) ? c.pick(written) : grown();
  const accidents = c.once(3) ? 1 + c.below(3) : 0;
  for (let index = 0; index < accidents; index++) source = mutate(c, source);
  return source;
}

const BY_LANGUAGE = {
  python: kind('python', python, PYTHON_PATHS, (c) => pythonModule(c), [faultyPython.SAMPLE, ...inputsOf('python')]),
  typescript: kind('typescript', typescript, SCRIPT_PATHS, script, [faultyTypescript.SAMPLE, ...inputsOf('typescript')]),
  component: kind(
    'component',
    componentLanguage,
    COMPONENT_PATHS,
    (c, path) => component(c, path, () => script(c, c.pick(['a.ts', 'a.js']))),
    inputsOf('component'),
  ),
  text: kind('text', text, TEXT_PATHS, lines, [faultyText.SAMPLE, ...inputsOf('text')]),
} satisfies Readonly<Record<LanguageName, Kind>>;

export const KINDS: readonly Kind[] = Object.values(BY_LANGUAGE);

function kind(
  name: string,
  language: Language,
  paths: readonly string[],
  grow: (c: Choices, path: string) => string,
  written: readonly string[],
): Kind {
  return {
    name,
    language,
    make(bytes) {
      const c = choicesOf(bytes);
      const path = c.pick(paths);
      const planner = c.once(2) ? scripts : shared;
      const encoding = c.once(4) ? c.pick(MARKED) : 'utf8';
      return { planner, file: asRead({ path, encoding, text: accidental(c, () => grow(c, path), written) }) };
    },
  };
}

/** A byte order mark is no part of a text that is read from UTF-8. */
function asRead({ path, encoding, text }: SourceFile): SourceFile {
  const marked = encoding === 'utf8' && text.startsWith('\ufeff');
  return marked ? { path, encoding: 'utf8-bom', text: text.slice(1) } : { path, encoding, text };
}
