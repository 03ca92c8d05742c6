import { describe, expect, it } from 'vitest';
import { importable } from '../src/core/importable.ts';
import { createPlanner } from '../src/plan/planner.ts';
import { language } from '../transforms/python/language.ts';
import { parse } from '../transforms/python/parse/tree.ts';
import { POLICY } from './policy.ts';
import { hasPython, parsed } from './system/fuzz/python-syntax.ts';

const bindings = [{ name: 'STAGING_BACKEND_URL', value: 'https://new.ex.ai', service: 'staging.backend', part: 'url' }] as const;
const module = { file: 'shared/domains.py', language: 'python', scope: ['**/*.py'], bindings } as const;
const planner = createPlanner({
  policy: { ...POLICY, modules: [module] },
  unsafe: false,
  today: '2030-01-01',
  resolve: () => importable(module, () => ({ file: module.file, specifier: 'shared.domains', bindings })),
});

const HOST = '"https://api.old.ex.ai/x"';
const LEADS = [
  '',
  '\f',
  '\f\f',
  ' \f',
  '\f ',
  '    ',
  '\f    ',
  '    \f',
  '  \f    ',
  '\t\f',
  '    \f\t',
  '\f\n',
  '\n\f',
  '# c\n\f',
];
/** Programs with something at the head of a line: the first one, one behind a docstring, in a block, in brackets, in a text. */
const PLACES: readonly ((lead: string) => string)[] = [
  (lead) => `${lead}x = ${HOST}\n`,
  (lead) => `${lead}import os\n\n\n${lead}x = ${HOST}\n`,
  (lead) => `${lead}# coding: utf-8\n${lead}"""About."""\n${lead}import os\nx = ${HOST}\n`,
  (lead) => `def f():\n    import os\n${lead}    x = ${HOST}\n`,
  (lead) => `def f():\n    import os\n${lead}x = ${HOST}\n`,
  (lead) => `class A:\n    a = 1\n${lead}\n    b = ${HOST}\n${lead}\nc = 2\n`,
  (lead) => `x = [\n${lead}1,\n${lead}${HOST},\n${lead}]\n`,
  (lead) => `x = """\n${lead}a\n${lead}""" ${lead.replace(/\n/g, '')}+ ${HOST}\n`,
  (lead) => `x = "a\\\n${lead}b"\ny = ${HOST}\n`,
  (lead) => `if x:\n    pass\n${lead}else:\n    y = ${HOST}\n`,
  (lead) => `x = 1 + \\\n${lead}${HOST}\n`,
];
const ENDS = ['\n', '\r\n', '\r'];
const programs = PLACES.flatMap((place) => LEADS.flatMap((lead) => ENDS.map((end) => place(lead).replaceAll('\n', end))))
  // A host in a comment needs no import.
  .filter((text) => !/#[^\r\n]*https:/.test(text));

describe.skipIf(!hasPython)('form feeds', () => {
  const taken = parsed(programs.map((text) => [text, text])).map(({ before }) => before);
  const valid = programs.filter((_, index) => taken[index]);

  it('are read wherever Python takes them', () => {
    const refused = valid.filter((text) => parse({ path: 'a.py', text, encoding: 'utf8' }).faults.length > 0);
    expect(refused).toEqual([]);
    expect(valid.length).toBeGreaterThan(programs.length / 2);
  });

  it('leave a program that Python takes, with its import', () => {
    const plans = valid.map((text) => planner.plan({ path: 'a.py', text, encoding: 'utf8' }, language)!);
    expect(plans.filter(({ report }) => report.status !== 'changed')).toEqual([]);
    expect(plans.every(({ output }) => output.includes('from shared.domains import STAGING_BACKEND_URL'))).toBe(true);
    const pairs = valid.map((text, index) => [text, plans[index]!.output] as const);
    expect(parsed(pairs).flatMap(({ after }, index) => (after ? [] : [pairs[index]]))).toEqual([]);
  });
});
