import { describe, expect, it } from 'vitest';
import { type Filter, isLeftShown, isUnreadShown, NO_FILTER, passingPlaces, passingSwaps, valuesOf } from '../src/page/filter.ts';
import { exchangeAt, type Line, linesOf, rowsOf } from '../src/page/lines.ts';
import { type Keeper, Marks } from '../src/page/marks.ts';
import { modelOf } from '../src/page/model.ts';
import { keepPreferences, readPreferences } from '../src/page/preferences.ts';
import { fragmentOf, routeOf } from '../src/page/route.ts';

/** Two files with three swaps, a domain module without any, two findings, and a file that was not read. */
const TEXTS = ['web/a.ts', 'typescript', 'api.old.ex.ai', 'B_URL', 'api', 'retired-host', 'reference', 'README.md', 'text'];
const MORE = [
  'new.ex.ai',
  'literal',
  'd.py',
  'python',
  'needs-review',
  'review',
  'a key',
  'db',
  'not read',
  'binary',
  'logo.png',
];
const model = modelOf({
  digest: 'd1',
  texts: [...TEXTS, ...MORE],
  files: [
    [11, 12, 'f0', -1, [], [[1, 1, '+B_URL = 1']], 0, 1, 0],
    [
      0,
      1,
      'f1',
      -1,
      [
        [3, 2, 3, 2, 4, 5, 6],
        [5, 2, 3, 2, 4, 5, 6],
      ],
      [[3, 3, '-Old\n+New']],
      0,
      1,
      1,
    ],
    [7, 8, 'f2', -1, [[1, 2, 9, 2, 4, 5, 10]], [], 0, 1, 1],
  ],
  left: [
    [0, 1, 9, 2, 13, 14, 15, 15, 15, 2, 4, -1, -1, 2, -1, -1, -1],
    [7, 8, 4, 1, 13, 14, 15, 15, 15, 2, 16, -1, -1, 2, -1, -1, -1],
  ],
  unread: [[19, 17, 18]],
});
const [module, code, prose] = model.files as [(typeof model.files)[0], (typeof model.files)[0], (typeof model.files)[0]];
const by = (filter: Partial<Filter>): Filter => ({ ...NO_FILTER, ...filter });

describe('patterns', () => {
  it('are the most frequent first, with their files', () => {
    expect(model.patterns.map(({ to, places, files }) => [to, places.length, files.size])).toEqual([
      ['B_URL', 2, 1],
      ['new.ex.ai', 1, 1],
    ]);
  });
});

describe('a filter', () => {
  it('asks one swap for all that it asks', () => {
    expect(passingSwaps(code, by({ service: 'api', decision: 'reference' }))).toHaveLength(2);
    expect(passingSwaps(code, by({ service: 'api', decision: 'literal' }))).toBeUndefined();
    expect(passingSwaps(prose, by({ pattern: model.patterns[1]!.key }))).toHaveLength(1);
    expect(passingSwaps(prose, by({ pattern: model.patterns[0]!.key }))).toBeUndefined();
    expect(passingSwaps(prose, by({ language: 'typescript' }))).toBeUndefined();
    expect(passingSwaps(prose, by({ directory: '.' }))).toHaveLength(1);
  });

  it('lets a domain module pass while nothing is asked of swaps', () => {
    expect(passingSwaps(module, NO_FILTER)).toEqual([]);
    expect(passingSwaps(module, by({ text: 'b_url = ' }))).toEqual([]);
    expect(passingSwaps(module, by({ text: 'nothing' }))).toBeUndefined();
    expect(passingSwaps(module, by({ host: 'api.old.ex.ai' }))).toBeUndefined();
  });

  it('seeks text in paths, patterns and diffs, in any case', () => {
    const named = (text: string): string[] =>
      model.files.filter((file) => passingSwaps(file, by({ text }))).map(({ path }) => path);
    expect(named('readme')).toEqual(['README.md']);
    expect(named('nEw')).toEqual(['web/a.ts', 'README.md']);
    expect(named('API.OLD')).toEqual(['web/a.ts', 'README.md']);
  });

  it('holds for the places of a pattern', () => {
    expect(passingPlaces(model.patterns[0]!, by({ text: 'a.ts' }))).toHaveLength(2);
    expect(passingPlaces(model.patterns[0]!, by({ text: 'README' }))).toEqual([]);
    expect(passingPlaces(model.patterns[0]!, by({ directory: 'web' }))).toHaveLength(2);
  });

  it('holds for what is left', () => {
    const paths = (filter: Partial<Filter>): string[] =>
      model.left.filter((left) => isLeftShown(left, by(filter))).map(({ path }) => path);
    expect(paths({})).toEqual(['web/a.ts', 'README.md']);
    expect(paths({ service: 'db' })).toEqual(['README.md']);
    expect(paths({ text: 'a KEY' })).toEqual(['web/a.ts', 'README.md']);
    expect(paths({ rule: 'retired-host' })).toEqual([]);
    expect(paths({ pattern: 'any' })).toEqual([]);
    expect(
      model.unread.map((one) =>
        [by({}), by({ text: 'bin' }), by({ text: 'x' }), by({ host: 'h' })].map((filter) => isUnreadShown(one, filter)),
      ),
    ).toEqual([[true, true, false, false]]);
  });

  it('offers the values that there are', () => {
    expect(valuesOf(model, 'service')).toEqual([
      ['api', 4],
      ['db', 1],
    ]);
    expect(valuesOf(model, 'directory')).toEqual([
      ['web', 3],
      ['.', 2],
    ]);
  });

  it('stands in the address', () => {
    const route = { view: 'files', filter: by({ host: '*.ex.ai', text: 'a&b=#?', open: true }) } as const;
    expect(routeOf(fragmentOf(route))).toEqual(route);
    expect(fragmentOf({ view: 'left', filter: NO_FILTER })).toBe('#left');
    expect(routeOf('#nowhere?text=a&unknown=1')).toEqual({ view: 'overview', filter: by({ text: 'a' }) });
    expect(routeOf('')).toEqual({ view: 'overview', filter: NO_FILTER });
  });
});

describe('marks', () => {
  function shelf(): Keeper & { readonly kept: Map<string, string> } {
    const kept = new Map<string, string>();
    return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
  }

  it('last, for the report that they were made in', () => {
    const keeper = shelf();
    const marks = new Marks('d1', () => keeper);
    marks.mark('seen', 'f1', true);
    marks.mark('seen', 'f2', true);
    marks.mark('seen', 'f2', false);
    marks.mark('approved', 'p', true);
    const again = new Marks('d1', () => keeper);
    expect([[...again.seen], [...again.approved], again.isKept]).toEqual([['f1'], ['p'], true]);
    expect(new Marks('d2', () => keeper).seen.size).toBe(0);
  });

  it.each(['{', '[]', '{"seen":1,"approved":[2]}', 'null'])('are none where %s is kept', (kept) => {
    const marks = new Marks('d1', () => ({ getItem: () => kept, setItem() {} }));
    expect([marks.seen.size, marks.approved.size]).toEqual([0, 0]);
  });

  it('last as long as the page where storage is denied', () => {
    const denied = (): never => {
      throw new Error('denied');
    };
    const marks = new Marks('d1', denied);
    marks.mark('seen', 'f1', true);
    expect([marks.seen.has('f1'), marks.isKept]).toEqual([true, false]);
    expect(readPreferences(denied)).toEqual({ theme: 'auto', split: true, keys: true });
    expect(() => keepPreferences(denied, { theme: 'dark', split: false, keys: true })).not.toThrow();
  });

  it('are beside preferences, which are those of all reports', () => {
    const keeper = shelf();
    keepPreferences(() => keeper, { theme: 'dark', split: false, keys: false });
    expect(readPreferences(() => keeper)).toEqual({ theme: 'dark', split: false, keys: false });
  });
});

describe('lines', () => {
  const shown = ({ kind, before, after, pieces }: Line): string =>
    `${kind} ${before ?? '-'} ${after ?? '-'} ${pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')}`;

  it('tell what changes within them', () => {
    expect(linesOf([7, 9, ' same\n-u = "https://old.ex.ai/v1"\n+u = f"{URL}/v1"\n same']).map(shown)).toEqual([
      'same 7 9 same',
      'removed 8 - u = ["https://old.ex.ai/]v1"',
      'added - 10 u = [f"{URL}/]v1"',
      'same 9 11 same',
    ]);
  });

  it('stand side by side, each beside the one that it replaces', () => {
    const rows = rowsOf([1, 1, '-host = "api.old.ex.ai"\n+import x\n+host = "api.new.ex.ai"\n+more']);
    expect(rows.map(([before, after]) => [before?.before, after?.after])).toEqual([
      [undefined, 1],
      [1, 2],
      [undefined, 3],
    ]);
  });

  it('are found by their number, with what takes their place', () => {
    const hunks = [
      [1, 1, ' a\n+b'],
      [9, 10, ' a\n-old\n+new\n-gone'],
    ] as const;
    expect(exchangeAt(hunks, 10).map(shown)).toEqual(['removed 10 - [old]', 'added - 11 [new]']);
    expect(exchangeAt(hunks, 11).map(shown)).toEqual(['removed 11 - gone']);
    expect(exchangeAt(hunks, 40)).toEqual([]);
    expect(exchangeAt([], 1)).toEqual([]);
  });

  it('say where a file ends without a line feed', () => {
    const hunk = [1, 1, '-old\n\\ No newline at end of file\n+new\n\\ No newline at end of file'] as const;
    expect(linesOf(hunk).map(shown)).toEqual([
      'removed 1 - [old]',
      'note - -  No newline at end of file',
      'added - 1 [new]',
      'note - -  No newline at end of file',
    ]);
  });
});
