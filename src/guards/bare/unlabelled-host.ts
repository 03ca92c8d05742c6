import type { Guard } from '../guard.ts';
import { untold } from './labels.ts';

export const unlabelledHost = {
  code: 'unlabelled-host',
  title: 'a bare host in a place without a name',
  sentence: () => 'nothing says that this bare host is an address',
  holds: (occurrence, view) => untold(occurrence, view)?.length === 0,
} satisfies Guard;
