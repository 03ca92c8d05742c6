import type { Rule } from './rule.ts';

export const moduleDrift: Rule = {
  name: 'module-drift',
  severity: 'error',
  summary: 'the domain module is missing, differs from the configuration, or lacks a value',
  page: `# module-drift

A domain module is a generated file. It is missing, or it is not what the configuration would generate. Or it is one of your own
(\`adopt: true\`), and nothing in it holds the address of a service.

## What it does

For each entry under \`modules:\` the file is generated in memory and compared with the one on disk. It is formatted as the repository
formats: the settings of Prettier, Biome, Black or ruff that hold for the file are part of what is generated. A change of them that
changes the text is drift too, as it is for every other file that the formatter would rewrite. Line endings are no difference.
An adopted module is read without
running it: each service needs a constant that is exactly its address (\`https://host\`, for a service of scheme \`wss\`
\`wss://host\`), or its host.

## Why it matters

Code imports the module and configuration files carry literals. When both do not come from the same configuration, one half of the
system talks to one host and the other half to another.

## Example

A colleague changes \`STAGING_BACKEND_HOST\` in \`shared/domain_config.py\` by hand. The Python services move, the compose file and
the front end do not.

## How to mend it

Change the host in the configuration and run \`redomain module\` (the modules alone) or \`redomain --write\` (everything). In CI,
\`redomain module --check\` or \`redomain --check\` fails on drift. What an adopted module lacks you add to it yourself: the finding says the
service and the value, and \`redomain module\` what in it could not be read, and why.
`,
};
