import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileAnchors } from '../src/core/anchors.ts';
import { compilePrefilter } from '../src/core/compile-prefilter.ts';
import type { Policy } from '../src/types/policy.ts';
import { POLICY } from './policy.ts';

const governing = (...apex: string[]): Policy => ({ ...POLICY, apex, services: [], entries: [] });

function bothOf(policy: Policy): (bytes: Buffer) => { prefilter: boolean; regex: boolean } {
  const prefilter = compilePrefilter(policy);
  const anchors = compileAnchors(policy);
  return (bytes) => {
    bytes.copy(prefilter.room(bytes.length));
    return { prefilter: prefilter.mayHold(bytes.length), regex: anchors.bytes.test(bytes.toString('latin1')) };
  };
}

const POLICIES = {
  'the common one': POLICY,
  'Unicode domains': governing('xn--bcher-kva.example', 'xn--mnchen-3ya.de', 'xn--80ak6aa92e.com', 'xn--mxa.example'),
  'short labels': governing('x.ai', 'a.b', 'ab.co.uk'),
  'one label': governing('localhost', 'localhost.ex'),
  'a long label': governing(`${'a'.repeat(63)}.ai`, 'ab.ai'),
  nothing: governing(),
};
const DOTS = ['.', '\\.', '\\\\.', '\\\\\\\\.', '\\\\\\\\\\.', '[.]', '[.', '%2e', '%2E', '%2f', '', ' ', '..'];
const LABELS = [
  'ex', 'ai', 'EX', 'eX', 'e\u0018', 'run', 'RUN', 'example', 'net', 'x', 'a', 'b', 'ab', 'co', 'uk', 'localhost', 'bücher', 'BÜCHER', 'bucher', 'xn--bcher-kva', 'münchen', 'de', 'аррӏе', 'АРРӀЕ', 'com', 'µ', 'μ', 'Μ', 'a'.repeat(63), 'a'.repeat(15), 'A'.repeat(63),
]; // biome-ignore format: one list

const host = fc
  .array(fc.tuple(fc.constantFrom(...LABELS), fc.constantFrom(...DOTS)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''));
const noise = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 }));
const encoded = fc
  .tuple(fc.array(fc.oneof(host, noise), { maxLength: 12 }), fc.constantFrom('utf8', 'latin1', 'utf16le'))
  .map(([parts, encoding]) => Buffer.from(parts.join(''), encoding as BufferEncoding));
const bytes = fc.oneof(
  encoded,
  fc.uint8Array({ maxLength: 100 }).map((array) => Buffer.from(array)),
);

describe.each(Object.entries(POLICIES))('the prefilter for %s', (_, policy) => {
  test('answers as the regular expression does', () => {
    const both = bothOf(policy);
    fc.assert(
      fc.property(bytes, (sample) => {
        const { prefilter, regex } = both(sample);
        expect(prefilter).toBe(regex);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the prefilter', () => {
  test.each([
    ['api.old.ex.ai', true],
    ['API.OLD.EX.AI', true],
    [String.raw`api\.old\.ex\.ai`, true],
    [String.raw`api\\\\.old\\\\.ex\\\\.ai`, true],
    ['api.old.ex[.]ai', true],
    ['api.old.ex%2Eai', true],
    ['backend-1.run.example.net', true],
    ['api.old.ex-ai', false],
    ['ex', false],
    ['', false],
  ])('%s: %s', (text, found) => {
    expect(bothOf(POLICY)(Buffer.from(text))).toEqual({ prefilter: found, regex: found });
  });

  test('finds a host at every place of a block, and none that only stands behind the end', () => {
    const prefilter = compilePrefilter(POLICY);
    for (let before = 0; before < 70; before++) {
      const text = `${' '.repeat(before)}ex.ai`;
      prefilter.room(text.length).write(text, 'latin1');
      expect(prefilter.mayHold(text.length)).toBe(true);
      for (let less = 1; less <= 5; less++) expect(prefilter.mayHold(text.length - less)).toBe(false);
    }
  });

  test('takes bytes of any length', () => {
    const prefilter = compilePrefilter(POLICY);
    for (const length of [0, 1, 1 << 16, (1 << 20) + 1, 40_000_000]) {
      const room = prefilter.room(length).fill(0x65);
      expect(room.length).toBe(length);
      expect(prefilter.mayHold(length)).toBe(false);
      if (length < 5) continue;
      room.write('ex.ai', length - 5, 'latin1');
      expect(prefilter.mayHold(length)).toBe(true);
    }
  });

  test.each([
    ['# redomain-ignore -- r', true],
    ['redomain-', true],
    ['Redomain-ignore', false],
    ['redomain', false],
    ['\rEDOMAIN\r', false],
    ['', false],
  ])('a suppression in %j: %s', (text, found) => {
    const prefilter = compilePrefilter(POLICY);
    for (const before of [0, 7, 40]) {
      const length = before + text.length;
      prefilter.room(length).write(' '.repeat(before) + text, 'latin1');
      expect(prefilter.mayDirect(length)).toBe(found);
    }
  });
});
