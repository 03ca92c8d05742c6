import yargs from 'yargs';
import { nearest } from '../config/nearest.ts';
import { UserError } from '../core/user-error.ts';
import { type Command, commands, flagOf } from './command-table.ts';
import { flags } from './flags.ts';
import type { Values, Words } from './plain-words.ts';

const exitCodes = `Exit codes: 0 clean, or all applied; 1 findings, or changes that --check would make;
2 usage, configuration or internal error, or a file that failed verification.`;

const firstSteps =
  'New here: `redomain init` proposes a configuration, `redomain` shows the plan, `redomain --write` applies it.';

/** Reads any command line; a text is what was asked for: the help, or the version. Throws a UserError for what no command or flag knows. */
export async function readCommandLine(argv: readonly string[], version: string, width: number): Promise<Words | string> {
  let name = '';
  const parser = yargs([])
    .scriptName('redomain')
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .usage('Usage: redomain [command] [paths..] [flags]')
    .epilog(exitCodes)
    .version(version)
    .alias({ h: 'help', V: 'version' })
    .wrap(Math.min(width, 110))
    .strict()
    .exitProcess(false)
    .fail((message, error) => {
      throw error instanceof UserError ? error : usageError(message ?? error.message, name, argv);
    });
  for (const command of commands as readonly Command[]) {
    parser.command(
      usageOf(command),
      command.describe,
      (builder) => {
        name = command.name;
        if (name === '') builder.epilog(firstSteps);
        for (const flag of command.flags.map((flagName) => flagOf(command, flagName))) {
          builder.option(flag.name, {
            describe: flag.describe,
            type: flag.type === 'boolean' ? 'boolean' : 'string',
            ...(flag.type !== 'boolean' && { requiresArg: true }),
            ...(flag.alias !== undefined && { alias: flag.alias }),
            ...(flag.choices !== undefined && { choices: flag.choices }),
            ...(flag.default !== undefined && { default: flag.default }),
          });
        }
        const { positional } = command;
        if (positional)
          builder.positional(positional.name, { describe: positional.describe, type: 'string', array: positional.many });
        return builder;
      },
      () => {},
    );
  }
  refuseValues(argv);
  let text = '';
  const values = (await parser.parseAsync([...argv], {}, (_error: unknown, _values: unknown, output: string) => {
    text = output;
  })) as Values;
  return text === '' ? { name, values } : `${text.trimEnd()}\n`;
}

/** `--write=no` would be read as `--write`. */
function refuseValues(argv: readonly string[]): void {
  for (const word of argv) {
    if (word === '--') return;
    const name = /^--([^=]+)=/.exec(word)?.[1];
    if (Object.values(flags).some((flag) => flag.name === name && flag.type === 'boolean')) {
      throw new UserError(`--${name} takes no value`);
    }
  }
}

function usageOf(command: Command): string {
  const words = [command.name === '' ? '$0' : command.name];
  if (command.positional) words.push(command.positional.many ? `[${command.positional.name}..]` : `[${command.positional.name}]`);
  return words.join(' ');
}

/** The parser's complaint in the words of redomain, with the word that was probably meant. */
function usageError(message: string, name: string, argv: readonly string[]): UserError {
  const hint = `see \`redomain ${name === '' ? '' : `${name} `}--help\``;
  const command = (commands as readonly Command[]).find((candidate) => candidate.name === name)!;
  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1]?.split(', ')[0];
  if (unknown !== undefined) {
    const written = [`--${unknown}`, `-${unknown}`].find((flag) => argv.some((word) => word.split('=')[0] === flag));
    if (written === undefined && argv.includes(unknown)) return new UserError(`unexpected argument: ${unknown}`, { hint });
    const meant = nearest(unknown, [...command.flags, 'help', 'version']);
    const flag = written ?? `-${unknown}`;
    return new UserError(`unknown flag ${flag}`, {
      hint: meant === undefined || meant === unknown ? hint : `did you mean --${meant}?`,
    });
  }
  const lacking = /^Not enough arguments following: (.*)$/s.exec(message)?.[1];
  if (lacking !== undefined) return new UserError(`${lacking.length === 1 ? '-' : '--'}${lacking} needs a value`, { hint });
  const invalid = /Argument: (\S+), Given: (.*), Choices: (.*)$/s.exec(message.trim());
  if (invalid) return new UserError(`--${invalid[1]} takes ${invalid[3]}; not ${invalid[2]}`, { hint });
  return new UserError(message.trim().replace(/\s*\n\s*/g, ' '), { hint });
}
