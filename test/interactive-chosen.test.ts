import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { sourcesOf } from '../src/apply/apply.ts';
import { NOTHING_LACKS } from '../src/checks/packaging.ts';
import { splice } from '../src/core/edits.ts';
import { type Answer, sheetOf } from '../src/interactive/answers.ts';
import { type Planning, patternsIn, planChosen } from '../src/interactive/chosen.ts';
import { countOf, type Pattern } from '../src/interactive/patterns.ts';
import { holdLinkedKeys } from '../src/scan/linked-keys.ts';
import { openPolicy } from '../src/scan/open-policy.ts';
import { type Batch, createScanner } from '../src/scan/scan.ts';
import { git, project } from './cli-project.ts';

const example = fileURLToPath(new URL('../examples/polyglot', import.meta.url));

let planning: Planning;
let batch: Batch;
let patterns: readonly Pattern[];

beforeAll(async () => {
  const root = join(project({}), 'lumen');
  cpSync(example, root, { recursive: true });
  git(root, 'init', '-q');
  const { policy } = await openPolicy({ cwd: root });
  const paths = git(root, 'ls-files', '-o').trim().split('\n');
  planning = {
    options: { root, policy, unsafe: false, today: '2026-01-01', packaging: NOTHING_LACKS },
    asked: { cwd: root },
    prove: async (options, batch) => {
      const constraints = options.constraints ?? new Map();
      return (await holdLinkedKeys(createScanner(options).replan, { batch, constraints })).batch;
    },
  };
  batch = await planning.prove(planning.options, await createScanner(planning.options).scan(paths));
  patterns = await patternsIn(planning, batch);
});

/** One answer for each pattern in each file, drawn so that each seed gives the same ones. */
function drawn(seed: number): Answer[] {
  let state = seed;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return patterns.flatMap(({ id, files }) =>
    files.map(
      ({ path, digest }) => ({ pattern: id, choice: next() < 0.5 ? 'accept' : 'skip', files: { [path]: digest } }) as const,
    ),
  );
}

/** How many places each pattern has in each file. */
function counted(some: readonly Pattern[]): Map<string, number> {
  return new Map(
    some.flatMap(({ from, to, files }) =>
      files.map((file) => [`${from} → ${to} in ${file.path}`, countOf({ files: [file] })] as const),
    ),
  );
}

/** The tree as it would be written, planned once more. */
async function afterwards(chosen: Batch): Promise<Pattern[]> {
  const sourceOf = sourcesOf(planning.options.root);
  const contents = new Map(
    chosen.files
      .filter(({ report }) => report.status === 'changed')
      .map(({ path, report }) => [path, Buffer.from(splice(sourceOf(path)!.text, report.edits))]),
  );
  const options = { ...planning.options, contents };
  const again = await createScanner(options).scan(batch.files.map(({ path }) => path));
  return patternsIn({ options }, await planning.prove(options, again));
}

describe('what was chosen of a plan', () => {
  test('is the plan itself where all was accepted', async () => {
    const answers = drawn(1).map((answer) => ({ ...answer, choice: 'accept' as const }));
    const chosen = await planChosen(planning, batch, patterns, sheetOf(patterns, answers));
    expect(chosen.batch.files).toEqual(batch.files);
    expect(patterns.length).toBeGreaterThan(10);
  });

  test('changes nothing where nothing was answered', async () => {
    const chosen = await planChosen(planning, batch, patterns, sheetOf(patterns, []));
    expect(chosen.batch.files.filter(({ report }) => report.status !== 'clean' && report.edits.length > 0)).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'changes what was accepted and nothing else, however it is drawn (%i)',
    async (seed) => {
      const answers = drawn(seed);
      const sheet = sheetOf(patterns, answers);
      const chosen = await planChosen(planning, batch, patterns, sheet);
      expect(chosen.batch.files.filter(({ report }) => report.status === 'failed')).toEqual([]);
      const accepted = counted(
        patterns.map((pattern) => {
          const files = pattern.files.filter((file) => sheet.verdictOf(pattern, file)?.choice === 'accept');
          return { ...pattern, files };
        }),
      );
      const changed = counted(await patternsIn({ options: planning.options }, chosen.batch));
      expect([...changed].filter(([unit, count]) => count > (accepted.get(unit) ?? 0))).toEqual([]);
      // What was skipped is what the next run finds, and with it what had to stay because of it.
      const left = [...counted(patterns)].map(([unit, count]) => [unit, count - (changed.get(unit) ?? 0)] as const);
      expect(counted(await afterwards(chosen.batch))).toEqual(new Map(left.filter(([, count]) => count > 0)));
    },
  );
});
