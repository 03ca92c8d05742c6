import { fewHosts } from '../few-hosts.ts';
import type { Guard } from '../guard.ts';

export const domainSuffix = {
  code: 'domain-suffix',
  title: 'a domain suffix',
  sentence: ({ hosts }) => `this is a suffix of ${hosts}`,
  why: `This text is the end of several retired hosts. It decides about all of them, for example as a cookie domain or in a
test such as \`endswith\`, so there is no single host to put in its place.`,
  settle: `Decide what has to be accepted from now on. An acceptor often needs the old and the new suffix until the migration is
over.`,
  deliver: ['keep'],
  examples: {
    holds: [
      {
        file: 'app/hosts.py',
        text: `def is_ours(host):
    return host.endswith(".old.ex.ai")`,
      },
      { file: 'config/app.env', text: 'COOKIE_DOMAIN=.old.ex.ai' },
    ],
    passes: [
      {
        file: 'app/hosts.py',
        text: `def is_ours(host):
    return host == "https://api.old.ex.ai"`,
      },
      { file: 'config/app.env', text: 'COOKIE_URL=https://api.old.ex.ai' },
    ],
  },
  standings: ['partial'],
  holds: ({ hit, standing }) => hit.hole !== true && standing.state === 'partial' && { hosts: fewHosts(standing.candidates) },
} satisfies Guard;
