import type { Guard } from '../guard.ts';
import { partedByScheme } from './parted.ts';

export const splitByScheme = {
  code: 'split-by-scheme',
  title: 'a bare host beside an address of it that goes elsewhere',
  sentence: ({ scheme }) => `with "${scheme}" this host goes elsewhere in this function`,
  holds(occurrence, view) {
    const parted = partedByScheme(view).get(occurrence);
    return parted?.code === 'split-by-scheme' && parted.detail;
  },
} satisfies Guard;
