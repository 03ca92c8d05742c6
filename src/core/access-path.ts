/** One step into what a module exports: `["key"]`, or `.attribute`. */
export interface Step {
  readonly name: string;
  readonly by: 'key' | 'attribute';
}

/** How an expression reaches a value of a module: from an exported name, step by step. */
export interface AccessPath {
  readonly root: string;
  readonly steps: readonly Step[];
}

const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
/** A key that may stand between either quotes, also within an f-string of Python before 3.12, and that is no address. */
const KEY = /^[^"'`\\{}#./:\p{C}\p{Zl}\p{Zp}]{1,200}$/u;
const WHOLE_NAME = new RegExp(`^${NAME.source}$`, 'u');

/** Takes apart the name of a binding, or an expression as a person writes it: `DOMAINS["API"]`, `DOMAINS.staging.backend`; undefined for any other expression. */
export function parseAccessPath(written: string): AccessPath | undefined {
  const root = nameAt(written, 0);
  if (root === undefined) return undefined;
  const steps: Step[] = [];
  let at = root.length;
  while (at < written.length) {
    const step = written[at] === '.' ? attributeAt(written, at + 1) : keyAt(written, at);
    if (!step) return undefined;
    steps.push(step.step);
    at = step.end;
  }
  return { root, steps };
}

function nameAt(written: string, at: number): string | undefined {
  NAME.lastIndex = at;
  return NAME.exec(written)?.[0];
}

function attributeAt(written: string, at: number): { step: Step; end: number } | undefined {
  const name = nameAt(written, at);
  return name === undefined ? undefined : { step: { name, by: 'attribute' }, end: at + name.length };
}

function keyAt(written: string, at: number): { step: Step; end: number } | undefined {
  const quote = written[at + 1];
  if (written[at] !== '[' || (quote !== '"' && quote !== "'")) return undefined;
  const end = written.indexOf(quote, at + 2);
  const name = written.slice(at + 2, end);
  if (end < 0 || written[end + 1] !== ']' || !isPlainKey(name)) return undefined;
  return { step: { name, by: 'key' }, end: end + 2 };
}

/** Whether a name can stand behind a dot. */
export function isName(name: string): boolean {
  return WHOLE_NAME.test(name);
}

/** Whether a key can be written in any text of either language without an escape, and is no address. */
export function isPlainKey(key: string): boolean {
  return KEY.test(key);
}

/** The expression of a path with its root reached by `reached`, its keys between `quote`. */
export function showAccessPath({ root, steps }: AccessPath, reached = root, quote = '"'): string {
  return reached + steps.map(({ name, by }) => (by === 'key' ? `[${quote}${name}${quote}]` : `.${name}`)).join('');
}

/** How the constant of a binding is reached, by the binding's name. */
export function accessPathOf(name: string): AccessPath {
  return parseAccessPath(name) ?? { root: name, steps: [] };
}

/** The exported name that a binding's name begins with. */
export function rootOf(name: string): string {
  return accessPathOf(name).root;
}
