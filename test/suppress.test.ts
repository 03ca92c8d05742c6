import { describe, expect, test } from 'vitest';
import { readSuppressions } from '../src/core/suppress.ts';

const TODAY = '2026-06-01';

function served(text: string, needle = 'api.old', rule: 'retired-host' | 'needs-review' | 'unknown-host' = 'retired-host') {
  const suppressions = readSuppressions(text, TODAY);
  const reason = suppressions.serve(text.indexOf(needle), rule);
  return { reason, faults: suppressions.faults().map((fault) => fault.reason) };
}

describe('suppression comments', () => {
  test.each([
    ['behind the code', 'x = "api.old"  # redomain-ignore -- clients pin it\n'],
    ['on the line before', '# redomain-ignore -- clients pin it\nx = "api.old"\n'],
    ['in a block comment', '/* redomain-ignore -- clients pin it */\nx = "api.old"\n'],
    ['in HTML', '<!-- redomain-ignore -- clients pin it -->\n<a href="api.old">\n'],
    ['with the rule', '# redomain-ignore retired-host -- clients pin it\nx = "api.old"\n'],
    ['with a date to come', '# redomain-ignore until=2026-06-01 -- clients pin it\nx = "api.old"\n'],
    ['over a range', '# redomain-disable -- clients pin it\na\nb\nx = "api.old"\n# redomain-enable\n'],
  ])('%s', (_, text) => expect(served(text)).toEqual({ reason: 'clients pin it', faults: [] }));

  test('a suppression of retired-host serves what is for review as well', () => {
    expect(served('# redomain-ignore retired-host -- r\n"api.old"\n', 'api.old', 'needs-review').reason).toBe('r');
  });

  test.each([
    ['no reason', '# redomain-ignore\nx = "api.old"\n', 'a suppression without a reason'],
    ['expired', '# redomain-ignore until=2026-05-31 -- r\nx = "api.old"\n', 'a suppression that expired on 2026-05-31'],
  ])('%s: not served, and a finding', (_, text, fault) => expect(served(text)).toEqual({ reason: undefined, faults: [fault] }));

  test('two lines below is out of reach, and the comment serves nothing', () => {
    expect(served('# redomain-ignore -- r\n\nx = "api.old"\n')).toEqual({
      reason: undefined,
      faults: ['a suppression that serves nothing'],
    });
  });

  test('after the end of a range nothing is served', () => {
    expect(served('# redomain-disable -- r\n# redomain-enable\nx = "api.old"\n').reason).toBeUndefined();
  });

  test('another rule is not served', () => {
    expect(served('# redomain-ignore unknown-host -- r\nx = "api.old"\n').reason).toBeUndefined();
  });
});
