import { namesHost } from './vocabulary.ts';

/** Characters before a host in which names are looked for. */
const REACH = 160;
/** Names that one place can have. */
const MOST = 3;

/** A name with what may stand between it and its value: brackets, quotes, an operator, the prefix of a string. */
const NAME =
  /([A-Za-z_$][\w$-]{0,60})(?:["'`\])]{0,3})[ \t]{0,8}(?:\?\?|\|\||=>|:=|\|=|[:=,(]|[ \t])[ \t]{0,8}[([{<]{0,2}(?:[frbu]{0,2}["'`]{1,3})?$/i;
/** What a name is reached through: `process.env.`. */
const PATH = /(?:[\w$]{1,60}\??\.){1,5}$/;
/** Names that only say that something has a value. */
const EMPTY =
  /^(?:str|string|final|const|let|var|value|default|get|getenv|environ|env|os|process|export|set|arg|name|type|self|this|f)$/i;
/** Directives whose argument is a host, with white space between. */
const DIRECTIVES = /^(?:server_name|proxy_pass|ServerName|ServerAlias|curl|wget|ping|dig|nslookup|Host|ENV|ARG)$/;

/** The names that may say what the value that begins at `at` is, nearest first: of the same line, and in lists of `name` and `value` of the line above. */
export function namesIn(text: string, at: number): string[] {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  let line = text.slice(Math.max(from, at - REACH), at);
  const names: string[] = [];
  let first = true;
  for (let tries = 0; tries < 5 && names.length < MOST; tries++) {
    const match = NAME.exec(line);
    if (!match) break;
    const name = match[1]!;
    if (isSpaced(match[0], name) && !(first && DIRECTIVES.test(name))) break;
    if (!EMPTY.test(name) && (namesHost(name) || /^[A-Z][A-Z0-9_]{2,}$/.test(name))) names.push(name);
    else if (/^(?:value|default)$/i.test(name)) names.push(...nameAbove(text, from));
    line = line.slice(0, match.index).replace(PATH, '');
    first = false;
  }
  return names;
}

/** Nothing but white space stands between the name and what follows it. */
function isSpaced(match: string, name: string): boolean {
  return /^[ \t]*["'`]?$/.test(match.slice(name.length));
}

/** The value of `name:` on the line above, as Kubernetes and Cloud Run write environment variables. */
function nameAbove(text: string, from: number): string[] {
  const above = text
    .slice(Math.max(0, from - REACH), Math.max(0, from - 1))
    .split('\n')
    .at(-1)!;
  const name = /\b(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z_]\w{1,60})["']?,?\s{0,4}$/.exec(above)?.[1];
  return name === undefined ? [] : [name];
}
