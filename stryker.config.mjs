export default {
  mutate: ['src/{core,guards,plan}/**/*.ts', '!src/core/**/*.d.ts', '!src/core/find-bytes.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // Without a change planted, under coverage, on a machine that others use as well.
  dryRunTimeoutMinutes: 20,
  // What runs once, when a module is loaded (tables of words, regular expressions), would need every test for each change.
  ignoreStatic: true,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.stryker-tmp',
  // The files of the fixtures are input, not code.
  disableTypeChecks: false,
  ignorePatterns: ['.redomain', 'coverage', 'dist', 'reports'],
};
