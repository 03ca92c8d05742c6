import type { LanguageProfile } from '../../src/types/profile.ts';

/** Of every file that no other language has. */
export const text: LanguageProfile = {
  name: 'text',
  title: 'text',
  extensions: {},
  load: () => import('./language.ts'),
};
