import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import type { Program } from '../program.ts';

/** The name of the bundled program beside the launchers, all ASCII, with a hash of its content in it. */
declare const __PROGRAM__: string;

/** Seconds after which a run has compiled enough to be worth keeping. */
const WORTH_KEEPING = 0.2;
const CHECKSUM = 4;

/**
 * Loads the program with what V8 compiled of it in an earlier run, which halves the time of a short one. The code is kept beside the
 * program, as Python keeps its own, for each version of Node; where there is none that fits, this run keeps its code when it ends, if it
 * may write there.
 */
export function openProgram({ keeps }: { readonly keeps: boolean }): Program {
  const file = join(__dirname, __PROGRAM__);
  const place = `${file}.${process.version}-${process.arch}.code`;
  const code = keptCode(place);
  const script = new Script(Module.wrap(readFileSync(file, 'latin1')), {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(code && { cachedData: code }),
  });
  if (keeps && (!code || script.cachedDataRejected)) process.once('exit', () => keepCode(place, script));
  const module = { exports: {} as Program };
  script.runInThisContext().call(module.exports, module.exports, Module.createRequire(file), module, file, dirname(file));
  return module.exports;
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

function keepCode(place: string, script: Script): void {
  if (process.uptime() < WORTH_KEEPING) return;
  const code = script.createCachedData();
  const checksum = Buffer.alloc(CHECKSUM);
  checksum.writeUInt32LE(crc32(code));
  const fresh = `${place}.${process.pid}`;
  try {
    writeFileSync(fresh, Buffer.concat([code, checksum]));
    renameSync(fresh, place);
  } catch {
    // Not ours to write: the next run compiles again.
    rmSync(fresh, { force: true });
  }
}
