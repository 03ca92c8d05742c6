import type { Guard } from '../guard.ts';

export const userInformation = {
  code: 'user-information',
  title: 'user information before a host',
  sentence: () => 'user information stands before this host',
  standings: ['retired', 'canonical', 'partial', 'unknown'],
  holds: ({ hit }) => hit.user === true,
} satisfies Guard;
