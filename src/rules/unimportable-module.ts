import type { Rule } from './rule.ts';

export const unimportableModule: Rule = {
  name: 'unimportable-module',
  severity: 'error',
  summary: 'a file would import the domain module where it cannot be resolved or is not packaged',
  page: `# unimportable-module

A reference is only as good as the import that brings the constant. Where the module cannot be imported, or nothing shows that it can,
the file gets the canonical host as a literal instead.

## What it does

Before a reference is made in a Python file, something has to show that the repository's root is on the path when the file runs:

- the file stands in the root itself, or already imports a package of the root;
- it puts the root on \`sys.path\`; the import then comes after that;
- it belongs to a package of the root and is no script (no interpreter line, no main block, no work at module level);
- it is a test, and pytest puts the root on the path.

And in any language, nothing may show that the file is shipped without the module:

- **Dockerfiles** (\`Dockerfile\`, \`Dockerfile.*\`, \`*.Dockerfile\`, \`Containerfile\`): a stage that runs takes the file, with \`COPY\` or
  \`ADD\`, also from an earlier stage, and not the module, or not the \`__init__.py\` of its package, or to a place where the import does
  not find it, or the ignore file leaves it out. The build context is the one that a compose file, a workflow or a script names, else the
  root, or the directory above the Dockerfile in which the copied paths exist.
- **package.json**: a package that is not private publishes the file by its \`files\`, and not the module, which belongs to it.
- **tsconfig.json**: the nearest one has a \`rootDir\` that does not hold the module, or is \`composite\` and does not list it.
- **pyproject.toml, setup.cfg, setup.py** (setuptools, Poetry, Hatch): the distribution ships the file and not the module, and names no
  other distribution of the repository that does.

What only a build knows (a build argument in a path, a base image of your own, a download) is never taken for missing.

Occurrences in such a file become literals, with the reason beside each in the JSON report. It is a finding of this rule where

- \`deliver\` says \`as: reference\` for the file: what the program reads is left for review, with \`--unsafe\` too, as there is no right
  way to write it;
- the file imports the module already. An import with an \`except\` to fall back on, or for type checkers only, does not count.

## Why it matters

A new import is a new dependency at run time. A service whose container lacks one module does not start.

## Example

    # docker/auth.Dockerfile
    FROM python:3.12
    WORKDIR /app
    COPY auth_service ./auth_service        # line 4: without shared/, where the domain module lies

    # auth_service/client.py: "not importable: docker/auth.Dockerfile:4 copies it without shared/domains.py"
    URL = "https://api.old.ex.ai"           # becomes "https://new.ex.ai", not a reference

## How to mend it

- Let the image or the package take the module: \`COPY shared ./shared\`, an exception such as \`!shared\` in the ignore file, the
  directory in \`files\`, \`include\` or \`packages\`. The next run then makes references.
- A Dockerfile or manifest that does not count, because nothing uses it or the module is mounted:
  \`deliver: [{ files: ["old/**"], as: ignore }]\`, and it is not asked.
- To have literals on purpose, take the file out of the module's \`scope\`, or say \`as: literal\` for it.
- An import that is right all the same says so beside it: \`# redomain-ignore unimportable-module -- mounted at run time\`.
- For "nothing shows that the root is on sys.path", give the file one of the signs above.
`,
};
