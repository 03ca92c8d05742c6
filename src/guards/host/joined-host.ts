import type { Guard } from '../guard.ts';

export const joinedHost = {
  code: 'joined-host',
  title: 'a host whose beginning may stand in the text before it',
  sentence: () => 'this host may begin in the text before it',
  holds: ({ hit, literal }) => literal?.joined === true && hit.start === literal.body.start,
} satisfies Guard;
