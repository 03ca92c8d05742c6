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
  why: `This URL is a name, not an address: an XML namespace, a schema id, an audience or an issuer. Others compare it
character by character, and a changed identifier matches nothing.`,
  settle: `Keep it, unless everyone who compares it changes at the same time. A comment says so: \`redomain-ignore needs-review --
reason\`.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'app/saml.py', text: 'SAML_AUDIENCE = "https://api.old.ex.ai"' },
      {
        file: 'config/schema.json',
        text: `{
  "$id": "https://api.old.ex.ai/schema.json"
}`,
      },
      { file: 'data/feed.xml', text: '<feed xmlns="https://api.old.ex.ai/schema"/>' },
    ],
    passes: [
      { file: 'app/saml.py', text: 'SAML_ENDPOINT = "https://api.old.ex.ai"' },
      {
        file: 'config/schema.json',
        text: `{
  "url": "https://api.old.ex.ai/schema.json"
}`,
      },
    ],
  },
  holds({ literal, hit: { start } }, { file }) {
    const name = literal?.labels[0];
    if (name !== undefined && IDENTIFIER_LABEL.test(name)) return { name };
    const line = lineOf(file, start);
    const before = file.text.slice(Math.max(line.start, start - BEFORE), start);
    return IDENTIFIER.test(before) && IDENTIFIER_LINE.test(before);
  },
} satisfies Guard;
