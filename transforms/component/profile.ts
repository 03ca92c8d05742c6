import type { LanguageProfile } from '../../src/types/profile.ts';

export const component: LanguageProfile = {
  name: 'component',
  title: 'component',
  extensions: { '.vue': {}, '.svelte': {}, '.astro': {}, '.html': {}, '.htm': {} },
  imports: 'typescript',
  load: () => import('./language.ts'),
};
