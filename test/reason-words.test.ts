import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { REASONS } from '../src/guards/reasons.ts';
import type { FilePlan } from '../src/plan/file-plan.ts';
import { REASON_CODES } from '../src/types/reason.ts';
import { type Case, casesOf, fixturePlanner, planText } from './fixture-cases.ts';

const ROOT = join(import.meta.dirname, '..');

afterEach(() => {
  vi.restoreAllMocks();
});

/** Words as a person might have chosen them; some are those that a program might look for. */
const WORDS = 'the a retired review host line left compared holds names it is was keep for constant because where'.split(' ');

/** Puts other words into every sentence: a new choice of them at each call, from a fixed seed. */
function rewordAll(seed: number): void {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (const code of REASON_CODES)
    vi.spyOn(REASONS[code], 'sentence').mockImplementation(() =>
      Array.from({ length: 4 + next(8) }, () => WORDS[next(WORDS.length)]).join(' '),
    );
}

async function planOf({ config, path, input }: Case): Promise<FilePlan> {
  return planText(await fixturePlanner(config), path, input);
}

/** A plan without what its reasons say. */
function withoutWords(plan: FilePlan): unknown {
  return JSON.parse(JSON.stringify(plan, (key, value) => (key === 'reason' && typeof value === 'string' ? undefined : value)));
}

describe.each(['python', 'typescript', 'component', 'text'])('%s, with every reason reworded', (folder) => {
  const cases = casesOf(folder);
  const before = new Map<Case, FilePlan>();

  beforeAll(async () => {
    for (const one of cases) before.set(one, await planOf(one));
  }, 120_000);

  test('every decision, code and edit is the same', async () => {
    rewordAll(folder.length);
    let reworded = 0;
    for (const one of cases) {
      const plan = await planOf(one);
      const known = before.get(one)!;
      expect([one.name, withoutWords(plan)]).toEqual([one.name, withoutWords(known)]);
      reworded += plan.findings.filter(({ reason }, index) => reason !== known.findings[index]!.reason).length;
    }
    // The words did change: nothing kept those of the pages.
    const told = [...before.values()].flatMap(({ findings }) => findings);
    expect(reworded).toBe(told.length);
  }, 120_000);
});

/** The parts of sentences that are the same whatever their details say, of four words or more. */
function fixedRuns(sentence: (detail: Readonly<Record<string, string>>) => string): string[] {
  const details: Readonly<Record<string, string>>[] = [{}];
  details.push(new Proxy({}, { get: () => '\0' }));
  for (const state of ['left', 'review']) details.push(new Proxy({}, { get: (_, key) => (key === 'state' ? state : '\0') }));
  for (const how of ['skip', 'keep', 'open', 'dependent']) details.push({ how });
  const runs = details.flatMap((detail) => sentence(detail).replaceAll('undefined', '\0').split('\0'));
  return [...new Set(runs.map((run) => run.trim()).filter((run) => run.split(/\s+/).length >= 4))];
}

/** Comments that have lines to themselves. */
const COMMENT = /^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*)$/gm;

/** Source files outside of src/guards, by path, without comments. */
function otherSources(): [path: string, text: string][] {
  return ['src', 'transforms'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.startsWith('src/guards/'))
      .map((path): [string, string] => [path, readFileSync(join(ROOT, path), 'utf8').replaceAll(COMMENT, '')]),
  );
}

function occurrencesOf(runs: readonly string[], sources: readonly (readonly [string, string])[]): string[] {
  return sources.flatMap(([path, text]) => runs.filter((run) => text.includes(run)).map((run) => `${path}: ${run}`));
}

describe('the words of a reason', () => {
  const runs = REASON_CODES.flatMap((code) => fixedRuns(REASONS[code].sentence));

  test('stand in src/guards alone', () => {
    expect(runs.length).toBeGreaterThan(REASON_CODES.length / 2);
    expect(occurrencesOf(runs, otherSources())).toEqual([
      // The page of the rule says so, too.
      'src/rules/module-drift.ts: the domain module is missing',
    ]);
  });

  test('are found where they stand', () => {
    const text = "if (reason === 'the line is about a retired host') return;";
    expect(occurrencesOf(runs, [['src/a.ts', text]])).toEqual(['src/a.ts: the line is about a retired host']);
    expect(occurrencesOf(runs, [['src/a.ts', "/names retired hosts$/.test(reason) || 'left as it is on line'"]])).toEqual([]);
    expect(fixedRuns(({ name }) => `\`${name}\` may hold a name instead of a host`)).toEqual([
      '` may hold a name instead of a host',
    ]);
  });
});
