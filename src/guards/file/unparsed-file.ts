import type { Guard } from '../guard.ts';

export const unparsedFile = {
  code: 'unparsed-file',
  title: 'a file that was not parsed',
  sentence: ({ failure }) => `this file ${failure}`,
  why: `The file has syntax errors, so redomain does not know which text is a string and which is code. It never edits what it
cannot read.`,
  settle: `Correct the syntax. For a file that is meant to be this way, such as a template or a Python 2 program, replace the
host by hand or keep the file.`,
  deliver: ['keep'],
  examples: {
    holds: [
      {
        file: 'app/template.py',
        text: `BASE_URL = "https://api.old.ex.ai"
{% if debug %}`,
      },
      {
        file: 'web/broken.ts',
        text: `export const url = 'https://api.old.ex.ai';
function {`,
      },
    ],
    passes: [
      { file: 'app/template.py', text: 'BASE_URL = "https://api.old.ex.ai"' },
      { file: 'web/broken.ts', text: "export const url = 'https://api.old.ex.ai';" },
    ],
  },
  holds: ({ literal }, { reading: { failure } }) => literal === undefined && failure !== undefined && { failure },
} satisfies Guard;
