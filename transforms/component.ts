import { defineTransform } from '../src/transform.ts';
import type { Language } from '../src/types/language.ts';
import { bind } from './component/bind.ts';
import { outline } from './component/outline.ts';
import { read } from './component/read.ts';
import { render } from './typescript/render.ts';

/** Vue, Svelte and Astro components and HTML pages: their scripts are TypeScript or JavaScript, the rest is text. */
export const language: Language = {
  name: 'component',
  imports: 'typescript',
  extensions: ['.vue', '.svelte', '.astro', '.html', '.htm'],
  read,
  write: { bind, render, outline },
};

export default defineTransform(language);
