import { defineConfig, mergeConfig } from 'vitest/config';
import everything from './vitest.config.ts';

/** The tests that a mutation run repeats for every change it plants: those of this process, and none of those that time themselves. */
export default mergeConfig(
  everything,
  defineConfig({
    test: {
      exclude: [
        '**/{adoption,baseline,cache,changed-files,cli-*,files-*,fuzz,hostile-*,jscodeshift,kill-run,module}.test.ts',
        '**/{packaging-run,progress,python-{again,fixtures,glance},reporters-diff,shard}.test.ts',
      ],
    },
  }),
);
