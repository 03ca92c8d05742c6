import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { casesOf, findingLines, fixturePlanner, leftBy, planText } from './fixture-cases.ts';

const update = process.env.UPDATE_FIXTURES === '1';

describe.each(['python', 'typescript', 'component', 'text'])('%s', (folder) => {
  describe.each(casesOf(folder))('$name', ({ path, input, output, findingsFile, outputFile, config }) => {
    const planned = async (text: string) => planText(await fixturePlanner(config), path, text);

    test('output and findings are as expected', async () => {
      const plan = await planned(input);
      const lines = findingLines(plan);
      if (update) {
        if (outputFile) writeFileSync(outputFile, plan.output);
        if (lines) writeFileSync(findingsFile, lines);
        else rmSync(findingsFile, { force: true });
        return;
      }
      expect(plan.report.status).not.toBe('failed');
      expect(plan.output).toBe(output);
      expect(lines).toBe(existsSync(findingsFile) ? readFileSync(findingsFile, 'utf8') : '');
      if (!outputFile) expect(plan.report.edits).toEqual([]);
      else expect(plan.output).not.toBe(input);
    });

    test('a second run changes nothing and reports what the first one left', async () => {
      const first = await planned(input);
      const second = await planned(first.output);
      expect(second.output).toBe(first.output);
      expect(second.report.edits).toEqual([]);
      expect(second.findings.map((f) => `${f.decision} ${f.text}`)).toEqual(leftBy(first));
    });

    test.each([
      ['CRLF', (text: string) => text.replaceAll(/\r\n|\n/g, '\r\n')],
      ['no final newline', (text: string) => text.replace(/\r?\n$/, '')],
    ])('with %s', async (_, vary) => {
      const plan = await planned(vary(input));
      expect(plan.output).toBe(vary(output));
    });

    test('with tabs', async () => {
      const vary = (text: string): string => text.replaceAll(/^(?: {4})+/gm, (indent) => '\t'.repeat(indent.length / 4));
      const plan = await planned(vary(input));
      expect(plan.report.status).not.toBe('failed');
      expect(vary(plan.output)).toBe(vary(output));
    });
  });
});
