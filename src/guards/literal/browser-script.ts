import type { ReasonPage } from '../reason-page.ts';

export const browserScript = {
  code: 'browser-script',
  title: 'a script that the browser runs as it is',
  sentence: () => 'the browser runs this script as it is',
  why: 'The bundler leaves this script as it is, so in the browser it could not import modules of the project.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/page.astro',
        text: `<p>Hello</p>
<script is:inline>
  fetch('https://api.old.ex.ai');
</script>`,
      },
    ],
    passes: [
      {
        file: 'web/page.astro',
        text: `---
const url = 'https://api.old.ex.ai';
---
<p>Hello</p>`,
      },
    ],
  },
} satisfies ReasonPage;
