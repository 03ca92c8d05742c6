import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

/** Where Debian has Chromium, and others. None is ever downloaded. */
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];
const found = [process.env.CHROMIUM ?? '', ...PATHS].find((path) => path !== '' && existsSync(path));

/** Why the tests in a browser are left out; `undefined` where there is one. */
export const noBrowser =
  found === undefined ? `no Chromium (looked for $CHROMIUM and ${PATHS.join(', ')}): tests in a browser are left out` : undefined;
if (noBrowser) console.warn(noBrowser);

let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

/** The browser of this test file. */
export function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: found!, args: ['--no-sandbox', '--disable-gpu'] });
  return browser;
}

const folder = mkdtempSync(join(tmpdir(), 'redomain-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A page as a file, by its address. */
export function saved(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

/** Opens a page anew; whatever the browser complains of, or asks for, is added to what was said. */
export async function visit(from: BrowserContext, address: string, said: string[]): Promise<Page> {
  const page = await from.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => request.url().startsWith('file:') || said.push(`asked for ${request.url()}`));
  await page.goto(address);
  return page;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds wrong with a page as it stands; its context has to bypass the policy of the page. */
export async function axeFinds(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
