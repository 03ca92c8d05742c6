import { lineOf } from '../../core/line.ts';
import type { Guard } from '../guard.ts';

const IDENTIFIER_LABEL =
  /^(?:xmlns(?::.*)?|\$id|\$schema|@id|@context|@vocab|[\w-]*audience|aud|iss|issuer|namespace|targetNamespace|schemaLocation|xsi:schemaLocation|guid|urn)$/i;
const IDENTIFIER_LINE =
  /<!DOCTYPE\b[^<>]*$|(?:\bxmlns(?::[\w-]+)?\s*=\s*["']?|\$id["']?\s*:\s*["']?|@(?:id|context)["']?\s*:\s*["']?|<(?:id|guid)[^<>]*>)[^"'<>]*$/i;
/** What is in every match of the above, found at once. */
const IDENTIFIER = /<!doctype|xmlns|\$id|@id|@context|<id|<guid/i;
/** Characters before a host in which its name is looked for. */
const BEFORE = 400;

export const identifier = {
  code: 'identifier',
  title: 'an identifier',
  sentence: ({ name }) =>
    name === undefined
      ? 'this URL is an identifier, which is compared and not fetched'
      : `\`${name}\` holds an identifier, which is compared and not fetched`,
  holds({ literal, hit: { start } }, { file }) {
    const name = literal?.labels[0];
    if (name !== undefined && IDENTIFIER_LABEL.test(name)) return { name };
    const line = lineOf(file, start);
    const before = file.text.slice(Math.max(line.start, start - BEFORE), start);
    return IDENTIFIER.test(before) && IDENTIFIER_LINE.test(before);
  },
} satisfies Guard;
