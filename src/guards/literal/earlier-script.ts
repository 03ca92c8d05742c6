import type { ReasonPage } from '../reason-page.ts';

export const earlierScript = {
  code: 'earlier-script',
  title: 'an earlier script of a component',
  sentence: () => 'a later script of the component shares its names',
  why: 'The scripts of a component share their names, and the import belongs in the last one, that of the instance.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/page.vue',
        text: `<script>
export const base = 'https://api.old.ex.ai';
</script>

<script setup>
const a = 1;
</script>`,
      },
    ],
    passes: [
      {
        file: 'web/page.vue',
        text: `<script setup>
const base = 'https://api.old.ex.ai';
</script>`,
      },
    ],
  },
} satisfies ReasonPage;
