import { describe, expect, test } from 'vitest';
import { readSuppressions } from '../src/core/suppress.ts';

const TODAY = '2026-06-01';

function served(
  text: string,
  needle = 'api.old',
  rule: 'retired-host' | 'needs-review' | 'unknown-host' = 'retired-host',
  path = 'a.py',
) {
  const suppressions = readSuppressions({ path, text }, TODAY);
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
    ['over a range from the first character on', 'redomain-disable -- clients pin it\nx = "api.old"\n'],
    ['between carriage returns', 'y\r# redomain-ignore -- clients pin it\rx = "api.old"\r'],
    ['over a range', '# redomain-disable -- clients pin it\na\nb\nx = "api.old"\n# redomain-enable\n'],
  ])('%s', (_, text) => expect(served(text)).toEqual({ reason: 'clients pin it', faults: [] }));

  test('a suppression of retired-host serves what is for review as well', () => {
    expect(served('# redomain-ignore retired-host -- r\n"api.old"\n', 'api.old', 'needs-review').reason).toBe('r');
  });

  test.each([
    ['no reason', '# redomain-ignore\nx = "api.old"\n', { code: 'suppression-without-reason' }],
    [
      'expired',
      '# redomain-ignore until=2026-05-31 -- r\nx = "api.old"\n',
      { code: 'suppression-expired', detail: { day: '2026-05-31' } },
    ],
  ])('%s: not served, and a finding', (_, text, fault) => expect(served(text)).toEqual({ reason: undefined, faults: [fault] }));

  test('two lines below is out of reach, and the comment serves nothing', () => {
    expect(served('# redomain-ignore -- r\n\nx = "api.old"\n')).toEqual({
      reason: undefined,
      faults: [{ code: 'suppression-unused' }],
    });
  });

  test('after the end of a range nothing is served', () => {
    expect(served('# redomain-disable -- r\n# redomain-enable\nx = "api.old"\n').reason).toBeUndefined();
  });

  test('another rule is not served', () => {
    expect(served('# redomain-ignore unknown-host -- r\nx = "api.old"\n').reason).toBeUndefined();
  });

  test.each([
    ['behind code', 'a.ts', 'f(); // redomain-ignore -- r\n'],
    ['in a block comment', 'a.ts', '/**\n * redomain-disable -- r\n */\n'],
    ['in a query', 'a.sql', '-- redomain-ignore -- r\n'],
    ['in markup', 'a.vue', '<p><!-- redomain-ignore -- r --></p>\n'],
    ['in a document', 'a.md', '<!-- redomain-ignore -- r -->\n'],
    ['in a template', 'a.j2', '{# redomain-ignore -- r #}\n'],
    ['behind carriage returns alone', 'a.py', 'x = 1\r# redomain-ignore -- r\r'],
  ])('a comment that serves nothing is a fault, %s', (_, path, text) => {
    expect(readSuppressions({ path, text }, TODAY).faults()).toEqual([
      { at: text.indexOf('redomain-'), text: /redomain-\w+/.exec(text)![0], reason: { code: 'suppression-unused' } },
    ]);
  });

  test.each([
    ['a sentence', 'a.md', 'Write `redomain-ignore -- reason` beside it.\n'],
    ['a heading', 'a.md', '# redomain-ignore -- what it does\n'],
    ['an example in a document', 'a.md', '```html\n<!-- redomain-ignore -- r -->\n```\n'],
    ['a text', 'a.ts', "write('# redomain-ignore -- r');\n"],
    ['a value', 'a.yml', 'run: grep redomain-ignore -r src\n'],
    ['a longer word', 'a.py', '# redomain-ignore.ex.ai and redomain-disabled\n'],
  ])('%s that names a suppression is none', (_, path, text) => {
    expect(readSuppressions({ path, text }, TODAY).faults()).toEqual([]);
  });

  test('the text of a fault holds the rule and the date, and no host of the reason', () => {
    const text = '# redomain-ignore retired-host until=2026-05-31 -- as long as api.old answers\n';
    expect(readSuppressions({ path: 'a.py', text }, TODAY).faults()[0]?.text).toBe(
      'redomain-ignore retired-host until=2026-05-31',
    );
  });
});
