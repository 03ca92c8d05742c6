import type { Guard } from '../guard.ts';
import { saidAt } from './said-by-line.ts';

export const retiredLine = {
  code: 'retired-line',
  title: 'a line about what is retired',
  sentence: () => 'the line is about what is retired',
  holds: (occurrence, view) => saidAt(occurrence, view)?.isRetirement === true,
} satisfies Guard;
