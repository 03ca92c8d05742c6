import { describe, expect, test } from 'vitest';
import { generatedFile } from '../src/guards/file/generated-file.ts';

const LINE = `const a = "${'x'.repeat(2_200)}";\n`;

describe('a file that a tool makes', () => {
  test.each([
    'package-lock.json',
    'web/npm-shrinkwrap.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'poetry.lock',
    'Pipfile.lock',
    'uv.lock',
    'Cargo.lock',
    'composer.lock',
    'Gemfile.lock',
    'go.sum',
    'bun.lock',
    'bun.lockb',
  ])('%s is a lock file', (path) => expect(generatedFile(path, '')).toBe('lock-file'));

  test.each(['my-package-lock.json', 'yarn.lock.md', 'package-lock.json/readme', 'Gemfile.locked', 'uv_lock'])(
    '%s is none',
    (path) => expect(generatedFile(path, '')).toBeUndefined(),
  );

  test.each([
    ['a.js.map', '{"version":3,"sources":[]}', 'source-map'],
    ['a.css.map', ' \n{ "version" : 3 }', 'source-map'],
    ['city.map', '{"zoom":3,"version":3}', undefined],
    ['a.json', '{"version":3}', undefined],
    ['a.map.md', '{"version":3}', undefined],
  ])('%s of %j: %s', (path, text, reason) => expect(generatedFile(path, text)).toBe(reason));

  test.each(['a.min.js', 'a.min.css', 'a.min.mjs'])('%s is a minified bundle, whatever it holds', (path) =>
    expect(generatedFile(path, 'a')).toBe('minified-file'),
  );

  test.each(['a.js', 'a.mjs', 'a.cjs', 'a.css'])('%s is one when it is long and its lines are', (path) => {
    expect(generatedFile(path, LINE.repeat(10))).toBe('minified-file');
    expect(generatedFile(path, LINE.repeat(9))).toBeUndefined();
    expect(generatedFile(path, `${LINE.repeat(10)}${'\n'.repeat(2)}`)).toBeUndefined();
    expect(generatedFile(path, `${'x'.repeat(90)}\n`.repeat(1_000))).toBeUndefined();
  });

  test('programs with long lines are not', () => {
    expect(generatedFile('a.ts', LINE.repeat(10))).toBeUndefined();
    expect(generatedFile('a.js.md', LINE.repeat(10))).toBeUndefined();
    expect(generatedFile('a.min.ts', 'a')).toBeUndefined();
  });
});
