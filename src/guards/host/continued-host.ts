import type { Guard } from '../guard.ts';

export const continuedHost = {
  code: 'continued-host',
  title: 'a host that may go on in the text behind it',
  sentence: () => 'this host may go on in the text behind it',
  standings: ['retired', 'canonical', 'partial', 'unknown'],
  holds: ({ standing, literal }) => literal?.continued === true && standing.span.end === literal.body.end,
} satisfies Guard;
