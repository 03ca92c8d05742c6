import type { Language } from '../../src/types/language.ts';
import { bind } from './bind.ts';
import { importOf } from './import-of.ts';
import { outline } from './proof/outline.ts';
import { read } from './read.ts';
import { render } from './render.ts';

/** TypeScript and JavaScript, with JSX, as modules or CommonJS. */
export const language: Language = {
  name: 'typescript',
  read,
  write: { bind, render, outline, importOf },
};
