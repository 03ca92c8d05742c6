import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../src/config/load.ts';
import { importable } from '../src/core/importable.ts';
import { createPlanner } from '../src/plan/planner.ts';
import type { Constraint } from '../src/types/constraint.ts';
import { language as python } from '../transforms/python/language.ts';
import { codeLines, FIXTURES } from './fixture-cases.ts';

const { policy } = loadPolicy({ cwd: FIXTURES });

/** Findings and output of a text in which the hosts behind a mark (`<no>`, which is taken out) are declined. */
function planned(marked: string, unsafe = false): string[] {
  const constraints: Constraint[] = [];
  let text = marked;
  for (let at = text.indexOf('<no>'); at >= 0; at = text.indexOf('<no>')) {
    constraints.push({ where: { at }, verdict: 'unchanged', reason: { code: 'declined', detail: { how: 'skip' } } });
    text = text.slice(0, at) + text.slice(at + 4);
  }
  const planner = createPlanner({
    policy,
    unsafe,
    today: '2026-01-01',
    resolve: (module) =>
      importable(module, () => ({ file: module.file, specifier: module.import ?? '', bindings: module.bindings })),
  });
  const plan = planner.plan({ path: 'app/client.py', text, encoding: 'utf8' }, python, constraints);
  return plan ? [...codeLines(plan), plan.output] : [];
}

describe('a place that a person wants left as it is', () => {
  test('stays, and what else the file holds is planned without it', () => {
    expect(planned('A = "https://<no>api.old.ex.ai/a"\nB = "https://api.old.ex.ai/b"\n')).toEqual([
      '1:14 review unsafe api.old.ex.ai → new.ex.ai (declined: how skip)',
      '2:14 reference safe api.old.ex.ai → STAGING_BACKEND_URL (constant: service staging.backend)',
      'from shared.domain_config import STAGING_BACKEND_URL\n\nA = "https://api.old.ex.ai/a"\nB = f"{STAGING_BACKEND_URL}/b"\n',
    ]);
  });

  test('brings no import when nothing needs one any more', () => {
    const text = 'A = "https://api.old.ex.ai/a"\n';
    expect(planned(text.replace('api', '<no>api')).at(-1)).toBe(text);
  });

  test('may be a canonical host', () => {
    expect(planned('A = "https://<no>new.ex.ai/a"\n')).toEqual([
      '1:14 review unsafe new.ex.ai (declined: how skip)',
      'A = "https://new.ex.ai/a"\n',
    ]);
  });

  test('stays with --unsafe as well', () => {
    expect(planned('A = "https://<no>api.old.ex.ai/a"\n', true).at(-1)).toBe('A = "https://api.old.ex.ai/a"\n');
  });

  test('holds what it is compared with, and not what only stands beside it', () => {
    const text = [
      'def check():',
      '    a = ("https://<no>api.old.ex.ai/a", "https://api.old.ex.ai/b")',
      '    assert "https://<no>api.old.ex.ai/c" == "https://api.old.ex.ai/c"',
      '',
    ].join('\n');
    const [first, second, third, fourth, output] = planned(text);
    expect([first, third]).toEqual([
      '2:19 review unsafe api.old.ex.ai → new.ex.ai (declined: how skip)',
      '3:21 review unsafe api.old.ex.ai → new.ex.ai (declined: how skip)',
    ]);
    expect(second).toContain('2:46 reference safe');
    expect(fourth).toBe('3:50 review unsafe api.old.ex.ai → new.ex.ai (compared-text: line 3, state left)');
    expect(output).toContain('("https://api.old.ex.ai/a", f"{STAGING_BACKEND_URL}/b")');
    expect(output).toContain('assert "https://api.old.ex.ai/c" == "https://api.old.ex.ai/c"');
  });

  test('leaves a suppression beside it in use', () => {
    const text = 'A = "https://<no>api.old.ex.ai/a"  # redomain-ignore hard-coded-host -- spelled out for readers\n';
    expect(planned(text)).toEqual([
      '1:14 review unsafe api.old.ex.ai → new.ex.ai (declined: how skip)',
      text.replace('<no>', ''),
    ]);
  });
});
