import type { Guard } from '../guard.ts';
import { bareLabels, toldBy } from './labels.ts';

export const otherName = {
  code: 'other-name',
  title: 'a bare host that may be a name',
  sentence: ({ name }) => `\`${name}\` may hold a name instead of a host`,
  holds(occurrence, view) {
    const told = toldBy(bareLabels(occurrence, view) ?? []);
    return told?.says === 'name' && { name: told.label };
  },
} satisfies Guard;
