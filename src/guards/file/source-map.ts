import type { ReasonPage } from '../reason-page.ts';

export const sourceMap = {
  code: 'source-map',
  title: 'a source map',
  sentence: () => 'this file is a source map',
  why: 'A build writes this file together with a bundle. Its offsets would no longer match.',
  settle: 'Build again after the sources have changed.',
  examples: {
    holds: [{ file: 'web/app.js.map', text: '{ "version": 3, "sourcesContent": ["fetch(\'https://api.old.ex.ai\')"] }' }],
    passes: [{ file: 'config/city.map', text: '{ "url": "https://api.old.ex.ai" }' }],
  },
} satisfies ReasonPage;
