import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from './measure.ts';
import type { Trees } from './trees.ts';

/** The least that Node needs for a part of the work that no design can leave out, each a whole process in one thread. */
export interface Floors {
  /** Every file that git lists is opened, read into one buffer and searched for the stem. */
  readonly read: Command;
  /** The Python files that change are parsed once, by the parser that redomain uses. */
  readonly python: Command;
  /** The generated TypeScript files are parsed once, by the parser that redomain uses. */
  readonly typescript: Command;
  /** Node starts, and git lists the files. */
  readonly start: Command;
}

export function floorsOf({ migrated, before, typescript, empty, stem, python }: Trees, work: string): Floors {
  const list = join(work, 'python-files');
  writeFileSync(list, python.join('\n'));
  const { resolve } = createRequire(import.meta.url);
  const node = (name: string, cwd: string, script: string, ...args: string[]): Command => {
    return { name, program: process.execPath, args: ['-e', HEAD + script, ...args], cwd };
  };
  return {
    read: node('Node, reading', migrated, READ, stem),
    python: node('Lezer, once', before, PYTHON, list, resolve('@lezer/python')),
    typescript: node('Babel, once', typescript, TYPESCRIPT, resolve('@babel/parser')),
    start: node('Node and git', empty, 'listed()'),
  };
}

const HEAD = `const fs = require('node:fs');
const listed = () =>
  require('node:child_process').execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 30 }).split('\\0').slice(0, -1);
`;

const READ = `let buffer = Buffer.allocUnsafe(1 << 20);
let found = 0;
for (const path of listed()) {
  const file = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  const stat = fs.fstatSync(file);
  if (stat.size > buffer.length) buffer = Buffer.allocUnsafe(stat.size * 2);
  const length = stat.isFile() ? fs.readSync(file, buffer, 0, stat.size, null) : 0;
  if (buffer.subarray(0, length).includes(process.argv[1])) found++;
  fs.closeSync(file);
}
if (found === 0) throw new Error('nothing found');
`;

const PYTHON = `const { parser } = require(process.argv[2]);
for (const path of fs.readFileSync(process.argv[1], 'utf8').split('\\n')) parser.parse(fs.readFileSync(path, 'utf8'));
`;

const TYPESCRIPT = `const { parse } = require(process.argv[1]);
for (const path of listed().filter((path) => path.endsWith('.ts')))
  parse(fs.readFileSync(path, 'utf8'), { sourceType: 'module', plugins: ['typescript'] });
`;
