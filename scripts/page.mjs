// The script and the style of the review page, as the texts that `--format html` puts into it.
import { readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** The style, in the order in which its parts override one another. */
const STYLES = ['base', 'frame', 'overview', 'items', 'diff', 'last'];

/** Bundles `src/page`. Both texts may stand in an element of HTML as they are. */
export async function pageAssets() {
  const bundle = await rolldown({
    input: new URL('../src/page/main.ts', import.meta.url).pathname,
    platform: 'browser',
    resolve: { mainFields: ['module', 'main'] },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const script = output[0].code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const styles = STYLES.map((name) => readFileSync(new URL(`../src/page/style/${name}.css`, import.meta.url), 'utf8'));
  const style = styles.join('').replace(/\n\s*/g, '\n').trim();
  if (style.includes('</')) throw new Error('src/page/style would end its element');
  return { script, style };
}
