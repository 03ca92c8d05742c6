import type { Rule } from './rule.ts';

export const retiredHost: Rule = {
  name: 'retired-host',
  severity: 'error',
  summary: 'a retired host stands here',
  page: `# retired-host

A host that the configuration retires, or renames, stands in a file.

## What it does

Every text of the tree is searched for the entries under \`retired:\` and \`rename:\`. A host ends where a host ends, not where a word
does: \`my-api.old.ex.ai\` and \`api.old.ex.ai.evil.com\` are other hosts. Case, a trailing dot, percent-encoding, escapes around the
host and its Unicode or punycode form make no difference. Each occurrence becomes

- a **reference** to a constant of the domain module, in code that a module's scope holds and where an expression may be a name;
- a **literal** elsewhere: the canonical host's characters in place of the retired ones, and not a byte more.

## Why it matters

A retired host is no longer served, or no longer covered by a certificate. What still names it fails at run time, often only in the
one environment that nobody tests. Where the configuration names certificates, \`redomain hosts\` says which hosts they cover:
\`*.ex.ai\` covers no \`api.staging.ex.ai\`, as a wildcard stands for exactly one label.

## Example

    url = "https://api.old.ex.ai/health"          # before
    url = f"{STAGING_BACKEND_URL}/health"         # after, with the import added

## How to mend it

Run \`redomain --write\`. Where the retired host must stay, say so: in the configuration,

    deliver:
      - { files: ["docs/history/**"], as: keep }

or on the line or the one before, with a reason:

    # redomain-ignore retired-host -- the mock answers under the old name
`,
};
