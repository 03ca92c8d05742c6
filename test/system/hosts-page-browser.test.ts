import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Inventory } from '../../src/types/inventory.ts';
import type { HostRow } from '../../src/types/report.ts';
import { git, project, redomain, write } from '../cli-project.ts';
import { axeFinds, noBrowser, openBrowser, saved, visit } from './review-page.ts';

const POLYGLOT = fileURLToPath(new URL('../../examples/polyglot', import.meta.url));
const grouped = (count: number): string => count.toLocaleString('en-US');

describe.skipIf(noBrowser)('the page of hosts in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let of: Inventory;
  let address = '';
  const said: string[] = [];

  beforeAll(async () => {
    const root = project({});
    cpSync(POLYGLOT, root, { recursive: true });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'all');
    write(root, 'docs/more.md', 'https://api.staging.lumen.example\nhttps://api.staging.lumen.example/v2\n');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'more');
    const [page, json] = await Promise.all(
      ['html', 'json'].map((format) => redomain(root, ['hosts', '--history', '--format', format])),
    );
    of = JSON.parse(json!.stdout) as Inventory;
    address = saved('hosts.html', page!.stdout);
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  });

  /** Opens it anew; whatever the browser complains of fails the test. */
  const open = (fragment = '', from = context): Promise<Page> => visit(from, address + fragment, said);

  const column = (page: Page, index: number): Promise<string[]> =>
    page.locator(`#host-table tbody tr:visible > :nth-child(${index})`).allInnerTexts();
  const rowsOf = async (page: Page, table: string): Promise<string[][]> =>
    (await page.locator(`${table} tbody tr`).allInnerTexts()).map((text) => text.split('\t'));
  const expected = (passes: (host: HostRow) => boolean): string[] => of.hosts!.filter(passes).map(({ host }) => host);

  it('says what the JSON report says', async () => {
    const page = await open();
    const figure = (name: string) => page.locator(`[data-figure=${name}] b`).innerText();
    expect(await figure('retired')).toBe(grouped(of.byState!.retired!.files));
    expect(await figure('occurrences')).toBe(grouped(of.byState!.retired!.occurrences));
    expect(await figure('canonical')).toBe(grouped(of.byState!.canonical!.files));
    const rows = await rowsOf(page, '#host-table');
    const isHeld = of.hosts!.some(({ covered }) => covered !== undefined);
    expect(
      rows.map(([host, state, service, ...cells]) => [host, state, service, ...cells.slice(isHeld ? 1 : 0, isHeld ? 3 : 2)]),
    ).toEqual(
      of.hosts!.map(({ host, state, service, files, occurrences }) => [
        host,
        state,
        service ?? '–',
        grouped(files),
        grouped(occurrences),
      ]),
    );
    const names = await page.locator('#matrix thead th').allInnerTexts();
    for (const host of of.hosts!) {
      const cells = await page
        .locator(`#matrix tr[data-host="${host.host}"][data-state="${host.state}"][data-service="${host.service ?? ''}"] td`)
        .allInnerTexts();
      expect(cells[0]).toBe(grouped(host.occurrences));
      for (const [directory, { occurrences }] of Object.entries(host.byDirectory!)) {
        const at = names.indexOf(directory === '.' ? './' : directory);
        if (at > 0) expect(cells[at - 1]).toBe(grouped(occurrences));
      }
    }
    for (const group of await page.locator('#matrix tbody').all()) {
      const sum = (await group.locator('tr[data-host] td:nth-child(2)').allInnerTexts()).reduce(
        (all, text) => all + Number(text.replace(',', '')),
        0,
      );
      expect(await group.locator('.group td').first().innerText()).toBe(grouped(sum));
    }
    await page.locator('summary').click();
    const points = of.history!.points.map(({ date, commit, files, kept, occurrences }) => [
      ...[date.slice(0, 16).replace('T', ' '), commit.slice(0, 10), grouped(files.retired), grouped(files.canonical)],
      ...[grouped(kept), grouped(occurrences.retired)],
    ]);
    expect(await rowsOf(page, '#points')).toEqual(points);
    expect(points.length).toBe(2);
    expect(await page.locator('[data-series=retired] circle title').allTextContents()).toEqual(
      points.map(([time, commit, retired]) => `${time} ${commit}: ${retired} retired`),
    );
    expect(of.history!.points.at(-1)!.files.retired).toBe(of.byState!.retired!.files);
    await page.close();
  });

  it('filters the table and the matrix by state, service and text, and keeps that in the address', async () => {
    const page = await open();
    const [total, retired] = [of.hosts!.length, expected(({ state }) => state === 'retired')];
    await page.getByLabel('state', { exact: true }).selectOption('retired');
    expect(await column(page, 1)).toEqual(retired);
    expect(await page.locator('#hosts-status').innerText()).toBe(`${retired.length} of ${total} hosts`);
    expect(await page.locator('#matrix tr[data-host]:visible').count()).toBe(retired.length);
    const service = of.hosts!.find(({ state }) => state === 'retired')!.service!;
    await page.getByLabel('service', { exact: true }).selectOption(service);
    const both = expected((host) => host.state === 'retired' && host.service === service);
    expect(await column(page, 1)).toEqual(both);
    expect(await page.locator('#matrix .group:visible').count()).toBe(1);
    await page.reload();
    expect(await column(page, 1)).toEqual(both);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect((await column(page, 1)).length).toBe(total);
    expect(page.url()).toMatch(/#hosts$/);
    await page.getByRole('searchbox').fill(retired[0]!.toUpperCase());
    expect(await column(page, 1)).toEqual(expected(({ host }) => host.includes(retired[0]!)));
    await page.getByRole('searchbox').fill('no such host');
    expect(await column(page, 1)).toEqual([]);
    expect(await page.locator('#matrix tbody:visible').count()).toBe(0);
    await page.locator('[data-figure=canonical]').click();
    // A link only changes the address; the page hears of it later.
    await expect.poll(() => column(page, 1)).toEqual(expected(({ state }) => state === 'canonical'));
    await page.close();
  });

  it('sorts by every column, both ways, and back', async () => {
    const page = await open();
    const titles = await page.locator('#host-table thead th').allInnerTexts();
    const files = titles.indexOf('files') + 1;
    const counts = of.hosts!.map((host) => host.files).sort((a, b) => b - a);
    const press = (title: string) => page.getByRole('button', { name: title, exact: true }).click();
    await press('files');
    expect((await column(page, files)).map((text) => Number(text.replace(',', '')))).toEqual(counts);
    expect(
      await page
        .locator('th[aria-sort]')
        .evaluateAll((all) => all.map((one) => `${one.textContent} ${one.getAttribute('aria-sort')}`)),
    ).toEqual(['files descending']);
    await press('files');
    expect((await column(page, files)).map((text) => Number(text.replace(',', '')))).toEqual(counts.toReversed());
    await press('host');
    expect(await column(page, 1)).toEqual(expected(() => true).sort((a, b) => a.localeCompare(b, 'en')));
    await page.reload();
    expect(await page.locator('th[aria-sort]').innerText()).toBe('host');
    await page.keyboard.press('c');
    expect(await column(page, 1)).toEqual(expected(() => true));
    await page.close();
  });

  it('is worked with keys alone', async () => {
    const page = await open();
    await page.keyboard.press('r');
    expect(await column(page, 1)).toEqual(expected(({ state }) => state === 'retired'));
    await page.keyboard.press('r');
    await page.keyboard.press('/');
    await page.keyboard.type('rc?');
    expect(await page.getByRole('searchbox').inputValue()).toBe('rc?');
    await page.getByRole('searchbox').fill('');
    await page.locator('th button').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toBe('host');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.close();
  });

  it('has its tables and its chart without scripts, and all of them on paper', async () => {
    const own = await browser.newContext({ javaScriptEnabled: false });
    const page = await own.newPage();
    await page.goto(address);
    expect(await page.locator('#host-table tbody tr').count()).toBe(of.hosts!.length);
    expect(await page.locator('.line-chart').isVisible()).toBe(true);
    await own.close();
    const paper = await open();
    await paper.emulateMedia({ media: 'print' });
    await paper.evaluate("dispatchEvent(new Event('beforeprint')), undefined");
    expect(await paper.locator('#points').isVisible()).toBe(true);
    expect(await paper.locator('.filters').isVisible()).toBe(false);
    await paper.close();
  });

  it.each(['light', 'dark'] as const)('axe finds nothing, in %s', async (colorScheme) => {
    const own = await browser.newContext({ colorScheme, viewport: { width: 1400, height: 900 }, bypassCSP: true });
    const page = await open('', own);
    await page.locator('summary').click();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'files', exact: true }).click();
    await page.getByLabel('state', { exact: true }).selectOption('retired');
    expect(await axeFinds(page), 'filtered').toEqual([]);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.keyboard.press('?');
    expect(await axeFinds(page), 'small, with the keys').toEqual([]);
    await own.close();
  });

  it('shows the hosts of domains where there is no configuration', async () => {
    const root = project({
      'a.py': 'API_URL = "https://api.lumen-works.com"\n',
      'web/b.ts': "const url = 'https://www.lumen-works.com';\n",
    });
    const [page, json] = await Promise.all(['html', 'json'].map((format) => redomain(root, ['hosts', '--format', format])));
    const { domains } = JSON.parse(json!.stdout) as Inventory;
    const before = address;
    address = saved('domains.html', page!.stdout);
    const opened = await open();
    address = before;
    expect(await opened.locator('h1').innerText()).toBe('2 hosts of 1 domain');
    expect((await column(opened, 1)).sort()).toEqual(domains![0]!.hosts.map(({ host }) => host).sort());
    expect(await opened.locator('#matrix thead th').allInnerTexts()).toEqual(['domain and host', 'all', './', 'web']);
    await opened.close();
  });

  it('has asked for nothing and complained of nothing', () => {
    expect(said).toEqual([]);
  });
});
