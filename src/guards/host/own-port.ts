import type { Guard } from '../guard.ts';

export const ownPort = {
  code: 'own-port',
  title: 'an address with its own port',
  sentence: () => 'this address has its own port, and the canonical address has a port or a path',
  why: `The configuration retires the host with every port, but the canonical address has a port or a path. The new host may
not serve what this port served.`,
  settle: `Retire the host with its port, as \`api.old.ex.ai:8443\`, and give that entry its own canonical address. Or replace the
address by hand.`,
  deliver: ['keep'],
  examples: {
    configuration: `environments:
  staging:
    backend:
      host: new.ex.ai:8443
      retired: [api.old.ex.ai]`,
    holds: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai:9000/health"' },
      { file: 'docs/guide.md', text: 'The backend is https://api.old.ex.ai:9000/health.' },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai/health"' },
      { file: 'docs/guide.md', text: 'The backend is https://api.old.ex.ai/health.' },
    ],
  },
  holds({ hit, standing }) {
    if (standing.state !== 'retired' || hit.port === undefined) return false;
    const { entry, to } = standing;
    const isWhole = entry.from.port === undefined && entry.from.path === undefined;
    return isWhole && (to.path !== undefined || to.port !== undefined);
  },
} satisfies Guard;
