import { expect, it } from 'vitest';
import { importedBy } from '../transforms/typescript/project/imported-by.ts';

it.each<[string, string, readonly string[]]>([
  [
    'imports',
    `import a from './a';\nimport { b } from "b"\nimport 'c'\nimport * as d from './d.js'`,
    ['./a', 'b', 'c', './d.js'],
  ],
  ['exports', `export * from './a'; export { b } from '@/b'; export type { C } from '#c'`, ['./a', '@/b', '#c']],
  [
    'calls',
    `const a = require('a'), b = await import("./b"); type C = import('./c').C; import d = require('d')`,
    ['a', './b', './c', 'd'],
  ],
  ['on several lines', `import {\n  a,\n  // from 'no'\n  b,\n} from\n  './a'`, ['./a']],
  ['a component', `<script setup>\nimport A from './A.vue'\n</script>\n<template>it's from "here"</template>`, ['./A.vue']],
  ['what only looks like one', `// import a from 'a'\n/* from 'b' */ const c = "from 'c'"; const d = \`import 'd'\`; f('e')`, []],
  ['behind a quote in a regular expression', `const quote = /["']/;\nimport a from './a'`, ['./a']],
  ['behind what is never closed', `import a from './a'\nconst b = \`\nimport c from './c'`, ['./a']],
])('%s', (_, text, expected) => {
  expect(importedBy(text)).toEqual(expected);
});

it('takes linear time for what is never closed', () => {
  const started = performance.now();
  for (const part of ['/*', "'", '`', '\\', '"\\', 'from ']) importedBy(part.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(5000);
});
