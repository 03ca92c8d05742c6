import type { ReasonPage } from '../reason-page.ts';

export const missingInPackage = {
  code: 'missing-in-package',
  title: 'a file that is packaged without the module',
  sentence: ({ where }) => `the domain module cannot be imported here: ${where}`,
  why: `A Dockerfile or a manifest packages this file without the domain module. The import would fail when the program
starts.`,
  settle: 'Add the module to the image or the package, on the line that the report names. Or ask for literals in these files:',
  entry: `deliver:
  - { files: ["services/auth/**"], as: literal }`,
  occurs: `The file imports the domain module already, or an entry \`as: reference\` asks for it, and a Dockerfile, \`package.json\`,
\`pyproject.toml\`, \`setup.cfg\` or \`setup.py\` leaves the module out.`,
} satisfies ReasonPage;
