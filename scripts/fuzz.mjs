// Generates many files of every kind and holds the planner to its laws. A failure prints the seed and the path that give it again.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const USAGE = `npm run fuzz -- [--runs N] [--seed N] [--kind NAME] [--path PATH]

  --runs N     files of each kind (default 50000)
  --seed N     what they are made from; the same files for the same number (default: the time)
  --kind NAME  only python, typescript, component or text
  --path PATH  the one file that a failure names, with its seed and kind`;

const options = {
  runs: { type: 'string', default: '50000' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  kind: { type: 'string' },
  path: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};

function run({ help, ...values }) {
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const named = Object.entries(values).map(([name, value]) => [`FUZZ_${name.toUpperCase()}`, value]);
  const env = { ...process.env, ...Object.fromEntries(named) };
  const vitest = ['vitest', 'run', 'test/system/fuzz.test.ts', '--testTimeout', '0', '--disable-console-intercept'];
  return spawnSync('npx', vitest, { env, stdio: 'inherit' }).status ?? 1;
}

try {
  process.exitCode = run(parseArgs({ options }).values);
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
