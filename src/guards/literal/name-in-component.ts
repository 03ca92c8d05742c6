import type { ReasonPage } from '../reason-page.ts';

export const nameInComponent = {
  code: 'name-in-component',
  title: 'a name that the component has already',
  sentence: () => 'the name of the constant stands elsewhere in the component',
  why: `The template of a component sees what its script imports. The component already has a name like that of the constant,
so an import could change its meaning.`,
  settle: 'Nothing has to be done. Rename the other one if the place should become a constant.',
  examples: {
    holds: [
      {
        file: 'web/page.vue',
        text: `<script setup>
const api = 'https://api.old.ex.ai/v1';
</script>

<template>{{ STAGING_BACKEND_URL }}</template>`,
      },
    ],
    passes: [
      {
        file: 'web/page.vue',
        text: `<script setup>
const api = 'https://api.old.ex.ai/v1';
</script>

<template>{{ api }}</template>`,
      },
    ],
  },
} satisfies ReasonPage;
