import type { Policy } from '../types/policy.ts';
import { type Anchors, compileAnchors, LONGEST_DOT } from './anchors.ts';
import { FIND_BYTES } from './find-bytes.ts';
import { plainPrefilter } from './plain-prefilter.ts';
import type { Prefilter } from './prefilter.ts';
import { DIRECTIVE_STEM } from './suppress.ts';
import { glimpse, unitOf, type Wide, type WideLabel, wideLabels } from './wide.ts';

/** One label of a domain, and how it is looked for. */
interface Needle {
  readonly label: Buffer;
  readonly at: number;
  readonly first: number;
  readonly second: number;
  readonly dotted: boolean;
}

interface Code {
  readonly memory: WebAssembly.Memory;
  find(at: number, end: number, needle: number, length: number, first: number, second: number, dotted: number): number;
}

const PAGE = 1 << 16;
const NONE = 0xffffffff;

/** Compiles the domains of a policy into a prefilter. Its answer is that of `anchors.bytes`, without a copy of the bytes. */
export function compilePrefilter(policy: Policy): Prefilter {
  const anchors = compileAnchors(policy);
  const code = instance();
  return code ? compiled(policy, anchors, code) : plainPrefilter(anchors);
}

/** None where the process may not have the addresses for it. */
function instance(): Code | undefined {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(FIND_BYTES, 'base64'))).exports as unknown as Code;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function compiled(policy: Policy, { bytes, forms, pattern }: Anchors, { memory, find }: Code): Prefilter {
  const needles = needlesOf(forms);
  const wides = wideNeedles(wideLabels(policy), behind(needles));
  const stem = needle(DIRECTIVE_STEM, behind([...needles, ...wides]), false);
  const start = 1 + stem.at + stem.label.length;
  const margin = 16 + start;
  const reach = Math.max(0, ...forms.map((form) => form.length + LONGEST_DOT * form.split('.').length));
  const room = (length: number): Buffer => {
    const lacking = start + length + margin - memory.buffer.byteLength;
    if (lacking > 0) memory.grow(Math.ceil(Math.max(lacking, memory.buffer.byteLength) / PAGE));
    return Buffer.from(memory.buffer, start, length);
  };
  room(0);
  for (const { label, at } of [...needles, ...wides, stem]) label.copy(Buffer.from(memory.buffer, at));
  const holdsAll = bytes.test('');
  const holds = (place: number, end: number): boolean => {
    const from = Math.max(start, place - reach);
    return bytes.test(Buffer.from(memory.buffer, from, Math.min(end, place + reach) - from).toString('latin1'));
  };
  const anywhere = (sought: Needle, end: number, isIt: (place: number) => boolean): boolean => {
    const { label, at, first, second, dotted } = sought;
    const next = (from: number): number => find(from, end, at, label.length, first, second, dotted ? 1 : 0) >>> 0;
    for (let place = next(start); place !== NONE; place = next(place + 1)) if (isIt(place)) return true;
    return false;
  };
  const wideAt = wideFinder({ memory, start, reach }, new RegExp(pattern.source, pattern.flags.replace('g', '')));
  return {
    room,
    wideIn(length) {
      const end = start + length;
      let found: Wide | 'binary' | undefined;
      if (!Buffer.from(memory.buffer, start, length).includes(0)) return undefined;
      for (const sought of wides)
        anywhere(sought, end, (place) => {
          found = wideAt(place, end, sought) ?? found;
          return found !== undefined && found !== 'binary';
        });
      return found;
    },
    mayHold(length) {
      const end = start + length;
      return holdsAll || needles.some((sought) => anywhere(sought, end, (place) => holds(place, end)));
    },
    mayDirect(length) {
      const isStem = (place: number): boolean => stem.label.equals(Buffer.from(memory.buffer, place, stem.label.length));
      return anywhere(stem, start + length, isStem);
    },
  };
}

/** Where the bytes of a file stand, and how far around a label a domain can reach, in characters. */
interface Ground {
  readonly memory: WebAssembly.Memory;
  readonly start: number;
  readonly reach: number;
}

/** Makes the function that gives the encoding of a wide label that stands at a place, where a whole domain stands around it. */
function wideFinder(
  { memory, start, reach }: Ground,
  written: RegExp,
): (place: number, end: number, label: WideLabel) => Wide | 'binary' | undefined {
  return (place, end, { bytes: found, forms }) => {
    let odd: 'binary' | undefined;
    for (const { wide, lead } of forms) {
      const unit = unitOf(wide);
      const first = place - lead;
      const behindIt = first + unit * Math.ceil((lead + found.length) / unit);
      if (!/^[.\\[%]/.test(glimpse(Buffer.from(memory.buffer, behindIt, unit), wide))) continue;
      const from = Math.max(first - unit * reach, start + ((((first - start) % unit) + unit) % unit));
      const around = Buffer.from(memory.buffer, from, Math.max(0, Math.min(end, first + unit * reach) - from));
      if (!written.test(glimpse(around, wide))) continue;
      if ((first - start) % unit === 0) return wide;
      odd = 'binary';
    }
    return odd;
  };
}

/** Of each form the longest label that a dot follows, once each. */
function needlesOf(forms: readonly string[]): Needle[] {
  const labels = new Map<string, boolean>();
  for (const form of forms) {
    const parts = form.split('.');
    const [longest] = (parts.length > 1 ? parts.slice(0, -1) : parts).sort((a, b) => b.length - a.length);
    labels.set(folded(longest!), parts.length > 1 && labels.get(folded(longest!)) !== false);
  }
  let at = 0;
  return [...labels].map(([text, dotted]) => {
    at += text.length;
    return needle(text, at - text.length, dotted);
  });
}

/** The first offset behind some needles. */
function behind(needles: readonly Needle[]): number {
  return needles.reduce((sum, { label }) => sum + label.length, 0);
}

/** Looked for by bytes that are no zero: of these, files that are no text have most. */
function wideNeedles(labels: readonly WideLabel[], from: number): (Needle & WideLabel)[] {
  const byFolded = new Map<string, WideLabel>();
  for (const label of labels) {
    const key = folded(label.bytes.toString('latin1'));
    const known = byFolded.get(key);
    byFolded.set(key, known ? { ...known, forms: [...known.forms, ...label.forms] } : label);
  }
  let at = from;
  return [...byFolded].map(([text, { bytes, forms }]) => {
    const told = [...bytes.keys()].filter((index) => bytes[index] !== 0);
    const [first, second] = rarest(told.map((index) => text[index]!).join(''));
    at += text.length;
    return {
      ...{ bytes, forms, label: Buffer.from(text, 'latin1'), at: at - text.length, dotted: false },
      first: told[first]!,
      second: told[second]!,
    };
  });
}

/** A folded label that stands at an offset of the memory. */
function needle(text: string, at: number, dotted: boolean): Needle {
  const [first, second] = rarest(text);
  return { label: Buffer.from(text, 'latin1'), at, first, second, dotted };
}

/** With the bit set by which a letter's cases differ. */
function folded(label: string): string {
  return Buffer.from(Buffer.from(label, 'latin1').map((byte) => byte | 0x20)).toString('latin1');
}

const FROM_COMMON_TO_RARE = 'etaoinsrlcdupmhgfy-bvwx_k0125346789jzq';

/** The offsets of the two characters that texts have least of. */
function rarest(label: string): [number, number] {
  const rank = (index: number): number => (FROM_COMMON_TO_RARE.indexOf(label[index]!) + 100) % 100;
  const [first = 0, second = first] = [...label].map((_, index) => index).sort((a, b) => rank(b) - rank(a));
  return [first, second];
}
