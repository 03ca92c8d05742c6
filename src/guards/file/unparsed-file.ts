import type { Guard } from '../guard.ts';

export const unparsedFile = {
  code: 'unparsed-file',
  title: 'a file that was not parsed',
  sentence: ({ failure }) => `this file ${failure}`,
  holds: ({ literal }, { reading: { failure } }) => literal === undefined && failure !== undefined && { failure },
} satisfies Guard;
