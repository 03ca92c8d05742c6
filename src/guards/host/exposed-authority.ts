import { leadsToUser } from '../../core/hits.ts';
import type { Guard } from '../guard.ts';

export const exposedAuthority = {
  code: 'exposed-authority',
  title: 'a path prefix before "@" or ":"',
  sentence: () => 'the "@" or ":" behind this path prefix would come to belong to the host',
  holds({ standing }, { file: { text } }) {
    if (standing.state !== 'retired' || standing.entry.from.path === undefined || standing.to.path !== undefined) return false;
    const { end } = standing.span;
    return /^:\w/.test(text.slice(end, end + 2)) || leadsToUser(text, end);
  },
} satisfies Guard;
