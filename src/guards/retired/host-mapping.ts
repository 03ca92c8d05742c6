import type { Guard } from '../guard.ts';
import { saidAt } from './said-by-line.ts';

export const hostMapping = {
  code: 'host-mapping',
  title: 'one host against another',
  sentence: () => 'the line sets one host against another',
  holds: (occurrence, view) => saidAt(occurrence, view)?.isArrow === true,
} satisfies Guard;
