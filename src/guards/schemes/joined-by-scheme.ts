import type { Guard } from '../guard.ts';
import { partedByScheme } from './parted.ts';

export const joinedByScheme = {
  code: 'joined-by-scheme',
  title: 'two schemes of one host that would become one',
  sentence: ({ scheme, other }) => `"${scheme}" and "${other}" of this host would become one address`,
  holds(occurrence, view) {
    const parted = partedByScheme(view).get(occurrence);
    return parted?.code === 'joined-by-scheme' && parted.detail;
  },
} satisfies Guard;
