import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/reporters/html.ts';
import type { Report } from '../../src/types/report.ts';
import { project, redomain } from '../cli-project.ts';
import { modelIn } from '../page-data.ts';
import { bytesOf, file, finding, options, report } from '../sample-report.ts';
import { axeFinds, noBrowser, openBrowser, saved, visit } from './review-page.ts';

const POLYGLOT = fileURLToPath(new URL('../../examples/polyglot', import.meta.url));
/** Numbers with their commas, as the page writes them. */
const grouped = (count: number): string => count.toLocaleString('en-US');

describe.skipIf(noBrowser)('the page in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let address = '';
  let of: Report;
  let text = '';
  const said: string[] = [];

  beforeAll(async () => {
    const root = project({});
    cpSync(POLYGLOT, root, { recursive: true });
    const [page, json] = await Promise.all(['html', 'json'].map((format) => redomain(root, ['--format', format])));
    text = page!.stdout;
    of = JSON.parse(json!.stdout) as Report;
    address = saved('review.html', text);
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  });

  /** Opens it anew; whatever the browser complains of fails the test. */
  const open = (fragment = '', from = context): Promise<Page> => visit(from, address + fragment, said);

  const texts = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allTextContents();
  const shown = (page: Page, selector: string): Promise<number> => page.locator(`${selector}:visible`).count();

  it('says what the JSON report says', async () => {
    const page = await open();
    const { summary } = of;
    const { reference, literal, review, keep, suppressed } = summary.ledger;
    const figure = (name: string) => page.locator(`[data-figure=${name}] b`).innerText();
    expect(await figure('changed')).toBe(grouped(summary.filesTouched));
    expect(await figure('moved')).toBe(grouped(reference + literal));
    expect(await figure('review')).toBe(grouped(review));
    expect(await figure('kept')).toBe(grouped(keep + suppressed));
    for (const [verdict, count] of Object.entries(summary.ledger)) {
      if (count > 0) expect(await page.locator(`[data-verdict=${verdict}] b`).innerText()).toBe(grouped(count));
    }
    const charts = { service: summary.byService, language: summary.byLanguage, directory: summary.byDirectory };
    for (const details of await page.locator('summary').all()) await details.click();
    for (const [chart, tallies] of Object.entries(charts)) {
      const rows = await page.locator(`[data-chart=${chart}] tbody tr`).all();
      expect(rows.length).toBe(Object.keys(tallies).length);
      for (const row of rows) {
        const name = await row.locator('a').getAttribute('title');
        const { occurrences, files, ledger } = tallies[name!]!;
        expect(await row.locator('.number').allInnerTexts()).toEqual([grouped(occurrences), grouped(files)]);
        const parts = Object.entries(ledger).filter(([, count]) => count > 0);
        const label = parts.map(([verdict, count]) => `${verdict} ${grouped(count)}`).join(', ');
        expect(await row.locator('svg').getAttribute('aria-label')).toBe(label);
        const widths = await row.locator('rect').evaluateAll((all) => all.map((one) => one.getAttribute('width')!));
        const whole = Math.max(...Object.values(tallies).map((tally) => tally.occurrences));
        expect(widths).toEqual(parts.map(([, count]) => `${((100 * count) / whole).toFixed(3)}%`));
      }
    }
    const retired = of.hosts.filter(({ state }) => state === 'retired');
    const sum = retired.reduce((all, { occurrences }) => all + occurrences, 0);
    const moving = of.findings.filter(
      ({ decision, rule }) => (decision === 'reference' || decision === 'literal') && rule === 'retired-host',
    ).length;
    expect(await page.locator('#retired-before').innerText()).toBe(grouped(sum));
    expect(await page.locator('#retired-after').innerText()).toBe(grouped(sum - moving));
    await page.close();
  });

  it('groups identical edits, and leads from a pattern to its files', async () => {
    const page = await open('#patterns');
    const { patterns } = modelIn(text);
    expect(patterns.reduce((all, { places }) => all + places.length, 0)).toBe(
      of.summary.ledger.reference + of.summary.ledger.literal,
    );
    expect(await shown(page, '.pattern')).toBe(patterns.length);
    const [first] = patterns;
    const head = page.locator('.pattern').first();
    expect(await head.locator('del').innerText()).toBe(first!.from);
    expect(await head.locator('ins').innerText()).toBe(first!.to);
    const { size } = first!.files;
    expect(await head.locator('.times').innerText()).toBe(`${first!.places.length} times in ${size} files`);
    await head.locator('.fold').click();
    expect(await head.locator('.places li').count()).toBe(size);
    await head.locator('.times').click();
    await expect.poll(() => shown(page, '.file')).toBe(size);
    expect(page.url()).toContain('#files?pattern=');
    await page.locator('.chip').click();
    expect(await shown(page, '.file')).toBe(modelIn(text).files.length);
    await page.goBack();
    await expect.poll(() => shown(page, '.pattern')).toBe(patterns.length);
    await page.close();
  });

  it('filters by service, host, decision, rule, directory, language and text', async () => {
    const { files } = modelIn(text);
    const page = await open('#files');
    const paths = async (): Promise<string[]> => (await texts(page, '.file:visible .path')).sort();
    const expected = (passes: (swap: (typeof files)[0]['swaps'][0], file: (typeof files)[0]) => boolean): string[] =>
      files
        .filter((one) => one.swaps.some((swap) => passes(swap, one)))
        .map(({ path }) => path)
        .sort();
    for (const facet of ['service', 'host', 'decision', 'rule'] as const) {
      const { [facet]: value } = files.find(({ swaps }) => swaps.length > 0)!.swaps[0]!;
      await page.getByLabel(facet, { exact: true }).selectOption(value);
      expect(await paths()).toEqual(expected((swap) => swap[facet] === value));
      await page.getByRole('button', { name: 'Clear' }).click();
    }
    await page.getByLabel('directory', { exact: true }).selectOption('web');
    await page.getByLabel('decision', { exact: true }).selectOption('reference');
    expect(await paths()).toEqual(expected((swap, one) => one.directory === 'web' && swap.decision === 'reference'));
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('language', { exact: true }).selectOption('python');
    expect(await paths()).toEqual(
      files
        .filter(({ language }) => language === 'python')
        .map(({ path }) => path)
        .sort(),
    );
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('searchbox').fill('README');
    expect((await paths()).every((path) => path.includes('README'))).toBe(true);
    expect((await paths()).length).toBeGreaterThan(0);
    expect(await page.locator('#files-status').innerText()).toMatch(/^\d+ of \d+ files$/);
    await page.reload();
    expect(await page.getByRole('searchbox').inputValue()).toBe('README');
    await page.close();
  });

  it('leads from a chart to its files, and from a number to what is left', async () => {
    const page = await open();
    const link = page.locator('[data-chart=service] a').first();
    const service = await link.getAttribute('title');
    await link.click();
    // A link only changes the address; the page hears of it later.
    await expect.poll(() => page.getByLabel('service', { exact: true }).inputValue()).toBe(service);
    await page.locator('[data-view=overview]').click();
    await page.locator('[data-figure=review]').click();
    const { left } = modelIn(text);
    const reviewed = left.filter(({ decision }) => decision === 'review');
    await expect.poll(() => page.locator('#left-status').innerText()).toBe(`${reviewed.length} findings`);
    expect((await texts(page, '#view-left .fold b')).reduce((sum, count) => sum + Number(count.replace(',', '')), 0)).toBe(
      reviewed.length,
    );
    await page.locator('#view-left .fold').first().click();
    expect(await page.locator('#view-left .places mark').first().innerText()).toContain('.');
    await page.close();
  });

  it('keeps what is seen and approved, for this report', async () => {
    const own = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await open('#files', own);
    const total = modelIn(text).files.length;
    await page.locator('.file .mark input').first().check();
    expect(await page.locator('#settled').innerText()).toBe(`1 of ${total} settled`);
    expect(await page.locator('.file .body').first().isVisible()).toBe(false);
    await page.locator('[data-view=patterns]').click();
    await page.locator('.pattern .mark input').first().check();
    await page.reload();
    expect(await page.locator('.pattern .mark input').first().isChecked()).toBe(true);
    await page.locator('[data-view=files]').click();
    expect(await page.locator('.file .mark input').first().isChecked()).toBe(true);
    const { files, patterns } = modelIn(text);
    const open_ = files.filter(
      ({ swaps }, at) => at > 0 && (swaps.length === 0 || swaps.some(({ pattern }) => pattern.key !== patterns[0]!.key)),
    );
    await page.getByLabel('Only what is open').check();
    expect(await shown(page, '.file')).toBe(open_.length);
    expect(await page.locator('#settled').innerText()).toBe(`${total - open_.length} of ${total} settled`);
    await own.close();
  });

  it('works where storage is denied, and says that marks do not last', async () => {
    const own = await browser.newContext();
    await own.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new Error('denied');
        },
      });
    });
    const page = await open('#files', own);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.locator('.file .mark input').first().check();
    expect(await page.getByRole('alert').innerText()).toContain('marks last until it is closed');
    expect(await page.locator('#settled').innerText()).toMatch(/^1 of /);
    await own.close();
  });

  it('is worked with keys alone', async () => {
    const own = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await open('', own);
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.textContent');
    const paths = modelIn(text).files.map(({ path }) => path);
    await page.keyboard.press('4');
    await page.keyboard.press('j');
    expect(await focused()).toBe(paths[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused()).toBe(paths[1]);
    await page.keyboard.press('o');
    expect(await page.locator('.file .body').nth(1).isVisible()).toBe(false);
    await page.keyboard.press('v');
    expect(await page.locator('.file .mark input').nth(1).isChecked()).toBe(true);
    expect(await focused()).toBe(paths[2]);
    await page.keyboard.press('u');
    expect(await shown(page, '.file')).toBe(paths.length - 1);
    await page.keyboard.press('/');
    await page.keyboard.type('vjk/');
    expect(await page.getByRole('searchbox').inputValue()).toBe('vjk/');
    await page.keyboard.press('Escape');
    await page.locator('body').click({ position: { x: 700, y: 700 } });
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.getByLabel('Single keys are on').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    expect(page.url()).toContain('#files');
    await own.close();
  });

  it('shows diffs side by side and inline, with what changes in a line', async () => {
    const page = await open('#files?decision=reference');
    await page.locator('.file:visible .diff.split').first().waitFor();
    const side = page.locator('.file:visible .diff.split').first();
    expect(await side.locator('td.code.removed del').first().innerText()).toContain('https://');
    await page.locator('#split').click();
    await page.locator('.file:visible .diff:not(.split)').first().waitFor();
    expect(await page.locator('.diff.split:visible').count()).toBe(0);
    await page.keyboard.press('s');
    await page.locator('.file:visible .diff.split').first().waitFor();
    await page.close();
  });

  it('prints all of the part that is open', async () => {
    const page = await open('#files');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint')), undefined");
    const { files } = modelIn(text);
    expect(await page.locator('.file .diff').count()).toBe(files.filter(({ hunks }) => hunks.length > 0).length);
    expect(await page.locator('.tools').isVisible()).toBe(false);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('axe finds nothing, in %s', async (colorScheme) => {
    const own = await browser.newContext({ colorScheme, viewport: { width: 1400, height: 900 }, bypassCSP: true });
    const page = await open('', own);
    expect(await axeFinds(page)).toEqual([]);
    for (const view of ['patterns', 'left', 'files']) {
      await page.locator(`[data-view=${view}]`).click();
      if (view === 'files') await page.locator('.file .diff').first().waitFor();
      else for (const fold of (await page.locator(`#view-${view} .fold`).all()).slice(0, 3)) await fold.click();
      if (view !== 'left') await page.locator(`#view-${view} .mark input`).first().check();
      expect(await axeFinds(page), view).toEqual([]);
    }
    await page.keyboard.press('?');
    expect(await axeFinds(page), 'keys').toEqual([]);
    await own.close();
  });

  it('shows hostile names and texts as text', async () => {
    const evil = `</script><script>globalThis.evil = 1</script><!--"'><img src=x onerror=alert(1)>\u202e\u001b[31m\u2028\ud800`;
    const path = `src/${evil}.py`;
    const place = { path, text: evil, word: evil, host: evil, context: evil, reason: evil, service: evil };
    const hostile = report({
      root: `/r/${evil}`,
      findings: [
        finding({ ...place, decision: 'keep' }),
        finding({
          ...place,
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1 + evil.length,
          rule: 'retired-host',
          decision: 'literal',
          replacement: 'new',
        }),
      ],
      files: [
        file({ path, edits: [{ start: 0, end: evil.length, text: 'new' }] }),
        file({ path: `z/${evil}`, status: 'skipped', reason: evil }),
      ],
      hosts: [{ host: evil, service: evil, state: 'retired', files: 1, occurrences: 1 }],
      modules: [{ file: evil, language: 'python', status: 'absent', constants: [evil] }],
    });
    const out = bytesOf(html(hostile, options([{ path, before: `${evil}\n`, after: 'new\n' }]))).toString();
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u);
    const before = address;
    address = saved('hostile.html', out);
    const page = await open('#files');
    address = before;
    const spelled =
      '</script><script>globalThis.evil = 1</script><!--"\'><img src=x onerror=alert(1)>\\u{202e}\\x1b[31m\\u{2028}\\u{d800}';
    await page.locator('.file .diff').first().waitFor();
    expect(await page.locator('.file .path').innerText()).toBe(`src/${spelled}.py`);
    expect(await page.locator('td.code.removed').innerText()).toBe(spelled);
    await page.locator('[data-view=patterns]').click();
    expect(await page.locator('.pattern del').innerText()).toBe(spelled);
    await page.locator('[data-view=left]').click();
    for (const fold of await page.locator('#view-left .fold').all()) await fold.click();
    const [unread, left] = await texts(page, '#view-left .fold');
    expect([unread?.endsWith(spelled), left]).toEqual([true, expect.stringMatching(/^1 /)]);
    expect((await texts(page, '#view-left .item li .dim')).every((reason) => reason.endsWith(` · ${spelled}`))).toBe(true);
    expect(await page.evaluate(() => 'evil' in globalThis)).toBe(false);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe(`${spelled.slice(spelled.lastIndexOf('/') + 1)}: review of redomain`);
    await page.close();
  });

  it('opens 1,500 files with diffs in two seconds, from less than 15 MB', async () => {
    const out = large(1500);
    expect(out.length).toBeLessThan(15_000_000);
    const before = address;
    address = saved('large.html', out);
    const times: number[] = [];
    // Others may be at work on this machine: the best of three counts.
    while (times.length < 3 && !(Math.min(...times) < 1000)) {
      const started = performance.now();
      const page = await open('#files');
      await page.locator('.file .diff').first().waitFor();
      times.push(performance.now() - started);
      await page.close();
    }
    const took = Math.min(...times);
    const page = await open('#files');
    await page.locator('.file .diff').first().waitFor();
    address = before;
    expect(await page.locator('.file').count()).toBe(1500);
    expect(await page.locator('.diff').count()).toBeLessThan(100);
    console.info(`1,500 files: ${(out.length / 1e6).toFixed(1)} MB, open in ${Math.round(took)} ms`);
    expect(took).toBeLessThan(2000);
    await page.locator('.file').last().scrollIntoViewIfNeeded();
    await page.locator('.file').last().locator('.diff').waitFor();
    await page.close();
  });

  it('has asked for nothing and complained of nothing', () => {
    expect(said).toEqual([]);
  });
});

/** A page of so many files with four hunks each, which is more than real trees have. */
function large(count: number): string {
  const rest = Array.from(
    { length: 40 },
    (_, line) => `    some_call(argument_${line}, "and a text of usual length")  # line ${line}\n`,
  ).join('');
  const text = (url: string): string => `URL = "${url}/v1"\n${rest}`.repeat(4);
  const before = text('https://api.old.ex.ai');
  const changes = Array.from({ length: count }, (_, number) => ({
    path: `dir${number % 30}/file_${number}.py`,
    before: `# ${number}\n${before}`,
    after: '',
  })).map((change) => ({ ...change, after: change.before.replaceAll('api.old.ex.ai', 'new.ex.ai') }));
  const hits = (path: string, of: string) =>
    [...of.matchAll(/api\.old\.ex\.ai/g)].map(({ index }) => ({ path, index, line: of.slice(0, index).split('\n').length }));
  const [first] = changes;
  const spots = hits('', first!.before).map(({ line }) => line);
  return bytesOf(
    html(
      report({
        files: changes.map(({ path, before: own }) =>
          file({ path, edits: hits(path, own).map(({ index }) => ({ start: index, end: index + 13, text: 'new.ex.ai' })) }),
        ),
        findings: changes.flatMap(({ path }) =>
          spots.map((line) =>
            finding({
              path,
              line,
              column: 16,
              endLine: line,
              endColumn: 29,
              rule: 'retired-host',
              decision: 'literal',
              replacement: 'new.ex.ai',
              service: 'staging.backend',
            }),
          ),
        ),
      }),
      options(changes),
    ),
  ).toString();
}
