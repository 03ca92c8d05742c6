import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import type { Program } from '../program.ts';

/** The name of the file beside the launchers with what each run needs, and what in it to begin with. `scripts/bundle.mjs` writes both. */
declare const __PROGRAM__: string;
declare const __ENTRY__: string;

const OF_PROGRAM = /^\.\/[\w-]+\.cjs$/;
/** Seconds after which a run has compiled enough to be worth keeping. */
const WORTH_KEEPING = 0.2;
const CHECKSUM = 4;

/** A file of the program for which there was no compiled code. */
interface Fresh {
  readonly script: Script;
  /** Where its code is to be kept. */
  readonly place: string;
}

/**
 * Loads the program with what V8 compiled of it in an earlier run, which halves the time of a short one. The code is kept beside each file of
 * the program, as Python keeps its own, for each version of Node; where there is none that fits, this run keeps its code when it ends, if it
 * may write there.
 */
export function openProgram({ keeps }: { readonly keeps: boolean }): Program {
  const fresh: Fresh[] = [];
  if (keeps) process.once('exit', () => keepCode(fresh));
  const parts = readParts(join(__dirname, __PROGRAM__), fresh);
  const external = Module.createRequire(__filename);
  const made = new Map<string, { exports: unknown }>();
  const load = (id: string): unknown => {
    if (!OF_PROGRAM.test(id)) return external(id);
    const known = made.get(id);
    if (known) return known.exports;
    if (!parts[id]) Object.assign(parts, readParts(join(__dirname, id), fresh));
    const module = { exports: {} };
    made.set(id, module);
    parts[id]!.call(module.exports, module.exports, load, module, __filename, __dirname);
    return module.exports;
  };
  return load(__ENTRY__) as Program;
}

/** A module of CommonJS as Node wraps one. */
type Part = (exports: object, require: (id: string) => unknown, module: object, filename: string, dirname: string) => void;

/** Reads the modules of a file of the program, by how they are required; notes the file where it has no compiled code. */
function readParts(file: string, fresh: Fresh[]): Record<string, Part> {
  const place = `${file}.${process.version}-${process.arch}.code`;
  const code = keptCode(place);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(code && { cachedData: code }),
  });
  if (!code || script.cachedDataRejected) fresh.push({ script, place });
  return script.runInThisContext() as Record<string, Part>;
}

/** V8 looks at the version and the flags alone; that the bytes are whole, a checksum behind them says. */
function keptCode(place: string): Buffer | undefined {
  try {
    const bytes = readFileSync(place);
    const code = bytes.subarray(0, bytes.length - CHECKSUM);
    return bytes.readUInt32LE(code.length) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function keepCode(fresh: readonly Fresh[]): void {
  if (process.uptime() < WORTH_KEEPING) return;
  for (const { script, place } of fresh) {
    const code = script.createCachedData();
    const checksum = Buffer.alloc(CHECKSUM);
    checksum.writeUInt32LE(crc32(code));
    const whole = `${place}.${process.pid}`;
    try {
      writeFileSync(whole, Buffer.concat([code, checksum]));
      renameSync(whole, place);
    } catch {
      // Not ours to write: the next run compiles again.
      rmSync(whole, { force: true });
    }
  }
}
