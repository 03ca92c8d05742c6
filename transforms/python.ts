import { defineTransform } from '../src/transform.ts';
import type { Language } from '../src/types/language.ts';
import { bind } from './python/bind.ts';
import { doubtOf } from './python/coding.ts';
import { excludes } from './python/excludes.ts';
import { glance } from './python/glance.ts';
import { importOf } from './python/import-of.ts';
import { outline } from './python/outline.ts';
import { read } from './python/read.ts';
import { render } from './python/render.ts';

/** Python 3: a name takes the place of a whole text, an f-string is put around it elsewhere. */
export const language: Language = {
  name: 'python',
  extensions: ['.py', '.pyi', '.pyw'],
  doubtOf,
  read,
  glance,
  write: { bind, render, outline, excludes, importOf },
};

export default defineTransform(language);
