// The scripts and styles of the pages, as the texts that `--format html` puts into them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** By page: the file that its script begins with, and its styles in the order in which they override one another. */
const PAGES = {
  review: { entry: 'main', styles: ['base', 'frame', 'overview', 'items', 'diff', 'last'] },
  hosts: { entry: 'hosts/main', styles: ['base', 'frame', 'overview', 'hosts', 'last'] },
};

/** Bundles the pages of `src/page`. All texts may stand in an element of HTML as they are. */
export async function pageAssets() {
  const made = Object.entries(PAGES).map(async ([name, page]) => [name, await assetsOf(page)]);
  return Object.fromEntries(await Promise.all(made));
}

async function assetsOf({ entry, styles }) {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`../src/page/${entry}.ts`, import.meta.url)),
    platform: 'browser',
    resolve: { mainFields: ['module', 'main'] },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const script = output[0].code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const texts = styles.map((name) => readFileSync(new URL(`../src/page/style/${name}.css`, import.meta.url), 'utf8'));
  const style = texts.join('').replace(/\n\s*/g, '\n').trim();
  if (style.includes('</')) throw new Error('src/page/style would end its element');
  return { script, style };
}
