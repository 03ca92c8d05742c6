import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/types/report.ts';
import { FILES, project } from '../cli-project.ts';
import { redomainProcess } from './cli-process.ts';

function reportOf(stdout: string): Report {
  return JSON.parse(stdout) as Report;
}

/** Two cores, a clock that runs so many times as fast, and a word on stderr for every thread. */
function twoCores(speed: number): string {
  return `
    import os from 'node:os';
    import threads from 'node:worker_threads';
    import { syncBuiltinESMExports } from 'node:module';
    if (threads.isMainThread) {
      const now = performance.now.bind(performance);
      performance.now = () => now() * ${speed};
      os.availableParallelism = () => 2;
      threads.Worker = class extends threads.Worker {
        constructor(...args) {
          super(...args);
          process.stderr.write('a thread');
        }
      };
      syncBuiltinESMExports();
    }`;
}

describe.concurrent('threads', () => {
  it('--jobs changes nothing but the work', async () => {
    const many = Array.from({ length: 900 }, (_, index): [string, string] => {
      const name = `many/${index % 7}/${index}.${['py', 'ts', 'md', 'yaml', 'bin'][index % 5]}`;
      return [name, index % 3 === 0 ? `x = "https://api.old.ex.ai/${index}"\n` : `x = ${index}\n`];
    });
    const tree = project({ ...FILES, ...Object.fromEntries(many) });
    const reports = [];
    for (const jobs of ['1', '2', '5']) {
      const report = reportOf((await redomainProcess(tree, ['--format', 'json', '--jobs', jobs])).stdout);
      reports.push({ ...report, summary: { ...report.summary, milliseconds: 0 } });
    }
    expect(reports[0]!.summary.filesTouched).toBeGreaterThan(300);
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[2]).toEqual(reports[0]);
  });

  it('on two cores a second thread begins where much is left, and changes nothing but the work', async () => {
    const many = Array.from(
      { length: 900 },
      (_, index) => [`many/${index}.py`, `x = "https://api.old.ex.ai/${index}"\n`] as const,
    );
    const tree = project({ ...FILES, ...Object.fromEntries(many) });
    const run = async (speed: number) => {
      const script = `data:text/javascript,${encodeURIComponent(twoCores(speed))}`;
      const { stdout, stderr } = await redomainProcess(tree, ['--format', 'json'], {
        env: { NODE_OPTIONS: `--import=${script}` },
      });
      const report = reportOf(stdout);
      return { threads: stderr.split('a thread').length, report: { ...report, summary: { ...report.summary, milliseconds: 0 } } };
    };
    const [short, long] = [await run(0.01), await run(1000)];
    expect(short.threads).toBe(1);
    expect(long.threads).toBe(2);
    expect(short.report.summary.filesTouched).toBeGreaterThan(900);
    expect(long.report).toEqual(short.report);
  });
});
