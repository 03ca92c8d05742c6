import type { Rule } from './rule.ts';

export const unknownHost: Rule = {
  name: 'unknown-host',
  severity: 'error',
  summary: 'a host under a governed apex that no service, rename or module knows',
  page: `# unknown-host

A host below one of the domains under \`apex:\` stands in a file, and the configuration does not know it.

## What it does

It speaks only of hosts below a governed registrable domain. It is silent where the configuration has no \`apex\`, and about e-mail
addresses. Nothing is rewritten: the occurrence is kept and reported.

## Why it matters

An unknown host is a service that nobody declared, a misspelt host, or one that should have been retired with the others.

## Example

    # apex: [ex.ai]; services know api.ex.ai
    BASE = "https://apii.ex.ai"                   # unknown-host: apii.ex.ai

## How to mend it

Declare it as the \`host\` of a service, add it to the \`retired\` hosts of the service that it belongs to, or to \`rename\`:

    environments:
      production:
        registry: { host: registry.ex.ai }        # the names of the environment and of the service are yours to choose

Mend a misspelling by hand. Where it is right and none of your business: \`redomain-ignore unknown-host -- reason\`, or

    rules: { unknown-host: warn }
`,
};
