import { describe, expect, it } from 'vitest';
import { project, redomain } from '../../cli-project.ts';

const withHosts = (retired: string, rest = ''): string =>
  `apex: [ex.ai]\nenvironments:\n  staging:\n    backend: { host: new.ex.ai, retired: [${retired}] }\n${rest}`;
const withGlob = (glob: string): string => withHosts('api.old.ex.ai', `deliver:\n  - { files: ["${glob}"], as: keep }\n`);
const NAMES = 'abcdefghi';
/** Each name stands for nine of the one before. */
const aliases = (first: string, next: (before: string) => string): string =>
  [...NAMES].map((name, index) => `${name}: &${name} ${index === 0 ? first : next(NAMES[index - 1]!)}\n`).join('');
const nine = (name: string): string => `[${Array(9).fill(`*${name}`).join(', ')}]`;

const FILES = {
  [`${'a'.repeat(200)}.md`]: 'https://api.old.ex.ai\n',
  [`${'a/'.repeat(500)}b`]: '',
  'c.md': `${'a-'.repeat(120)}.old.ex.ai\n`,
};

async function plan(config: string) {
  const start = performance.now();
  const outcome = await redomain(project({ 'redomain.yaml': config, ...FILES }), ['--no-diff']);
  expect(performance.now() - start).toBeLessThan(20_000);
  return outcome;
}

describe.concurrent('a hostile configuration is refused with a word', () => {
  it.each([
    ['aliases that multiply', aliases('[x, x, x]', nine), /:1:1 +aliases of aliases make too many values/],
    ['merges that multiply', aliases('{ x: 1 }', (name) => `{ <<: ${nine(name)} }`), /:1:1 +aliases of aliases/],
    ['an alias of itself', `apex: &a [*a]\n${withHosts('x.old.ex.ai').slice(14)}`, /:1:11 +\*a stands within what it names/],
    ['deep lists', `apex: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, /nested too deep to be read/],
    ['deep mappings', `apex: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}\n`, /nested too deep to be read/],
    ['ten megabytes', withHosts(Array.from({ length: 550_000 }, (_, index) => `h${index}.old.ex.ai`).join()), /larger than 2 MB/],
    ['a long glob', withGlob('a'.repeat(70_000)), /longer than 1,000 characters/],
    ['many stars', withGlob(`${'*a'.repeat(30)}b`), /more than four \* between two slashes/],
    ['many double stars', withGlob(`${'**/*a/'.repeat(20)}b`), /\*\* more than three times/],
    ['repeated groups', withGlob('+(a|aa)+(a|aa)b'), /repeats a group with \+\( or \*\(/],
    ['names of prototypes', 'environments:\n  __proto__: { constructor: { host: new.ex.ai } }\n', /"__proto__" is no name/],
    ['keys of prototypes', `__proto__: { apex: [ex.ai] }\n${withHosts('x.old.ex.ai')}`, /__proto__: unknown key/],
  ])('%s', async (_, config, message) => {
    const { status, stdout, stderr } = await plan(config);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('internal error');
    expect(stderr.length).toBeLessThan(1000);
  });
});

describe('a large configuration is read in time', () => {
  it.each([
    ['thousands of hosts', withHosts(Array.from({ length: 5000 }, (_, index) => `h${index}.old.ex.ai`).join())],
    ['patterns with many wildcards', withHosts('"*-*-*-*-*-*-*-*-*.old.ex.ai", "**.**.**.**.old.ex.ai", api.old.ex.ai')],
    ['braces in braces', withGlob(`${'{a,b}'.repeat(100)}`)],
    ['ranges in braces', withGlob('{1..100000000}')],
    ['stars at the limit', withGlob('**/*a*a*a*b/**/*a/**')],
    ['a service that is called as every object’s field', withHosts('api.old.ex.ai').replace('backend', 'constructor')],
  ])('%s', async (_, config) => {
    const { status, stderr } = await plan(config);
    expect(stderr).toBe('');
    expect([0, 1]).toContain(status);
  });
});
