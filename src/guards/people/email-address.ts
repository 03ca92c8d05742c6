import type { ReasonPage } from '../reason-page.ts';

export const emailAddress = {
  code: 'email-address',
  title: 'an e-mail address',
  sentence: () => 'this is an e-mail address',
  why: 'A mail domain can move at another time than the hosts of services, and mail to a wrong address is lost.',
  settle: `Say in the configuration what becomes of addresses at retired hosts: \`keep\` (the default), \`literal\`, \`reference\` or
\`review\`.`,
  entry: 'emails: literal',
  examples: {
    holds: [
      { file: 'app/mail.py', text: 'SENDER = "ops@api.old.ex.ai"' },
      { file: 'config/app.env', text: 'ADMIN=root@api.old.ex.ai' },
    ],
    passes: [
      { file: 'app/mail.py', text: 'SENDER_URL = "https://ops@api.old.ex.ai"' },
      { file: 'config/app.env', text: 'ADMIN_URL=https://root@api.old.ex.ai' },
    ],
  },
} satisfies ReasonPage;
