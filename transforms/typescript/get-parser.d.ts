declare module 'jscodeshift/src/getParser.js' {
  /** jscodeshift's parsers by name; `babylon` takes the options of @babel/parser. Throws a SyntaxError with `loc` on a text that does not parse. */
  export default function getParser(name: 'babylon', options: object): { parse(source: string): unknown };
}
