import { describe, expect, test } from 'vitest';
import { compileAnchors } from '../src/core/anchors.ts';
import { findHits } from '../src/core/hits.ts';
import { compileMatcher } from '../src/core/match.ts';
import { POLICY } from './policy.ts';

/** `form state governed-text → text after`, for every governed host of a text. */
function seen(text: string): string[] {
  const matcher = compileMatcher(POLICY);
  return findHits(text, compileAnchors(POLICY)).flatMap((hit) => {
    const standing = matcher.match(text, hit);
    if (!standing) return [];
    const governed = text.slice(standing.span.start, standing.span.end);
    if (standing.state !== 'retired') return [`${hit.form} ${standing.state} ${governed}`];
    const after = [...standing.edits]
      .reverse()
      .reduce((out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), text);
    return [`${hit.form} retired ${governed} → ${after}`];
  });
}

describe('a host has the boundaries of a host', () => {
  test.each([
    'notapi.old.ex.ai.evil.com',
    'api.old.ex.aim',
    'api.old.ex.ai.evil.com',
    'api.old.ex.ai-x',
    'xex.ai',
    'https://example.com/ex-ai',
  ])('%s is another host', (text) => expect(seen(text)).toEqual([]));

  test.each([
    ['my-api.old.ex.ai', 'plain retired my-api.old.ex.ai → my-api.ex.ai'],
    ['a.b.old.ex.ai', 'plain unknown a.b.old.ex.ai'],
    ['shop.ex.ai', 'plain canonical shop.ex.ai'],
    ['delete_api.old.ex.ai', 'plain retired api.old.ex.ai → delete_new.ex.ai'],
    ['$1api.old.ex.ai', 'plain retired api.old.ex.ai → $1new.ex.ai'],
    ['$' + '{VAR:-api.old.ex.ai/x}', 'plain retired api.old.ex.ai → $' + '{VAR:-new.ex.ai/x}'],
    ['"x\\napi.old.ex.ai"', 'plain retired api.old.ex.ai → "x\\nnew.ex.ai"'],
    ['"\\\\napi.old.ex.ai"', 'plain retired napi.old.ex.ai → "\\\\napi.ex.ai"'],
    ['https%3A%2F%2Fapi.old.ex.ai%2Fcb', 'plain retired api.old.ex.ai → https%3A%2F%2Fnew.ex.ai%2Fcb'],
    ['https:\\/\\/api.old.ex.ai\\/x', 'plain retired api.old.ex.ai → https:\\/\\/new.ex.ai\\/x'],
    ['&#34;https://api.old.ex.ai&#34;', 'plain retired api.old.ex.ai → &#34;https://new.ex.ai&#34;'],
    ['API.OLD.EX.AI', 'plain retired API.OLD.EX.AI → new.ex.ai'],
    ['see api.old.ex.ai.', 'plain retired api.old.ex.ai → see new.ex.ai.'],
    ['**api.old.ex.ai**', 'plain retired api.old.ex.ai → **new.ex.ai**'],
    ['bücher.ex.ai', 'plain retired bücher.ex.ai → new.ex.ai'],
    ['xn--bcher-kva.ex.ai', 'plain retired xn--bcher-kva.ex.ai → new.ex.ai'],
    ['访问api.old.ex.ai。', 'plain retired api.old.ex.ai → 访问new.ex.ai。'],
    ['SUBDOMAIN.old.ex.ai', 'plain retired SUBDOMAIN.old.ex.ai → SUBDOMAIN.ex.ai'],
    ['https://*.old.ex.ai', 'plain retired *.old.ex.ai → https://*.ex.ai'],
    ['backend-x1-uc.run.example.net', 'plain retired backend-x1-uc.run.example.net → new.ex.ai'],
    ['backend-*.run.example.net', 'plain retired backend-*.run.example.net → new.ex.ai'],
    ['a@api.old.ex.ai', 'email retired api.old.ex.ai → a@new.ex.ai'],
    ['git clone https://me@api.old.ex.ai/x', 'plain retired api.old.ex.ai → git clone https://me@new.ex.ai/x'],
    ['^https://api\\.old\\.ex\\.ai/', 'escaped retired api\\.old\\.ex\\.ai → ^https://new.ex.ai/'],
    ['api[.]old[.]ex[.]ai', 'escaped retired api[.]old[.]ex[.]ai → new.ex.ai'],
  ])('%s', (text, expected) => expect(seen(text)).toEqual([expected]));

  test('user information, port, query and fragment stay; two hosts are two occurrences', () => {
    expect(seen('https://user:pw@api.old.ex.ai:8443/x?u=https://api.old.ex.ai#f')).toEqual([
      'plain retired api.old.ex.ai → https://user:pw@new.ex.ai:8443/x?u=https://api.old.ex.ai#f',
      'plain retired api.old.ex.ai → https://user:pw@api.old.ex.ai:8443/x?u=https://new.ex.ai#f',
    ]);
  });
});

describe('entries with more than a host', () => {
  test.each([
    ['wss://api.old.ex.ai/ws', 'plain retired wss://api.old.ex.ai → wss://ws-new.ex.ai/ws'],
    ['ws://api.old.ex.ai/ws', 'plain retired ws://api.old.ex.ai → wss://ws-new.ex.ai/ws'],
    ['"\\nws://api.old.ex.ai/ws"', 'plain retired ws://api.old.ex.ai → "\\nwss://ws-new.ex.ai/ws"'],
    ['https://www.old.ex.ai/docs/a', 'plain retired www.old.ex.ai/docs → https://docs.new.ex.ai/a'],
    ['https://www.old.ex.ai/docs?x', 'plain retired www.old.ex.ai/docs → https://docs.new.ex.ai?x'],
    ['https%3A%2F%2Fwww.old.ex.ai%2Fdocs%2Fa', 'plain retired www.old.ex.ai%2Fdocs → https%3A%2F%2Fdocs.new.ex.ai%2Fa'],
    ['https://www.old.ex.ai/docsearch', 'plain retired www.old.ex.ai → https://www.ex.ai/docsearch'],
    ['https://www.old.ex.ai/Docs', 'plain retired www.old.ex.ai → https://www.ex.ai/Docs'],
  ])('%s', (text, expected) => expect(seen(text)).toEqual([expected]));
});

test('a canonical host outranks a pattern that covers it', () => {
  const policy = { ...POLICY, entries: [{ from: { host: '*.ex.ai' }, to: { host: 'x.example.net' } }] };
  const host = (text: string) => compileMatcher(policy).match(text, findHits(text, compileAnchors(POLICY))[0]!)?.state;
  expect([host('new.ex.ai'), host('other.ex.ai')]).toEqual(['canonical', 'retired']);
});

describe('hosts whose beginning is not in the text', () => {
  test.each([
    ['https://{svc}.old.ex.ai/x', 'partial partial .old.ex.ai'],
    ['`$' + '{sub}.old.ex.ai`', 'partial partial .old.ex.ai'],
    ['https://%s.old.ex.ai', 'partial partial .old.ex.ai'],
    ['https://%(svc)s.old.ex.ai', 'partial partial .old.ex.ai'],
    ['https://$SVC.old.ex.ai', 'partial partial .old.ex.ai'],
    ['https://{pre}api.old.ex.ai', 'partial partial api.old.ex.ai'],
    ['https://pr-{n}.old.ex.ai', 'partial partial .old.ex.ai'],
    ['https://pr-{n}-x.old.ex.ai', 'partial partial -x.old.ex.ai'],
    ['domain=.old.ex.ai', 'partial partial .old.ex.ai'],
    ['https://api.{env}.ex.ai', 'partial partial .ex.ai'],
  ])('%s', (text, expected) => expect(seen(text)).toEqual([expected]));

  test.each(['https://{env}.ex.ai', '".ex.ai"'])('%s says no more than the governed domain', (text) =>
    expect(seen(text)).toEqual([]),
  );
});
