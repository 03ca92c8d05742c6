import type { Guard } from '../guard.ts';
import { saidAt } from './said-by-line.ts';

export const retiredHeading = {
  code: 'retired-heading',
  title: 'below a heading about what is retired',
  sentence: () => 'the heading or lead above is about what is retired',
  holds: (occurrence, view) => saidAt(occurrence, view)?.isBelow === true,
} satisfies Guard;
