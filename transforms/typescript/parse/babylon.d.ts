declare module 'jscodeshift/parser/babylon.js' {
  /** jscodeshift's parser of that name; it takes the options of @babel/parser. Throws a SyntaxError with `loc` on a text that does not parse. */
  export default function babylon(options: object): { parse(source: string): unknown };
}
