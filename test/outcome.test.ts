import { describe, expect, test } from 'vitest';
import { exitCodeOf, failingPaths } from '../src/plan/outcome.ts';
import { file, finding, report } from './sample-report.ts';

const nothing = { files: [], findings: [] };

describe('the exit code', () => {
  test.each([
    ['nothing is to be done', { ...nothing }, 0],
    ['a plan would change a file', { ...nothing, files: [file({})] }, 1],
    ['a check would change a file', { ...nothing, command: 'check', files: [file({})] }, 1],
    ['a run wrote a file', { ...nothing, command: 'write', files: [file({})] }, 0],
    ['a file is clean', { ...nothing, files: [file({ status: 'clean' })] }, 0],
    ['something is for review', { ...nothing, findings: [finding({})] }, 1],
    ['something is for review after a write', { ...nothing, command: 'write', findings: [finding({})] }, 1],
    ['a warning is left', { ...nothing, findings: [finding({ severity: 'warn' })] }, 0],
    ['a file failed', { ...nothing, files: [file({ status: 'failed' })] }, 2],
    ['a file failed and another has findings', { files: [file({ status: 'failed' })], findings: [finding({})] }, 2],
    ['the baseline knows all of a file', { files: [file({})], findings: [finding({ beyond: 'baseline' })] }, 0],
    [
      'the baseline knows one of two in a file',
      { files: [file({})], findings: [finding({ beyond: 'baseline' }), finding({})] },
      1,
    ],
    [
      'the baseline knows all of one of two files',
      { files: [file({}), file({ path: 'src/b.py' })], findings: [finding({ beyond: 'baseline' })] },
      1,
    ],
  ] as const)('when %s: %#', (_, changes, code) => {
    expect(exitCodeOf(report(changes))).toBe(code);
  });
});

test('a path fails unless all that it has is known', () => {
  const some = [finding({ beyond: 'change' }), finding({ path: 'b.py', beyond: 'baseline' }), finding({ path: 'b.py', line: 9 })];
  const failing = failingPaths(report({ findings: some }));
  expect(['src/a.py', 'b.py', 'never-seen.py'].map(failing)).toEqual([false, true, true]);
});
