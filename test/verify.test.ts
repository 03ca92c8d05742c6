import { describe, expect, test } from 'vitest';
import { inOrder, splice } from '../src/core/edits.ts';
import type { Hit } from '../src/core/hits.ts';
import type { Decision } from '../src/core/occurrence.ts';
import type { FileChange } from '../src/plan/change.ts';
import { unproven } from '../src/plan/verify.ts';
import type { Literal, ModuleRef } from '../src/types/language.ts';
import type { Edit, SourceFile } from '../src/types/source.ts';
import { language as python } from '../transforms/python/language.ts';
import { language as text } from '../transforms/text/language.ts';
import { MODULE } from './python-case.ts';

const HOST = 'api.old.ex.ai';
const CODE = `U = "https://${HOST}/x"\n`;
const file = (content = CODE): SourceFile => ({ path: 'app/client.py', text: content, encoding: 'utf8' });

/** The decision that takes a host to `canonical`, as its characters or as the constant `name`. */
function decided(content: string, canonical: string, name?: string): Decision {
  const start = content.indexOf(HOST);
  const hit: Hit = { start, end: start + HOST.length, host: HOST, form: 'plain', authority: true };
  const edits = [{ start, end: hit.end, text: canonical }];
  const entry = { from: { host: HOST }, to: { host: canonical } };
  const standing = { state: 'retired', entry, span: hit, edits, to: { host: canonical } } as const;
  const base = { occurrence: { hit, standing }, rule: 'retired-host', unsafe: false, reason: { code: 'constant' } } as const;
  if (name === undefined) return { ...base, verdict: 'literal', edits };
  const binding = MODULE.bindings.find((one) => one.name === name)!;
  const span = { start: content.indexOf('"'), end: content.lastIndexOf('"') + 1 };
  const literal: Literal = { span, body: { start: span.start + 1, end: span.end - 1 }, kind: 'string', labels: [], scope: '' };
  return { ...base, verdict: 'reference', edits: [], placement: { literal, span: hit, binding } };
}

/** Why a change with these edits, made for one decision, is not proved. */
function refused(decision: Decision, edits: readonly Edit[], content = CODE, module?: ModuleRef): string | undefined {
  const sorted = inOrder(edits);
  const change: FileChange = {
    decisions: [decision],
    edits: sorted,
    output: splice(content, sorted),
    constants: [],
    ...(module ? { module } : {}),
  };
  return unproven(file(content), python, change);
}

describe('characters in place of characters', () => {
  const asWritten = (canonical: string): string | undefined => {
    const decision = decided(CODE, canonical);
    return refused(decision, decision.edits);
  };

  test('a host is proved; what ends the text is not', () => {
    expect(asWritten('new.ex.ai')).toBeUndefined();
    expect(asWritten('new"ex.ai')).toBe('no longer parses');
    expect(asWritten('new.ex.ai", "https://ex.ai')).toBe('another structure than before');
  });

  test('an edit beside the host is not, in a language without modules either', () => {
    const decision = decided(CODE, 'new.ex.ai');
    const edits = [...decision.edits, { start: 0, end: 1, text: 'V' }];
    expect(refused(decision, edits)).toBe('an edit that is no host');
    const sorted = inOrder(edits);
    const change = { decisions: [decision], edits: sorted, output: splice(CODE, sorted), constants: [] };
    expect(unproven(file(), text, change)).toBe('an edit that is no host');
    const proved = { ...change, edits: decision.edits, output: splice(CODE, decision.edits) };
    expect(unproven(file(), text, proved)).toBeUndefined();
  });

  test('an output that is not what the edits make is not', () => {
    const decision = decided(CODE, 'new.ex.ai');
    const unmade = (edits: readonly Edit[], output: string): string | undefined =>
      unproven(file(), python, { decisions: [decision], edits, output, constants: [] });
    const output = splice(CODE, decision.edits);
    const [edit] = decision.edits;
    expect(unmade(decision.edits, output)).toBeUndefined();
    expect(unmade(decision.edits, `${output}\n`)).toBe('text outside the edits differs');
    expect(unmade(decision.edits, output.replace('U', 'V'))).toBe('text outside the edits differs');
    expect(unmade(decision.edits, output.replace('new', 'now'))).toBe('an edit did not arrive');
    expect(unmade([{ ...edit!, start: edit!.end, end: edit!.start }], output)).toBe(
      'edits that overlap or reach out of the file',
    );
    expect(unmade([{ ...edit!, end: CODE.length + 1 }], output)).toBe('edits that overlap or reach out of the file');
    expect(unmade([{ ...edit!, start: -1 }], output)).toBe('edits that overlap or reach out of the file');
  });
});

describe('a constant in place of characters', () => {
  const IMPORT = { start: 0, end: 0, text: 'from shared.domain_config import API_HOST\n\n' };
  const literal = { start: CODE.indexOf('"'), end: CODE.lastIndexOf('"') + 1 };
  const named = (after: string, canonical = 'new.ex.ai', content = CODE): string | undefined => {
    const span = { start: content.indexOf('"'), end: content.lastIndexOf('"') + 1 };
    return refused(decided(content, canonical, 'API_HOST'), [IMPORT, { ...span, text: after }], content, MODULE);
  };

  test('the text with the constant is proved', () => expect(named('f"https://{API_HOST}/x"')).toBeUndefined());

  test('a constant of another value than the canonical host is not', () => {
    expect(named('f"https://{API_HOST}/x"', 'other.ex.ai')).toBe('another value: "other.ex.ai" is not that of API_HOST');
  });

  test('a text that no longer parses is not', () => {
    expect(named('f"https://{API_HOST}/x')).toBe('no longer parses');
  });

  test('another text is not, and long ones are shown by their beginning', () => {
    expect(named('f"https://{API_HOST}/y"')).toMatch(/^another program: "text .*\/x.*" became "text .*\/y/);
    const long = `U = "https://${HOST}/${'a'.repeat(100)}"\n`;
    const reason = named(`f"https://{API_HOST}/${'b'.repeat(100)}"`, 'new.ex.ai', long)!;
    expect(reason).toMatch(/^another program: ".*a…" became ".*b…"$/);
    expect(reason.length).toBeLessThan(240);
  });

  test('a statement more is not', () => {
    const edits = [IMPORT, { ...literal, text: 'f"https://{API_HOST}/x"; V = 1' }];
    expect(refused(decided(CODE, 'new.ex.ai', 'API_HOST'), edits, CODE, MODULE)).toMatch(/^another program: /);
  });
});
