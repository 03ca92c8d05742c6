import { defineTransform } from '../src/transform.ts';
import type { Language } from '../src/types/language.ts';
import { bind } from './typescript/bind.ts';
import { importOf } from './typescript/import-of.ts';
import { outline } from './typescript/outline.ts';
import { read } from './typescript/read.ts';
import { render } from './typescript/render.ts';

/** TypeScript and JavaScript, with JSX, as modules or CommonJS. */
export const language: Language = {
  name: 'typescript',
  extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
  read,
  write: { bind, render, outline, importOf },
};

export default defineTransform(language);
