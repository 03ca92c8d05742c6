import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPolicy, readPolicy } from '../src/config/load.ts';
import { importable } from '../src/core/importable.ts';
import { GUARDS } from '../src/guards/order.ts';
import type { Example, Examples, ReasonPage } from '../src/guards/reason-page.ts';
import { REASONS, sentenceOf } from '../src/guards/reasons.ts';
import { createPlanner } from '../src/plan/planner.ts';
import type { Policy } from '../src/types/policy.ts';
import { REASON_CODES } from '../src/types/reason.ts';
import type { Finding } from '../src/types/report.ts';
import { FIXTURES, planText } from './fixture-cases.ts';

const GUARDS_FOLDER = join(import.meta.dirname, '..', 'src', 'guards');
const { policy: fixtures } = loadPolicy({ cwd: FIXTURES });
const pages: readonly ReasonPage[] = REASON_CODES.map((code) => REASONS[code]);

/** The policy with which the examples of a page are planned. */
function policyOf({ configuration }: Examples): Policy {
  if (configuration === undefined) return fixtures;
  return readPolicy(configuration, join(FIXTURES, 'redomain.yaml'), 'redomain.yaml').policy;
}

async function findingsOf({ file, text }: Example, policy: Policy): Promise<readonly Finding[]> {
  const planner = createPlanner({
    policy,
    unsafe: false,
    today: '2026-01-01',
    resolve: (module) =>
      importable(module, () => ({ file: module.file, specifier: module.import ?? '', bindings: module.bindings })),
  });
  return (await planText(planner, file, text)).findings;
}

/** The examples of a page of which the plan says something else than the page. */
async function wrongExamples({ code, examples }: ReasonPage): Promise<string[]> {
  if (!examples) return [];
  const wrong: string[] = [];
  for (const kind of ['holds', 'passes'] as const) {
    for (const example of examples[kind]) {
      const codes = (await findingsOf(example, policyOf(examples))).map(({ reasonCode }) => reasonCode);
      if (codes.includes(code) !== (kind === 'holds')) wrong.push(`${kind}: ${example.file}: ${codes.join(', ')}`);
    }
  }
  return wrong;
}

/** What a sentence makes of a detail in which each key is said by a word of its own; and the keys that it reads. */
function spoken({ sentence }: Pick<ReasonPage, 'sentence'>): { readonly words: string; readonly keys: readonly string[] } {
  const keys = new Set<string>();
  const get = (_: object, key: string | symbol): string => {
    keys.add(String(key));
    return `<${String(key)}>`;
  };
  return { words: sentence(new Proxy({}, { get })), keys: [...keys] };
}

/** What is wrong with a sentence; keys whose values are codes of their own are said in other words. */
const CODED = new Set(['state', 'how']);
function faultsOf(page: Pick<ReasonPage, 'sentence'>): string[] {
  const { words, keys } = spoken(page);
  const bare = page.sentence({});
  return [
    ...[words, bare].filter((said) => /^(?!Node |Python )[A-Z]/.test(said)).map((said) => `a capital: ${said}`),
    ...[words, bare].filter((said) => /[.!?]$|\.\s/.test(said)).map((said) => `a full stop: ${said}`),
    ...keys.filter((key) => !CODED.has(key) && !words.includes(`<${key}>`)).map((key) => `does not say ${key}`),
  ];
}

describe.each(pages.map((page) => [page.code, page] as const))('%s', (code, page) => {
  test('is an object of its own file, with a whole page', () => {
    const files = readdirSync(GUARDS_FOLDER, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
    expect(files.filter((file) => file.endsWith(`/${code}.ts`))).toHaveLength(1);
    expect(REASONS[code].code).toBe(code);
    expect(page.title).toMatch(/^(?:[a-z]|Python).*[^.]$/);
    expect(page.why).toMatch(/^(?:[A-Z`]|redomain ).*\.$/s);
    expect(page.why.replaceAll(/`[^`]*`|\([^)]*\)|:/g, '').match(/[.!?](?=\s|$)/g)!.length).toBeLessThanOrEqual(3);
    expect(page.settle).toMatch(/^[A-Z].*[.:`]$/s);
    expect(page.examples ?? page.occurs).toBeDefined();
  });

  test('has a sentence', () => expect(faultsOf(page)).toEqual([]));

  test('has examples that the plan confirms', async () => {
    expect(await wrongExamples(page)).toEqual([]);
    if (page.examples) expect(Math.min(page.examples.holds.length, page.examples.passes.length)).toBeGreaterThan(0);
  });

  test('is settled by the configuration as its page says', async () => {
    if (!page.examples) return;
    const policy = policyOf(page.examples);
    for (const as of page.deliver ?? []) {
      for (const example of page.examples.holds) {
        const findings = await findingsOf(example, { ...policy, deliver: [{ reason: code, as }] });
        // What hangs on other hosts is like any other place once they have changed: a constant may stand there.
        const decision = as === 'literal' && page.looksAround ? expect.stringMatching(/^(?:literal|reference)$/) : as;
        expect(findings).toContainEqual(expect.objectContaining({ reasonCode: code, decision }));
      }
    }
  });
});

describe('the reasons together', () => {
  test('have titles and sentences that are unique', () => {
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
    const own = pages.filter((page) => /[a-z]/.test(spoken(page).words.replaceAll(/<\w+>/g, '')));
    expect(new Set(own.map((page) => spoken(page).words)).size).toBe(own.length);
  });

  test('say a detail that is coded in words', () => {
    const coded = pages.flatMap((page) =>
      spoken(page)
        .keys.filter((key) => CODED.has(key))
        .map((key) => [page, key] as const),
    );
    expect(coded.map(([, key]) => key)).toEqual(expect.arrayContaining([...CODED]));
    const values = { state: ['review', 'left'], how: ['skip', 'keep', 'open', 'dependent'] };
    for (const [page, key] of coded) {
      const said = values[key as keyof typeof values].map((value) => sentenceOf({ code: page.code, detail: { [key]: value } }));
      expect(new Set(said).size).toBe(said.length);
    }
  });

  test('have one guard for each condition, which is asked once', () => {
    expect(new Set(GUARDS).size).toBe(GUARDS.length);
    const guards = pages.filter((page) => 'holds' in page);
    expect(new Set(GUARDS)).toEqual(new Set(guards));
  });

  test('have examples for each guard, in two formats where more than one language has it', () => {
    const few = (GUARDS as readonly ReasonPage[]).filter(({ examples }) => {
      const formats = examples?.holds.map(({ file }) => file.slice(file.lastIndexOf('.')));
      return examples?.passes.length === 0 || new Set(formats).size < 2;
    });
    expect(few.map(({ code }) => code)).toEqual(['continued-host', 'literal-type']);
  });
});

describe('the checks', () => {
  test('find examples that are on the wrong side', async () => {
    const { holds, passes } = REASONS.pattern.examples!;
    const turned: ReasonPage = { ...REASONS.pattern, examples: { holds: passes, passes: holds } };
    expect(await wrongExamples(turned)).toHaveLength(holds.length + passes.length);
    expect(await wrongExamples({ ...turned, examples: { holds: [{ file: 'a.py', text: '' }], passes: [] } })).toEqual([
      'holds: a.py: ',
    ]);
  });

  test.each([
    [() => 'This host stands alone', ['a capital: This host stands alone', 'a capital: This host stands alone']],
    [() => 'this host stands alone.', ['a full stop: this host stands alone.', 'a full stop: this host stands alone.']],
    [({ name }: Readonly<Record<string, string>>) => (name ? 'a name' : 'none'), ['does not say name']],
  ])('find a sentence like %s', (sentence, faults) => expect(faultsOf({ sentence })).toEqual(faults));
});
