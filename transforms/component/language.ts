import type { Language } from '../../src/types/language.ts';
import { render } from '../typescript/render.ts';
import { bind } from './bind.ts';
import { outline } from './proof/outline.ts';
import { read } from './read.ts';

/** Vue, Svelte and Astro components and HTML pages: their scripts are TypeScript or JavaScript, the rest is text. */
export const language: Language = {
  name: 'component',
  read,
  write: { bind, render, outline },
};
