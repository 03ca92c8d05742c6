import type { ReasonPage } from '../reason-page.ts';

export const translatedText = {
  code: 'translated-text',
  title: 'a text for translation',
  sentence: () => 'tools that run no code take this text for translation',
} satisfies ReasonPage;
