import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../src/config/load.ts';
import { importable } from '../src/core/importable.ts';
import type { PlannerOptions } from '../src/plan/file-plan.ts';
import { createPlanner } from '../src/plan/planner.ts';
import type { Language, Reading } from '../src/types/language.ts';
import type { Policy } from '../src/types/policy.ts';
import type { SourceFile } from '../src/types/source.ts';
import { language as python } from '../transforms/python/language.ts';
import { language as text } from '../transforms/text/language.ts';
import { codeLines, FIXTURES } from './fixture-cases.ts';

const { policy } = loadPolicy({ cwd: FIXTURES });
const NOWHERE = 'the image has no module';
const LACKING = `missing-in-package: where ${NOWHERE}`;

function planner(rest: Partial<PlannerOptions> = {}) {
  return createPlanner({
    policy,
    unsafe: false,
    today: '2026-01-01',
    resolve: (module) =>
      importable(module, () => ({ file: module.file, specifier: module.import ?? '', bindings: module.bindings })),
    ...rest,
  });
}

const file = (content: string, path = 'app/client.py'): SourceFile => ({ path, text: content, encoding: 'utf8' });

/** Findings and output of a text. */
function planned(content: string, rest: Partial<PlannerOptions> = {}, language: Language = python): string[] {
  const plan = planner(rest).plan(file(content), language);
  return plan ? [...codeLines(plan), plan.output] : [];
}

const insisting: Policy = { ...policy, deliver: [{ files: ['app/**'], as: 'reference' }] };

describe('a module that is missing where the file is packaged', () => {
  const unreachable = (): string => NOWHERE;
  const IMPORT = 'from shared.domain_config import STAGING_BACKEND_URL\n';

  test('addresses become literals, with the reason', () => {
    expect(planned('U = "https://api.old.ex.ai/x"\n', { unreachable })).toEqual([
      `1:14 literal safe api.old.ex.ai → new.ex.ai (${LACKING})`,
      'U = "https://new.ex.ai/x"\n',
    ]);
  });

  test('an import of it is reported, in a file without any host as well', () => {
    const line = `1:1 review unsafe ${IMPORT.trim()} (${LACKING})`;
    expect(planned(IMPORT, { unreachable })).toEqual([line, IMPORT]);
    expect(planned(`${IMPORT}U = "https://api.old.ex.ai/x"\n`, { unreachable })).toEqual([
      `2:14 literal safe api.old.ex.ai → new.ex.ai (${LACKING})`,
      line,
      `${IMPORT}U = "https://new.ex.ai/x"\n`,
    ]);
    expect(planned('import shared.domain_config_old\n', { unreachable })).toEqual([]);
    expect(planned('import os\n', { unreachable })).toEqual([]);
    expect(planned(IMPORT, { unreachable: () => undefined })).toEqual([]);
  });

  test('a comment may say that the import stays', () => {
    expect(planned(`${IMPORT.trim()}  # redomain-ignore unimportable-module -- copied by hand\n`, { unreachable })).toEqual([
      `${IMPORT.trim()}  # redomain-ignore unimportable-module -- copied by hand\n`,
    ]);
  });

  test('nothing is said of the import when it cannot be looked for', () => {
    const resolve = (): never => {
      throw new Error('unreadable');
    };
    expect(planned(IMPORT, { unreachable, resolve })).toEqual([]);
    expect(planned(IMPORT, { unreachable, resolve: () => ({ refused: { code: 'no-module' } }) })).toEqual([]);
  });

  test('where references are insisted on, what the program reads is for review; a comment is not', () => {
    expect(
      planned('U = "https://api.old.ex.ai/x"\nB = b"https://api.old.ex.ai"\n# https://api.old.ex.ai\n', {
        unreachable,
        policy: insisting,
      }),
    ).toEqual([
      `1:14 review unsafe api.old.ex.ai → new.ex.ai (${LACKING})`,
      `2:15 review unsafe api.old.ex.ai → new.ex.ai (${LACKING})`,
      '3:11 literal safe api.old.ex.ai → new.ex.ai (no-name-in-text: kind comment)',
      'U = "https://api.old.ex.ai/x"\nB = b"https://api.old.ex.ai"\n# https://new.ex.ai\n',
    ]);
  });

  test('so is what is canonical already, unless a comment says that it stays', () => {
    const canonical = 'U = "https://new.ex.ai/x"\n';
    expect(planned(canonical, { unreachable, policy: insisting })).toEqual([
      `1:14 review unsafe new.ex.ai (${LACKING})`,
      canonical,
    ]);
    expect(planned(canonical, { unreachable })).toEqual([canonical]);
    const served = `# redomain-ignore unimportable-module -- copied by hand\n${canonical}`;
    expect(planned(served, { unreachable, policy: insisting })).toEqual([
      '2:14 keep safe new.ex.ai (suppressed: why copied by hand)',
      served,
    ]);
  });

  test('the word of the module says which files may import it', () => {
    const words: string[] = [];
    const asked = (path: string, rest: Partial<PlannerOptions>): boolean =>
      planner(rest).mayLack(path, 'python', (word) => words.push(word) > 0);
    expect(asked('app/client.py', { unreachable })).toBe(true);
    expect(asked('app/client.py', { unreachable: () => undefined })).toBe(false);
    expect(asked('app/client.py', {})).toBe(false);
    expect(asked('setup.py', { unreachable })).toBe(false);
    expect(planner({ unreachable }).mayLack('app/client.py', 'python', () => false)).toBe(false);
    expect(new Set(words)).toEqual(new Set(['domain_config']));
  });

  test('a package is called as its folder is', () => {
    const asked = (file: string): string[] => {
      const words: string[] = [];
      const modules = [{ ...policy.modules[0]!, file }];
      planner({ unreachable, policy: { ...policy, modules } }).mayLack('app/a.py', 'python', (word) => words.push(word) < 0);
      return words;
    };
    expect(asked('shared/domains/__init__.py')).toEqual(['domains']);
    expect(asked('__init__.py')).toEqual(['.']);
  });
});

describe('with --unsafe', () => {
  test('what is for review gets the canonical characters, where they are known', () => {
    const content = 'OLD_URL = "https://api.old.ex.ai"\nP = r"api\\.old\\.ex\\.ai"\nS = f"https://{x}.old.ex.ai"\n';
    expect(planned(content, { unsafe: true })).toEqual([
      '1:20 literal unsafe api.old.ex.ai → new.ex.ai (retired-name: name OLD_URL)',
      '2:7 review unsafe api\\.old\\.ex\\.ai → new.ex.ai (escaped-pattern)',
      '3:18 review unsafe .old.ex.ai (assembled-host: hosts api.old.ex.ai, www.old.ex.ai, auth.old.ex.ai, …)',
      'OLD_URL = "https://new.ex.ai"\nP = r"api\\.old\\.ex\\.ai"\nS = f"https://{x}.old.ex.ai"\n',
    ]);
  });
});

describe('a language that fails', () => {
  const broken = (rest: Partial<Language>): Language => ({ ...text, name: 'broken', ...rest });
  const fail = (): never => {
    throw new TypeError('no such node');
  };
  const content = 'see https://api.old.ex.ai/x\n';

  test('a file that cannot be read is for review, with the reason', () => {
    const plan = planner().plan(file(content), broken({ read: fail }))!;
    expect(plan.report).toMatchObject({ status: 'clean', reason: 'cannot be read as broken: no such node' });
    expect(codeLines(plan)).toEqual([
      '1:13 review unsafe api.old.ex.ai → new.ex.ai (unparsed-file: failure cannot be read as broken: no such node)',
    ]);
    expect(plan.output).toBe(content);
  });

  test('a glance that fails is followed by a whole reading', () => {
    expect(planned(content, {}, broken({ glance: fail }))).toEqual(planned(content, {}, text));
  });

  test('edits that overlap are a failure of the file, and nothing in it changes', () => {
    const twice = (read: SourceFile): Reading => {
      const at = read.text.indexOf('https');
      const body = { start: at, end: at + 'https://api.old.ex.ai/x'.length };
      return { literals: [{ span: body, body, kind: 'string', labels: ['url'], scope: '' }], relations: [] };
    };
    const bind: NonNullable<Language['write']>['bind'] = (_, placements) => ({
      edits: [],
      names: new Map(placements.map((placement) => [placement, placement.binding.name])),
      refused: new Map(),
    });
    const render: NonNullable<Language['write']>['render'] = (_, literal) => [
      { ...literal.span, text: 'A' },
      { ...literal.span, text: 'B' },
    ];
    const plan = planner().plan(
      file(content),
      broken({ name: 'python', read: twice, write: { ...python.write!, bind, render } }),
    )!;
    expect(plan.report).toMatchObject({
      status: 'failed',
      edits: [],
      imports: [],
      reason: 'internal error: edits overlap at offset 4',
    });
    expect(plan.output).toBe(content);
  });
});

describe('a program of more than 10 Mi characters', () => {
  const LONGEST = 10 * 1024 * 1024;
  const U = 'U = "https://api.old.ex.ai/x"\n';

  test('is not parsed, so its hosts are for review', () => {
    const long = U + '#'.repeat(LONGEST + 1 - U.length);
    const plan = planner().plan(file(long), python)!;
    expect(codeLines(plan)).toEqual([
      '1:14 review unsafe api.old.ex.ai → new.ex.ai (unparsed-file: failure cannot be read as python: it is longer than 10 Mi characters)',
    ]);
    expect(plan.output).toBe(long);
    expect(planner().plan(file(long.slice(0, -1)), python)!.report.reason).toBeUndefined();
  });

  test('is rewritten where it is no program', () => {
    const long = U.repeat(2) + '#'.repeat(LONGEST);
    expect(planner().plan(file(long, 'a.conf'), text)!.counts).toMatchObject([{ verdict: 'literal', count: 2 }]);
  });
});
