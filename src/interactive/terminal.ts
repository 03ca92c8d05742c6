import { intro, isCancel, log, outro, selectKey, text, updateSettings } from '@clack/prompts';
import { UserError } from '../core/user-error.ts';
import { visible } from '../reporters/visible.ts';

/** One of the answers that a question takes. */
export interface Key {
  /** One letter. */
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
}

/** Whom to ask. An answer is `undefined` where the person went away, by Ctrl-C or a signal. */
export interface Person {
  /** The letter of the key that was pressed. */
  choose(message: string, keys: readonly Key[]): Promise<string | undefined>;
  /** A line of text without anything that cannot be seen; may be empty. */
  write(message: string): Promise<string | undefined>;
  /** Lines that may be coloured, and are visible otherwise. */
  show(lines: readonly string[]): void;
  /** The last word. */
  close(line: string): void;
}

/** Throws UserError where there is no terminal to ask on. */
export function demandTerminal(): void {
  if (process.stdin.isTTY && process.stdout.isTTY) return;
  throw new UserError('--interactive asks on a terminal, and stdin or stdout is none', {
    hint: 'run it in a terminal, without pipes; `redomain --format html --output ../review.html` is for review elsewhere',
  });
}

/** Ctrl-D closes what reads the lines: without an answer to it the process would just end. */
const END_OF_INPUT = '\u0004';

/** Asks on the terminal, until `raised` tells of a signal. */
export function openTerminal(title: string, raised: AbortSignal): Person {
  updateSettings({ aliases: { [END_OF_INPUT]: 'cancel' } });
  intro(title);
  return {
    async choose(message, keys) {
      const options = keys.map(({ key, label, hint }) => ({ value: key, label, ...(hint === undefined ? {} : { hint }) }));
      return given(await selectKey({ message, options, signal: raised }));
    },
    async write(message) {
      const written = given(await text({ message, signal: raised, defaultValue: '' }));
      return written === undefined ? undefined : visible(written.trim());
    },
    show: (lines) => log.message(lines.join('\n')),
    close: outro,
  };
}

function given<T>(answer: T): Exclude<T, symbol> | undefined {
  return isCancel(answer) ? undefined : (answer as Exclude<T, symbol>);
}
