const ADDRESS = /:\/\/|[\w*-]\.[\w*-]/;

/** What a text says apart from its addresses: a host may itself be called `old`. */
export function withoutAddresses(text: string): string {
  return text.replace(/[\w*.-]+(?::\/\/[^\s"'`<>)\]]+)?/g, (word) => (ADDRESS.test(word) ? ' ' : word));
}
