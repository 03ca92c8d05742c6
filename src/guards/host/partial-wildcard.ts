import type { Guard } from '../guard.ts';

/** Whether a `*` that stands for a whole label comes to stand beside other characters, where certificates, policies and servers know no wildcard. */
function partsLabel(from: string, to: string): boolean {
  if (!/(?:^|\.)\*(?:\.|$)/.test(from)) return false;
  return to.split('.').some((label) => label.length > 1 && label.includes('*') && label !== '**');
}

export const partialWildcard = {
  code: 'partial-wildcard',
  title: 'a wildcard for a whole label',
  sentence: () => 'the new name would turn this wildcard for a whole label into a partial one',
  why: `The \`*\` stands for a whole label. With the new name it would stand for a part of a label, as \`*-web.ex.ai\` does, and
certificates (RFC 9525), content security policies and servers do not accept that.`,
  settle: 'List the new hosts one by one, or choose a name under `rename` that keeps the whole label.',
  deliver: ['keep'],
  examples: {
    configuration: `rename:
  "*.staging.ex.ai": "staging-*.ex.ai"`,
    holds: [
      { file: 'deploy/nginx.conf', text: 'add_header Content-Security-Policy "connect-src https://*.staging.ex.ai";' },
      { file: 'deploy/certificate.yaml', text: 'dnsNames: ["*.staging.ex.ai"]' },
    ],
    passes: [
      { file: 'deploy/nginx.conf', text: 'add_header Content-Security-Policy "connect-src https://web.staging.ex.ai";' },
      { file: 'deploy/certificate.yaml', text: 'dnsNames: ["web.staging.ex.ai"]' },
    ],
  },
  holds: ({ hit, standing }) => standing.state === 'retired' && partsLabel(hit.host, standing.to.host),
} satisfies Guard;
