import type { Guard } from '../guard.ts';

export const userInformation = {
  code: 'user-information',
  title: 'a host in the place of user information',
  sentence: () => 'this host stands before an "@", where an address has its user information',
  why: `Before the \`@\` of an address stands user information, so this text is the name of an account and not the host that is
asked. The account may have to keep its name.`,
  settle: `Replace the name by hand if the account is renamed too. Otherwise keep it: \`redomain-ignore needs-review -- reason\`.`,
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'config/app.env', text: 'GATEWAY=https://api.old.ex.ai@auth.example.com/' },
      { file: 'web/client.ts', text: "export const gateway = 'https://api.old.ex.ai@auth.example.com/';" },
    ],
    passes: [
      { file: 'config/app.env', text: 'GATEWAY=https://deploy@api.old.ex.ai/' },
      { file: 'web/client.ts', text: "export const gateway = 'https://deploy@api.old.ex.ai/';" },
    ],
  },
  standings: ['retired', 'canonical', 'partial', 'unknown'],
  holds: ({ hit }) => hit.user === true,
} satisfies Guard;
