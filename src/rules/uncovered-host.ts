import type { Rule } from './rule.ts';

export const uncoveredHost: Rule = {
  name: 'uncovered-host',
  severity: 'error',
  summary: 'a canonical host that none of the certificates covers',
  page: `# uncovered-host

A service's canonical host is not covered by any name or certificate under \`certificates:\`.

## What it does

It compares the \`host\` of each service with the names under \`certificates:\` as RFC 9525 has it: a wildcard stands for exactly one
label, the left-most. \`*.ex.ai\` covers \`api.ex.ai\`, but neither \`api.staging.ex.ai\` (two labels) nor \`ex.ai\` (none). No wildcard
covers an address, and clients take none directly under a top-level domain. Without \`certificates\` the rule is silent.

An entry is a name, or the PEM file of a certificate: it has a slash, or ends in \`.pem\`, \`.crt\` or \`.cer\`, and is relative to the
configuration. The names are those of the \`subjectAltName\`; the common name does not count, as no client looks at it any more. Of a
chain only the leaf counts: the server proves its name with that certificate, the others vouch for it. A certificate that has expired, or
is not valid yet, covers nothing; its first and its last day (UTC) count as valid.

The reason of a finding says which name comes near and why it is not enough, and which certificates with which names were looked at.
\`redomain hosts\` says for retired hosts as well whether they are covered. What servers really present, \`redomain hosts --probe\` asks.

## Why it matters

TLS fails for a host that no certificate covers, WebSocket connections drop, and the message rarely says why.

## Example

    certificates: [ex.ai, "*.ex.ai", tls/fullchain.pem]
    environments:
      staging:
        backend: { host: api.staging.ex.ai }      # two labels below ex.ai: not covered

## How to mend it

Choose a host with one label less (\`staging-api.ex.ai\`), or order a certificate for \`*.staging.ex.ai\` and add it to the list. Where a
certificate has expired, put the new one in its place.
`,
};
