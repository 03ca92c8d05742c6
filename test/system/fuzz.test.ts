import { describe, expect, test } from 'vitest';
import { campaign } from './fuzz/campaign.ts';
import { KINDS } from './fuzz/kinds.ts';

/** Set by `npm run fuzz`; without it, a quick share, the same each time. */
const { FUZZ_RUNS = '200', FUZZ_SEED = '2', FUZZ_PATH, FUZZ_KIND } = process.env;

describe('laws of generated files', () => {
  test.each(KINDS.filter(({ name }) => FUZZ_KIND === undefined || name === FUZZ_KIND))('$name', (kind) => {
    const started = performance.now();
    const { files, changed, asked, taken } = campaign(kind, Number(FUZZ_RUNS), Number(FUZZ_SEED), FUZZ_PATH);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const syntax = asked > 0 ? `, python3 took ${taken} before and after` : '';
    console.log(`fuzz ${kind.name}: ${files} files, ${changed} changed${syntax}, ${seconds} s, seed ${FUZZ_SEED}`);
    expect(changed).toBeGreaterThan(FUZZ_PATH === undefined ? files / 20 : -1);
  });
});
