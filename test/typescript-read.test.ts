import { describe, expect, it } from 'vitest';
import { onlyLiteral, reading } from './typescript-sample.ts';

const OLD = 'https://api.old.ex.ai';

describe('literals', () => {
  it.each([
    ['a string', `f('${OLD}')`, 'string', OLD],
    ['a template', `f(\`a\${b}${OLD}\`)`, 'string', `a\${b}${OLD}`],
    ['a line comment', `// at ${OLD}`, 'comment', ` at ${OLD}`],
    ['a block comment', `/* at ${OLD} */ f()`, 'comment', ` at ${OLD} `],
    ['a hashbang', `#!/usr/bin/env at ${OLD}\nf()`, 'comment', `/usr/bin/env at ${OLD}`],
    ['an attribute', `f(<a href="${OLD}" />)`, 'string', OLD],
    ['JSX text', `f(<p> at ${OLD} </p>)`, 'string', ` at ${OLD} `],
  ])('%s', (_, text, kind, body) => {
    const literal = onlyLiteral(text, 'a.tsx');
    expect(literal.kind).toBe(kind);
    expect(text.slice(literal.body.start, literal.body.end)).toBe(body);
  });

  it('gives a nested text a literal of its own', () => {
    const text = `f(\`${OLD}/\${g('${OLD}')}\`)`;
    const { literals } = reading(text);
    expect(literals.map(({ span }) => text.slice(span.start, span.end))).toEqual([text.slice(2, -1), `'${OLD}'`]);
  });

  it('leaves code to core', () => {
    expect(reading('x = api.old.ex.ai').literals).toEqual([]);
  });

  it.each([
    ['const = 1', 'does not parse, line 2'],
    ["'use strict'; with (a) {} const", 'does not parse, line 2'],
  ])('%s does not parse', (broken, failure) => {
    expect(reading(`f('${OLD}')\n${broken}`)).toEqual({ literals: [], relations: [], failure });
  });
});

describe('blocked', () => {
  it.each([
    ['declaration-file', `export const a = '${OLD}'`, 'a.d.ts'],
    ['declaration-file', `export const a = '${OLD}'`, 'a.d.css.ts'],
    ['directive', `'${OLD}'`, 'a.ts'],
    ['tagged-template', `t\`${OLD}\``, 'a.ts'],
    ['module-specifier', `import '${OLD}'`, 'a.ts'],
    ['module-specifier', `import.meta.resolve('${OLD}')`, 'a.ts'],
    ['module-specifier', `vi.importActual('${OLD}')`, 'a.ts'],
    ['module-specifier', `import x = require('${OLD}')`, 'a.ts'],
    ['module-specifier', `import { '${OLD}' as x } from 'y'`, 'a.ts'],
    ['type-position', `let a: '${OLD}'`, 'a.ts'],
    ['type-position', `f<'${OLD}'>()`, 'a.ts'],
    ['type-position', `abstract class A { abstract f(): '${OLD}' }`, 'a.ts'],
    ['ambient-declaration', `declare global { const a: '${OLD}' }`, 'a.ts'],
    ['enum-member', `enum A { B = '${OLD}' }`, 'a.ts'],
    ['constant-assertion', `f(<const>'${OLD}')`, 'a.ts'],
    ['constant-assertion', `const a = ['${OLD}/x'] as const; type A = (typeof a)[number]`, 'a.ts'],
    ['hoisted-mock', `jest.mock('./a', () => ({ b: '${OLD}' }))`, 'a.ts'],
    ['hoisted-mock', `jest.mock('./x').mock('./a', () => '${OLD}')`, 'a.ts'],
    ['hoisted-mock', `vi.hoisted(() => '${OLD}')`, 'a.ts'],
    ['translated-text', `i18n.t('at ${OLD}')`, 'a.ts'],
    ['translated-text', `defineMessages({ a: { defaultMessage: '${OLD}' } })`, 'a.ts'],
    ['inline-snapshot', `expect(a).toMatchInlineSnapshot(\`${OLD}\`)`, 'a.ts'],
    ['pattern', 'f(/api.old.ex.ai/)', 'a.ts'],
    ['octal-escape', `f('\\1 ${OLD}')`, 'a.cjs'],
    ['line-continuation', `f('a\\\r\n${OLD}')`, 'a.ts'],
    ['multi-line-attribute', `f(<a b="a\n${OLD}" />)`, 'a.tsx'],
    ['start-of-statement', `f(); '${OLD}/a'.split('/')`, 'a.ts'],
  ])('%s: %s', (code, text, path) => {
    expect(onlyLiteral(text, path).blocked).toEqual({ code });
  });

  it.each([
    ['`config`', `export const config = { a: '${OLD}' }`, 'app/middleware.ts'],
    ['`metadata`', `export const metadata = { a: '${OLD}' }`, 'app/(site)/page.tsx'],
    ['definitions of a bundler', `export default { define: { A: '"${OLD}"' } }`, 'vite.config.ts'],
    ['definitions of a bundler', `new webpack.DefinePlugin({ A: '"${OLD}"' })`, 'a.ts'],
  ])('read without running, %s: %s', (what, text, path) => {
    expect(onlyLiteral(text, path).blocked).toEqual({ code: 'read-without-running', detail: { what } });
  });

  it.each([
    [`export const config = { a: '${OLD}' }`, 'src/config.ts'],
    [`export const metadata = { a: '${OLD}' }`, 'src/data.ts'],
    [`f({ define: '${OLD}' })`, 'a.ts'],
    [`vi.doMock('./a', () => '${OLD}')`, 'a.ts'],
    [`Promise.resolve('${OLD}')`, 'a.ts'],
    [`t({ url: '${OLD}' })`, 'a.ts'],
    [`const a = ['${OLD}'] as const`, 'a.ts'],
    [`f('\\\\1 \\0 ${OLD}')`, 'a.ts'],
    [`namespace A { export const b = '${OLD}' }`, 'a.ts'],
    [`export default '${OLD}'`, 'a.ts'],
    [`t\`\${'${OLD}'}\``, 'a.ts'],
  ])('not %s', (text, path) => {
    expect(onlyLiteral(text, path).blocked).toBeUndefined();
  });
});

describe('use', () => {
  it.each([
    ['pattern', 'f(/api.old.ex.ai/)'],
    ['pattern', `new RegExp('^' + '${OLD}')`],
    ['pattern', `a.match('${OLD}')`],
    ['affix', `a.startsWith('${OLD}')`],
    ['affix', `url.includes(x ? '${OLD}' : y)`],
    ['affix', `expect(url).toContain('${OLD}')`],
    ['affix', `a?.split('${OLD}')`],
    ['negated', `a !== '${OLD}'`],
    ['negated', `expect(a).not.toEqual({ b: ['${OLD}'] })`],
    ['negated', `assert.notStrictEqual(a, '${OLD}')`],
    ['negated', `if (!a.includes('${OLD}')) f()`],
    ['negated', `cy.get(a).should('not.contain', '${OLD}')`],
    ['replaced', `a.replace('${OLD}', b)`],
    ['replaced', `a.replaceAll(b, '${OLD}')`],
    ['pattern', `(a + b).match('${OLD}')`],
    ['affix', `includes('${OLD}')`],
    ['negated', `cy.get(a).should('not.have.text', b, '${OLD}')`],
    [undefined, `cy.get(a).should(f, '${OLD}')`],
    [undefined, `match('${OLD}')`],
    [undefined, `expect([a]).toContain('${OLD}')`],
    [undefined, `a === '${OLD}'`],
    [undefined, `allowedOrigins.includes('${OLD}')`],
    [undefined, `['a', 'b'].includes('${OLD}')`],
    [undefined, `router.replace('${OLD}', undefined)`],
    [undefined, `location.replace('${OLD}')`],
    [undefined, `expect(urls).toContain('${OLD}')`],
    [undefined, `a.startsWith(f('${OLD}'))`],
  ])('%s: %s', (use, text) => {
    expect(onlyLiteral(text).use).toBe(use);
  });
});

describe('labels', () => {
  it.each([
    [`const settings = { api: { baseUrl: '${OLD}' } }`, ['baseUrl', 'api', 'settings']],
    [`this.client.url = '${OLD}'`, ['url', 'client', 'this']],
    [`const a = process.env.API_URL ?? '${OLD}'`, ['API_URL', 'a']],
    [`axios.get('${OLD}')`, ['get', 'axios']],
    [`new URL('${OLD}')`, ['URL']],
    [`function f(base = '${OLD}') {}`, ['base']],
    [`function apiUrl() { if (a) return '${OLD}' }`, ['apiUrl']],
    [`const apiUrl = () => ({ a: '${OLD}' })`, ['a', 'apiUrl']],
    [`if (config.host === '${OLD}') f()`, ['host']],
    [`switch (origin) { case '${OLD}': }`, ['origin']],
    [`class A { host = '${OLD}' }`, ['host']],
    [`expect(res.url).toBe('${OLD}')`, ['toBe', 'expect', 'url']],
    [`const a = <Link to="${OLD}" />`, ['to', 'a', 'Link']],
    [`const a = <svg xmlns:xlink="${OLD}" />`, ['xmlns:xlink', 'a', 'svg']],
    [`const a = <code>${OLD}</code>`, ['a', 'code']],
    [`const a = { ['${OLD}']: 1 }`, ['a']],
    [`class A { #host = '${OLD}' }`, ['host']],
    [`const a = { 404: '${OLD}' }`, ['404', 'a']],
    [`hosts['${OLD}'] = 1`, []],
    [`const { ['${OLD}']: a = 1 } = b`, []],
    [`exports.apiUrl = function () { return '${OLD}' }`, ['apiUrl']],
    [`export default () => { return '${OLD}' }`, []],
    [`f(function () { return '${OLD}' })`, []],
    [`const a = { cookie: f(\`x\${'${OLD}'}\`) }`, ['f', 'cookie', 'a']],
  ])('%s', (text, labels) => {
    expect(onlyLiteral(text, 'a.tsx').labels).toEqual(labels);
  });
});

describe('scope', () => {
  it.each([
    [`f('${OLD}')`, ''],
    [`class A { b() { const c = () => { f('${OLD}') } } }`, 'A.b.c'],
    [`const a = { b() { f('${OLD}') }, }`, 'b'],
    [`describe('A', () => { it('does b', () => { f('${OLD}') }) })`, 'A > does b'],
    [`describe.each(x)('A %s', () => { const b = () => { f('${OLD}') } })`, 'A %s > b'],
    ['test(`a ${b}`, () => f(`api.old.ex.ai`))', 'a …'],
  ])('%s', (text, scope) => {
    expect(onlyLiteral(text).scope).toBe(scope);
  });
});

describe('joined', () => {
  it.each([
    [true, `a + '.api.old.ex.ai'`],
    [true, `a + b + 'api.old.ex.ai' + c`],
    [true, `a + ('api.old.ex.ai' + b)`],
    [true, `a.concat('api.old.ex.ai')`],
    [undefined, `('api.old.ex.ai' + a) + b`],
    [true, `f(<p>{a}api.old.ex.ai</p>)`],
    [undefined, `'api.old.ex.ai' + a`],
    [undefined, `f('api.old.ex.ai')`],
    [undefined, `f(<p><b/>api.old.ex.ai</p>)`],
  ])('%s: %s', (joined, text) => {
    expect(onlyLiteral(`x = ${text}`, 'a.tsx').joined).toBe(joined);
  });
});

describe('relations', () => {
  const kinds = (text: string): string[] => reading(text).relations.map(({ kind, members }) => `${kind} ${members.length}`);
  it.each([
    ['keys 2', `x = { '${OLD}': 1, ['${OLD}/b']: 2 }`],
    ['keys 2', `switch (a) { case '${OLD}': case '${OLD}/b': }`],
    ['keys 2', `new Map([['${OLD}', 1], ['${OLD}/b', 2]])`],
    ['keys 2', `new Set(['${OLD}', '${OLD}/b'])`],
    ['keys 2', `it.each([['${OLD}', 1], ['${OLD}/b', 2]])('a', f)`],
    ['alternatives 2', `x = { '${OLD}': '${OLD}/b' }`],
    ['alternatives 2', `x = { from: '${OLD}', to: '${OLD}/b' }`],
    ['alternatives 3', `x = a ? '${OLD}' : b || ('${OLD}/b' ?? '${OLD}/c')`],
    ['alternatives 2', `f('${OLD}', '${OLD}/b' as string)`],
    ['alternatives 2', `x = ['${OLD}', '${OLD}/b']`],
    ['compared 2', `x = '${OLD}' === '${OLD}/b'`],
    ['compared 2', `expect(f('${OLD}')).toEqual({ a: '${OLD}/b' })`],
    ['compared 2', `assert.strictEqual(f('${OLD}'), '${OLD}/b')`],
    ['compared 2', `/api.old.ex.ai/.test('${OLD}')`],
    ['compared 2', `'${OLD}/a'.startsWith('${OLD}') && f()`],
  ])('%s: %s', (relation, text) => {
    expect(kinds(`;${text}`)).toContain(relation);
  });

  it.each([`x = { a: '${OLD}', b: '${OLD}/b' }`, `x = '${OLD}' + '${OLD}/b'`, `f('${OLD}'); g('${OLD}/b')`])(
    'none in %s',
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );
});
