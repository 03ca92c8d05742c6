import type { Rule } from './rule.ts';

export const hardCodedHost: Rule = {
  name: 'hard-coded-host',
  severity: 'error',
  summary: 'a canonical host stands here as a literal although a reference is possible',
  page: `# hard-coded-host

The host is right, but it is written out where the domain module's constant could stand.

## What it does

In the files of a module's scope, a text that names a canonical host of a service, whole or with a path behind it, becomes a reference
to the constant with that value. Only texts whose meaning cannot change are taken: never comments, documentation, patterns, bytes, or
places where the grammar wants a literal.

## Why it matters

A domain module is a single source of truth only as long as nothing bypasses it. The next change of the host would again be a search
through the whole repository.

## Example

    AUTH = "https://staging.ex.ai/login"          # before
    AUTH = f"{STAGING_AUTH_URL}/login"            # after, with the import added

## How to mend it

Run \`redomain --write\`. To leave literals alone in some files, take them out of the module's \`scope\`, or

    deliver:
      - { files: ["scripts/**"], as: literal }

To leave one line alone: \`# redomain-ignore hard-coded-host -- read before the package is on the path\`.
`,
};
