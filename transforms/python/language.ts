import type { Language } from '../../src/types/language.ts';
import { bind } from './bind.ts';
import { doubtOf } from './coding.ts';
import { excludes } from './excludes.ts';
import { glance } from './glance.ts';
import { importOf } from './import-of.ts';
import { outline } from './proof/outline.ts';
import { read } from './read.ts';
import { render } from './render.ts';

/** Python 3: a name takes the place of a whole text, an f-string is put around it elsewhere. */
export const language: Language = {
  name: 'python',
  doubtOf,
  read,
  glance,
  write: { bind, render, outline, excludes, importOf },
};
