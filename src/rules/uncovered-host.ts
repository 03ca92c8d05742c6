import type { Rule } from './rule.ts';

export const uncoveredHost: Rule = {
  name: 'uncovered-host',
  severity: 'error',
  summary: 'a canonical host that none of the certificates covers',
  page: `# uncovered-host

A service's canonical host is not covered by any name under \`certificates:\`.

## What it does

It compares the \`host\` of each service with the configured certificate names as RFC 9525 has it: a wildcard stands for exactly one
label, the leftmost. Without \`certificates\` it is silent.

## Why it matters

TLS fails for a host that no certificate covers, WebSocket connections drop, and the message rarely says why.

## Example

    certificates: [ex.ai, "*.ex.ai"]
    environments:
      staging:
        backend: { host: api.staging.ex.ai }      # two labels below ex.ai: not covered

## How to mend it

Choose a host with one label less (\`staging-api.ex.ai\`), or order a certificate for \`*.staging.ex.ai\` and add it to the list.
`,
};
