// Generates many files of every kind and holds the planner to its laws: `npm run fuzz -- [--runs N] [--seed N] [--kind NAME] [--path PATH]`.
// A failure prints the seed and the path that give it again.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    kind: { type: 'string' },
    path: { type: 'string' },
  },
});
const named = Object.entries(values).map(([name, value]) => [`FUZZ_${name.toUpperCase()}`, value]);
const env = { ...process.env, ...Object.fromEntries(named) };
const vitest = ['vitest', 'run', 'test/fuzz.test.ts', '--testTimeout', '0', '--disable-console-intercept'];
process.exitCode = spawnSync('npx', vitest, { env, stdio: 'inherit' }).status ?? 1;
