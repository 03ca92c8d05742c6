import type { Anchors } from './anchors.ts';
import type { Sieve } from './sieve.ts';
import { DIRECTIVE_STEM } from './suppress.ts';

/** A sieve that needs no WebAssembly, whose memory takes gigabytes of addresses; its answers are the same, a copy of the bytes later. */
export function plainSieve({ bytes }: Anchors): Sieve {
  let buffer = Buffer.alloc(0);
  return {
    room(length) {
      if (length > buffer.length) buffer = Buffer.allocUnsafeSlow(Math.max(length, 1 << 20));
      return buffer.subarray(0, length);
    },
    mayHold: (length) => bytes.test(buffer.toString('latin1', 0, length)),
    mayDirect: (length) => buffer.subarray(0, length).includes(DIRECTIVE_STEM),
  };
}
