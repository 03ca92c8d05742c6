import { describe, expect, it } from 'vitest';
import { outlineOf, SCRIPT_MODULE } from './typescript-sample.ts';

const IMPORT = `import { STAGING_BACKEND_URL } from '@/lib/domains';\n`;

describe('outline folds constants into texts', () => {
  it.each([
    ['a whole text', `export const a = 'https://new.ex.ai';`, `${IMPORT}export const a = STAGING_BACKEND_URL;`],
    ['a path behind it', `export const a = "https://new.ex.ai/x";`, `${IMPORT}export const a = \`\${STAGING_BACKEND_URL}/x\`;`],
    [
      'escapes',
      `export const a = 'it\\'s https://new.ex.ai \`';`,
      `${IMPORT}export const a = \`it's \${STAGING_BACKEND_URL} \\\`\`;`,
    ],
    [
      'other expressions in the template',
      'export const a = `https://new.ex.ai/${b}/c`;',
      `${IMPORT}export const a = \`\${STAGING_BACKEND_URL}/\${b}/c\`;`,
    ],
    [
      'an operand',
      `export const a = 'a' + 'https://new.ex.ai/' + b;`,
      `${IMPORT}export const a = 'a' + \`\${STAGING_BACKEND_URL}/\` + b;`,
    ],
    ['a key', `export const a = { 'https://new.ex.ai': 1 };`, `${IMPORT}export const a = { [STAGING_BACKEND_URL]: 1 };`],
    [
      'a key with more',
      `export const a = { 'https://new.ex.ai/x': 1 };`,
      `${IMPORT}export const a = { [\`\${STAGING_BACKEND_URL}/x\`]: 1 };`,
    ],
    ['a member name', `export class A { 'https://new.ex.ai'() {} }`, `${IMPORT}export class A { [STAGING_BACKEND_URL]() {} }`],
    ['a case', `switch (x) { case 'https://new.ex.ai': }`, `${IMPORT}switch (x) { case STAGING_BACKEND_URL: }`],
    [
      'another name',
      `export const a = 'https://new.ex.ai';`,
      `import { STAGING_BACKEND_URL as u } from '@/lib/domains';\nexport const a = u;`,
    ],
    [
      'a namespace',
      `export const a = 'https://new.ex.ai/x';`,
      `import * as d from '../lib/domains';\nexport const a = \`\${d.STAGING_BACKEND_URL}/x\`;`,
    ],
    [
      'an equivalent path with an ending',
      `export const a = 'https://new.ex.ai';`,
      `import { STAGING_BACKEND_URL } from '../lib/domains.js';\nexport const a = STAGING_BACKEND_URL;`,
    ],
    [
      'a property of the same name',
      `export const a = { STAGING_BACKEND_URL: 'https://new.ex.ai' };`,
      `${IMPORT}export const a = { STAGING_BACKEND_URL: STAGING_BACKEND_URL };`,
    ],
  ])('%s', (_, before, after) => {
    expect(outlineOf(after)).toEqual(outlineOf(before));
  });

  it.each([
    [
      'an attribute',
      `export const a = <a href="https://new.ex.ai" />;`,
      `${IMPORT}export const a = <a href={STAGING_BACKEND_URL} />;`,
    ],
    [
      'an attribute with entities',
      `export const a = <a href="https://new.ex.ai/?a&amp;b" />;`,
      `${IMPORT}export const a = <a href={\`\${STAGING_BACKEND_URL}/?a&b\`} />;`,
    ],
    ['text', `export const a = <p>At https://new.ex.ai/x.</p>;`, `${IMPORT}export const a = <p>At {STAGING_BACKEND_URL}/x.</p>;`],
    [
      'text of its own line',
      `export const a = <p>\n  https://new.ex.ai\n</p>;`,
      `${IMPORT}export const a = <p>\n  {STAGING_BACKEND_URL}\n</p>;`,
    ],
    [
      'text between lines',
      `export const a = <p>\n  At\n  https://new.ex.ai\n  now\n</p>;`,
      `${IMPORT}export const a = <p>\n  At\n  {" "}{STAGING_BACKEND_URL}{" "}\n  now\n</p>;`,
    ],
    [
      'text beside a comment',
      `export const a = <p>{/* x */}https://new.ex.ai</p>;`,
      `${IMPORT}export const a = <p>{/* x */}{STAGING_BACKEND_URL}</p>;`,
    ],
  ])('JSX: %s', (_, before, after) => {
    expect(outlineOf(after, 'a.tsx')).toEqual(outlineOf(before, 'a.tsx'));
  });

  it('a required constant', () => {
    const before = `module.exports = { a: 'https://new.ex.ai' };`;
    const after = `const { STAGING_BACKEND_URL: u } = require('./lib/domains');\nmodule.exports = { a: u };`;
    expect(outlineOf(after, 'a.js', SCRIPT_MODULE)).toEqual(outlineOf(before, 'a.js', SCRIPT_MODULE));
  });
});

describe('outline of what is no text', () => {
  it('an import in a file that requires is said to be one', () => {
    const mixed = 'import in a file that requires';
    expect(outlineOf(`${IMPORT}module.exports = { url: STAGING_BACKEND_URL };`, 'a.js')).toContain(mixed);
    expect(outlineOf(`${IMPORT}module.url = window.exports(STAGING_BACKEND_URL);`, 'a.js')).not.toContain(mixed);
    expect(outlineOf(`${IMPORT}module.exports = { url: STAGING_BACKEND_URL };`, 'a.ts')).not.toContain(mixed);
  });

  it('an attribute without a value is one token more', () => {
    const [plain, download] = ['<a href="https://new.ex.ai" />', '<a download href="https://new.ex.ai" />'];
    expect(outlineOf(`f(${download});`, 'a.jsx')).not.toEqual(outlineOf(`f(${plain});`, 'a.jsx'));
    const named = `${IMPORT}f(<a download href={STAGING_BACKEND_URL} />);`;
    expect(outlineOf(named, 'a.jsx')).toEqual(outlineOf(`f(${download});`, 'a.jsx'));
  });

  it('a member in brackets is no constant', () => {
    const space = `import * as d from '@/lib/domains';\n`;
    const text = 'export const a = `https://new.ex.ai/x`;';
    expect(outlineOf(`${space}export const a = \`\${d.STAGING_BACKEND_URL}/x\`;`)).toEqual(outlineOf(text));
    expect(outlineOf(`${space}export const a = \`\${d['STAGING_BACKEND_URL']}/x\`;`)).not.toEqual(outlineOf(text));
    expect(outlineOf(`${space}export const a = \`\${d[STAGING_BACKEND_URL]}/x\`;`)).not.toEqual(outlineOf(text));
  });
});

describe('outline shows a planted fault', () => {
  const before = `export const a = 'https://new.ex.ai/x';\n`;
  const good = `${IMPORT}export const a = \`\${STAGING_BACKEND_URL}/x\`;\n`;
  const text = `export const f = (x) => 'https://new.ex.ai';`;
  it.each([
    ['the wrong constant', before, good.replaceAll('STAGING_BACKEND_URL', 'STAGING_FRONTEND_URL')],
    ['a lost path', before, good.replace('/x', '')],
    ['a lost brace', before, good.replace('${STAGING_BACKEND_URL}', '$STAGING_BACKEND_URL}')],
    ['a name left in quotes', before, `${IMPORT}export const a = 'STAGING_BACKEND_URL/x';`],
    ['no import', before, good.replace(IMPORT, '')],
    ['another module', before, good.replace('@/lib/domains', './domains')],
    ['a type-only import', before, good.replace('import {', 'import type {')],
    ['a type-only specifier', before, good.replace('{ STAGING', '{ type STAGING')],
    ['a default import', before, good.replace('{ STAGING_BACKEND_URL }', 'STAGING_BACKEND_URL')],
    [
      'an export that the module lacks',
      before,
      good.replace('{ STAGING_BACKEND_URL }', '{ STAGING_BACKEND as STAGING_BACKEND_URL }'),
    ],
    ['an unused import', before, IMPORT + before],
    ['a constant imported besides', before, good.replace('{ STAGING', '{ STAGING_FRONTEND_URL, STAGING')],
    ['an import within a function', text, `export const f = (x) => { ${IMPORT} return STAGING_BACKEND_URL; };`],
    ['a parameter of that name', text, `${IMPORT}export const f = (STAGING_BACKEND_URL) => STAGING_BACKEND_URL;`],
    [
      'a variable of that name',
      `{ let x = y; f('https://new.ex.ai'); }`,
      `${IMPORT}{ let STAGING_BACKEND_URL = y; f(STAGING_BACKEND_URL); }`,
    ],
    [
      'a caught error of that name',
      `try {} catch (x) { f('https://new.ex.ai'); }`,
      `${IMPORT}try {} catch (STAGING_BACKEND_URL) { f(STAGING_BACKEND_URL); }`,
    ],
    [
      'a destructured name',
      `const { x } = y; f('https://new.ex.ai');`,
      `${IMPORT}() => { const { x: STAGING_BACKEND_URL } = y; f(STAGING_BACKEND_URL); };`,
    ],
    [
      'a property for a key',
      `export const a = { 'https://new.ex.ai': 1 };`,
      `${IMPORT}export const a = { STAGING_BACKEND_URL: 1 };`,
    ],
    ['a property that is no constant', before, good.replace('${STAGING', '${x.STAGING')],
    ['a tagged template', 'export const a = t`https://new.ex.ai`;', `${IMPORT}export const a = t\`\${STAGING_BACKEND_URL}\`;`],
    ['an unused namespace', before, `import * as d from '@/lib/domains';\n${before}`],
    ['a statement lost', `f();\n${before}`, good],
    ['a changed number', `f(10);\n${before}`, good.replace(IMPORT, `${IMPORT}f(1);`)],
    ['a changed pattern', `f(/a/);\n${before}`, good.replace(IMPORT, `${IMPORT}f(/b/);`)],
    ['a changed operator', `x === y;\n${before}`, good.replace(IMPORT, `${IMPORT}x !== y;`)],
    [
      'an exported name',
      `export const x = 1; export { x as y }; f('https://new.ex.ai')`,
      `${IMPORT}export const x = 1; export { STAGING_BACKEND_URL as y }; f(STAGING_BACKEND_URL)`,
    ],
  ])('%s', (_, first, second) => {
    expect(outlineOf(second)).not.toEqual(outlineOf(first));
  });

  it.each([
    ['a lost space before a name', `<p>At\n https://new.ex.ai</p>`, `<p>At\n {STAGING_BACKEND_URL}</p>`],
    ['a lost space after a name', `<p>https://new.ex.ai\n now</p>`, `<p>{STAGING_BACKEND_URL}\n now</p>`],
    ['an entity left in a template', `<a href="https://new.ex.ai/&amp;" />`, `<a href={\`\${STAGING_BACKEND_URL}/&amp;\`} />`],
    ['a name that is text', `<p>https://new.ex.ai</p>`, `<p>STAGING_BACKEND_URL</p>`],
    ['a backslash that became an escape', `<a href="https://new.ex.ai/\\t" />`, `<a href={\`\${STAGING_BACKEND_URL}/\\t\`} />`],
  ])('JSX: %s', (_, first, second) => {
    expect(outlineOf(`${IMPORT}export const a = ${second};`, 'a.tsx')).not.toEqual(
      outlineOf(`export const a = ${first};`, 'a.tsx'),
    );
  });

  it('a constant required after its use', () => {
    const after = `module.exports = { a: STAGING_BACKEND_URL };\nconst { STAGING_BACKEND_URL } = require('./lib/domains');`;
    expect(outlineOf(after, 'a.js', SCRIPT_MODULE)).not.toEqual(
      outlineOf(`module.exports = { a: 'https://new.ex.ai' };`, 'a.js', SCRIPT_MODULE),
    );
  });

  it('a text that does not parse', () => {
    expect(outlineOf('const = 1')).toEqual(['does not parse']);
  });
});
