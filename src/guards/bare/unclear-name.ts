import type { Guard } from '../guard.ts';
import { untold } from './labels.ts';

export const unclearName = {
  code: 'unclear-name',
  title: 'a bare host whose name does not say what it is',
  sentence: ({ name }) => `\`${name}\` does not say that this bare host is an address`,
  holds(occurrence, view) {
    const [name] = untold(occurrence, view) ?? [];
    return name !== undefined && { name };
  },
} satisfies Guard;
