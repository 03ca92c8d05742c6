import { parseArgs } from 'node:util';
import { type Command, commands, flagOf } from './command-table.ts';
import type { Flag } from './flag.ts';
import { flags } from './flags.ts';

/** What the words of a command line say, by the names of flags and positionals. */
export type Values = Readonly<Record<string, unknown>>;

export interface Words {
  /** Of the command; empty for the default one. */
  readonly name: string;
  readonly values: Values;
}

/** The words with a value to each flag that has none where it may have one: the word behind it is its value only when it looks like one. */
export function withOptionalValues(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) => {
    const { optional } = Object.values<Flag>(flags).find(({ name }) => word === `--${name}`) ?? {};
    if (!optional || (end >= 0 && index > end) || optional.taken.test(argv[index + 1] ?? '')) return word;
    return `${word}=${optional.absent}`;
  });
}

/**
 * Reads a command line that leaves no question: known flags, each once, and at most what the command takes. `undefined` for everything else, such
 * as mistakes and `--help`, for which `command-line.ts` loads the whole parser. Where both read a line, they read the same.
 */
export function plainWords(argv: readonly string[]): Words | undefined {
  const named = commands.find(({ name }) => name !== '' && name === argv[0]) as Command | undefined;
  const command: Command = named ?? commands[0];
  const known = command.flags.map((name) => flagOf(command, name));
  try {
    const { tokens } = parseArgs({
      args: argv.slice(named ? 1 : 0),
      options: Object.fromEntries(
        known.map(({ name, alias, type }) => [
          name,
          { type: type === 'boolean' ? 'boolean' : 'string', ...(alias ? { short: alias } : {}) },
        ]),
      ),
      allowPositionals: true,
      tokens: true,
    });
    const values: Record<string, unknown> = {};
    const positionals: string[] = [];
    for (const token of tokens) {
      if (token.kind === 'option-terminator') return undefined;
      if (token.kind === 'positional') {
        positionals.push(token.value);
        continue;
      }
      const { choices } = known.find(({ name }) => name === token.name)!;
      const isOdd = token.value === '' || (token.inlineValue && token.rawName.length === 2) || token.name in values;
      if (isOdd || (choices && !choices.includes(token.value!))) return undefined;
      values[token.name] = token.value ?? true;
    }
    for (const { name, default: value } of known) if (value !== undefined) values[name] ??= value;
    return withPositionals(command, values, positionals);
  } catch {
    return undefined;
  }
}

function withPositionals({ name, positional }: Command, values: Values, words: readonly string[]): Words | undefined {
  const isCommand = (word: string): boolean => commands.some((command) => command.name === word);
  if (words.some((word) => /^(?:-?|true|false)$/.test(word) || (name === '' && isCommand(word)))) return undefined;
  if (words.length > (positional ? (positional.many ? Number.POSITIVE_INFINITY : 1) : 0)) return undefined;
  if (!positional || words.length === 0) return { name, values };
  return { name, values: { ...values, [positional.name]: positional.many ? words : words[0] } };
}
