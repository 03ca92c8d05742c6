import { describe, expect, it } from 'vitest';
import { migrated, outlineOf } from './typescript-sample.ts';

/** The migrated expression alone. */
function rewritten(expression: string, path?: string): string {
  const output = migrated(`import './a';\nexport const a = ${expression}\n`, path);
  return /export const a = ([\s\S]*)\n$/.exec(output)![1]!;
}

describe('strings', () => {
  it.each([
    [`'https://api.old.ex.ai'`, 'STAGING_BACKEND_URL'],
    [`"https://api.old.ex.ai/x"`, '`${STAGING_BACKEND_URL}/x`'],
    [`'api.old.ex.ai:80'`, '`${STAGING_BACKEND_HOST}:80`'],
    [`'\`https://api.old.ex.ai\`'`, '`\\`${STAGING_BACKEND_URL}\\``'],
    [`'\${a} https://api.old.ex.ai $'`, '`\\${a} ${STAGING_BACKEND_URL} $`'],
    [`'it\\'s \\\\ https://api.old.ex.ai\\n'`, "`it's \\\\ ${STAGING_BACKEND_URL}\\n`"],
    [`'$https://api.old.ex.ai{'`, '`$${STAGING_BACKEND_URL}{`'],
    [`'https://api.old.ex.ai https://api.old.ex.ai'`, '`${STAGING_BACKEND_URL} ${STAGING_BACKEND_URL}`'],
    ['`https://api.old.ex.ai`', 'STAGING_BACKEND_URL'],
    ['`https://api.old.ex.ai${x}`', '`${STAGING_BACKEND_URL}${x}`'],
    [`typeof'https://api.old.ex.ai'`, 'typeof STAGING_BACKEND_URL'],
    [`'https://api.old.ex.ai'in x`, 'STAGING_BACKEND_URL in x'],
    [`{ 'https://api.old.ex.ai': 1 }`, '{ [STAGING_BACKEND_URL]: 1 }'],
    [`{ get 'https://api.old.ex.ai/x'() { return 1 } }`, '{ get [`${STAGING_BACKEND_URL}/x`]() { return 1 } }'],
    [`{ ['https://api.old.ex.ai']: 1 }`, '{ [STAGING_BACKEND_URL]: 1 }'],
    [`class { b = 1\n'https://api.old.ex.ai' = 2 }`, 'class { b = 1\n;[STAGING_BACKEND_URL] = 2 }'],
    [`class { b = 1;\nstatic 'https://api.old.ex.ai' = 2 }`, 'class { b = 1;\nstatic [STAGING_BACKEND_URL] = 2 }'],
  ])('%s', (before, after) => {
    expect(rewritten(before)).toBe(after);
  });
});

describe('JSX', () => {
  it.each([
    [`<a b="https://api.old.ex.ai" />`, '<a b={STAGING_BACKEND_URL} />'],
    [`<a b='https://api.old.ex.ai/"\\' />`, '<a b={`${STAGING_BACKEND_URL}/"\\\\`} />'],
    [`<a b="https://api.old.ex.ai/?a&amp;b&#36;&#x7b;&lt;&nope;" />`, '<a b={`${STAGING_BACKEND_URL}/?a&b\\${<&nope;`} />'],
    [`<a b={'https://api.old.ex.ai'} />`, '<a b={STAGING_BACKEND_URL} />'],
    ['<p>https://api.old.ex.ai</p>', '<p>{STAGING_BACKEND_URL}</p>'],
    ['<p> a https://api.old.ex.ai/b &amp; c </p>', '<p> a {STAGING_BACKEND_URL}/b &amp; c </p>'],
    ['<p>\n  a\n  https://api.old.ex.ai\n  b\n</p>', '<p>\n  a\n  {" "}{STAGING_BACKEND_URL}{" "}\n  b\n</p>'],
    [
      '<p>\n  https://api.old.ex.ai\n  https://api.old.ex.ai\n</p>',
      '<p>\n  {STAGING_BACKEND_URL}\n  {" "}{STAGING_BACKEND_URL}\n</p>',
    ],
    ['<p>{x} https://api.old.ex.ai {y}</p>', '<p>{x} {STAGING_BACKEND_URL} {y}</p>'],
  ])('%s', (before, after) => {
    const found = rewritten(before, 'a.tsx');
    expect(found).toBe(after);
    const [whole, plain] = [
      migrated(`export const a = ${before}`, 'a.tsx'),
      `export const a = ${before.replaceAll('api.old', 'new')}`,
    ];
    expect(outlineOf(whole, 'a.tsx')).toEqual(outlineOf(plain, 'a.tsx'));
  });
});
