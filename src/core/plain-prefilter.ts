import type { Anchors } from './anchors.ts';
import type { Prefilter } from './prefilter.ts';
import { DIRECTIVE_STEM } from './suppress.ts';
import { glimpse, WIDES } from './wide.ts';

/** A prefilter that needs no WebAssembly, whose memory takes gigabytes of addresses; its answers are the same, a copy of the bytes later. */
export function plainPrefilter({ bytes, pattern }: Anchors): Prefilter {
  const written = new RegExp(pattern.source, pattern.flags.replace('g', ''));
  let buffer = Buffer.alloc(0);
  return {
    room(length) {
      if (length > buffer.length) buffer = Buffer.allocUnsafeSlow(Math.max(length, 1 << 20));
      return buffer.subarray(0, length);
    },
    mayHold: (length) => bytes.test(buffer.toString('latin1', 0, length)),
    wideIn(length) {
      const held = buffer.subarray(0, length);
      return held.includes(0) ? WIDES.find((wide) => written.test(glimpse(held, wide))) : undefined;
    },
    mayDirect: (length) => buffer.subarray(0, length).includes(DIRECTIVE_STEM),
  };
}
