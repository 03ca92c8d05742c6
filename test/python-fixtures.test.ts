import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { casesOf } from './fixture-cases.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const BROKEN = /(?:python2|template|text-bound|unterminated)\./;

const PROGRAM = `
import ast, json, sys
wrong = []
for name, text in json.load(sys.stdin):
    try: ast.parse(text)
    except SyntaxError as e: wrong.append(f"{name}: {e}")
print(json.dumps(wrong))
`;

test.skipIf(!hasPython)('python3 parses every fixture (skipped where there is no python3)', () => {
  const texts = casesOf('python')
    .filter(({ name }) => !BROKEN.test(name))
    .flatMap(({ name, input, output }) => [
      [`${name} before`, input],
      [`${name} after`, output],
    ]);
  const { stdout } = spawnSync('python3', ['-W', 'ignore', '-c', PROGRAM], { input: JSON.stringify(texts), encoding: 'utf8' });
  expect(texts.length).toBeGreaterThan(0);
  expect(JSON.parse(stdout)).toEqual([]);
});
