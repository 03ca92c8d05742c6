import type { Rule } from './rule.ts';

export const unimportableModule: Rule = {
  name: 'unimportable-module',
  severity: 'error',
  summary: 'a file would import the domain module where it cannot be resolved',
  page: `# unimportable-module

A reference is only as good as the import that brings the constant. Where nothing shows that the module can be imported, the file gets
the canonical host as a literal instead.

## What it does

It is a safeguard, not a finding: no line of a report carries this name. Before a reference is made in a Python file, something has to
show that the repository's root is on the path when the file runs:

- the file stands in the root itself, or already imports a package of the root;
- it puts the root on \`sys.path\`; the import then comes after that;
- it belongs to a package of the root and is no script (no interpreter line, no main block, no work at module level);
- it is a test, and pytest puts the root on the path.

Otherwise its occurrences are delivered as literals, with the reason "not importable" beside each in the JSON report.

## Why it matters

A new import is a new dependency at run time. A service whose container lacks one module does not start.

## Example

    # tools/probe.py, run as \`python tools/probe.py\`: the root is not on the path
    URL = "https://api.old.ex.ai"                 # becomes "https://new.ex.ai", not a reference

## How to mend it

Nothing is broken. To get references, give the file one of the signs above; to have literals on purpose, take it out of the module's
\`scope\`.

What redomain does not look into yet: Dockerfiles that copy only parts of the tree, and the file lists of packages. Check that an image
or package that takes a migrated file also takes the domain module.
`,
};
