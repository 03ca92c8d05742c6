import { leadsOn } from '../../core/match.ts';
import type { Guard } from '../guard.ts';

export const chainedRename = {
  code: 'chained-rename',
  title: 'a host whose new name is retired as well',
  sentence: () => 'the new name of this host is retired as well',
  standings: ['retired', 'canonical', 'partial', 'unknown'],
  holds: ({ standing }) => leadsOn(standing),
} satisfies Guard;
