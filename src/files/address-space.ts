import { readFileSync } from 'node:fs';

/** Bytes of addresses that a thread may take: mostly WebAssembly's, which reserves far more than it uses. */
const OF_A_THREAD = 12e9;

/** How many threads fit into the address space of the process (`ulimit -v`), this one among them: V8 ends the process when it cannot start another. */
export function threadsThatFit(): number {
  return Math.max(1, Math.floor(addressSpace() / OF_A_THREAD));
}

/** In bytes; infinite where it has no limit, and where no Linux tells of it. */
function addressSpace(): number {
  try {
    const limit = /^Max address space\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1'))?.[1];
    return Number(limit ?? Number.POSITIVE_INFINITY);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
