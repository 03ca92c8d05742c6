import type { ReasonPage } from '../reason-page.ts';

export const configurationBeforeAliases = {
  code: 'configuration-before-aliases',
  title: 'a configuration that is loaded before aliases are known',
  sentence: () => 'this configuration is loaded before path aliases are known',
  why: `A bundler or test runner loads this file itself, before it knows the path aliases of the project. An import by alias
would fail.`,
  settle: 'Nothing has to be done. With a relative `import` of the module, the file could use constants.',
  examples: {
    holds: [
      {
        file: 'next.config.ts',
        text: "export default { images: { domains: ['api.old.ex.ai'] }, url: 'https://api.old.ex.ai' };",
      },
    ],
    passes: [
      {
        file: 'next-settings.ts',
        text: "export default { images: { domains: ['api.old.ex.ai'] }, url: 'https://api.old.ex.ai' };",
      },
    ],
  },
} satisfies ReasonPage;
