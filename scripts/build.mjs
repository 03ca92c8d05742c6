// Compiles and bundles into a directory of its own, tries the result, and then moves it to `dist` file by file: who runs the program
// meanwhile, or builds it as well, finds every file whole.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from './bundle.mjs';

const TARGET = 'dist';

function node(words, env = {}) {
  return spawnSync(process.execPath, words, { encoding: 'utf8', env: { ...process.env, ...env } });
}

function compile(directory) {
  const { status, stdout, stderr } = node([
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.build.json',
    '--outDir',
    directory,
  ]);
  if (status !== 0) throw new Error(`tsc fails:\n${stdout}${stderr}`);
}

/** The first run of the example leaves its compiled code for those that follow. */
function tryOut(cli) {
  const example = mkdtempSync(join(tmpdir(), 'redomain-build-'));
  try {
    cpSync('examples/polyglot', example, { recursive: true });
    // Temporary files may lie in a repository, which may ignore them.
    const { status, stderr } = node([cli, '--cwd', example], { GIT_CEILING_DIRECTORIES: dirname(example) });
    if (status !== 1) throw new Error(`the built command fails: ${stderr}`);
  } finally {
    rmSync(example, { recursive: true });
  }
}

/** The files below a directory, the launchers last: they name the others. */
function filesOf(directory) {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(directory.length + 1));
  const isLauncher = (file) => /^bin\/.*\.js$/.test(file);
  return [...files.filter((file) => !isLauncher(file)), ...files.filter(isLauncher)];
}

function publish(directory) {
  const files = filesOf(directory);
  for (const file of files) {
    mkdirSync(dirname(join(TARGET, file)), { recursive: true });
    renameSync(join(directory, file), join(TARGET, file));
  }
  const kept = new Set(files);
  // Code that another version of Node compiled of a file holds as long as the file is there.
  const source = (file) => file.replace(/\.cjs\..*\.code$/, '.cjs');
  for (const file of filesOf(TARGET)) if (!kept.has(source(file))) rmSync(join(TARGET, file), { force: true });
}

// Beside the target, so that what lies at a place relative to it is found.
const directory = mkdtempSync('.dist-');
try {
  compile(directory);
  await bundle(join(directory, 'bin'));
  tryOut(join(directory, 'bin/cli.js'));
  publish(directory);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
