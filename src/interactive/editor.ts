import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** The command line of the person's editor: `VISUAL`, then `EDITOR`. */
export function editorOf({ VISUAL, EDITOR }: NodeJS.ProcessEnv): string | undefined {
  return [VISUAL, EDITOR].find((command) => command?.trim());
}

/** Editors that are told a line by `+N` before the file, and those that take it behind the file's name, with what goes before that. */
const PLUS = ['vi', 'vim', 'nvim', 'view', 'nano', 'pico', 'emacs', 'emacsclient', 'micro', 'kak', 'joe', 'ne', 'mg', 'ed'];
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  code: ['--goto'],
  codium: ['--goto'],
  cursor: ['--goto'],
  subl: [],
  zed: [],
  hx: [],
  helix: [],
};

/** The arguments that open a file at a line, where the editor is known to have such; the file alone else. */
export function editorArguments(command: string, file: string, line: number): string[] {
  const name = basename(command.trim().split(/\s/)[0]!).replace(/\.(?:exe|cmd)$/i, '');
  if (PLUS.includes(name)) return [`+${line}`, file];
  const before = BEHIND[name];
  return before ? [...before, `${file}:${line}`] : [file];
}

/** Opens a file in an editor, which has the terminal until it ends. Gives what went wrong, as a clause. */
export function openEditor(command: string, file: string, line: number): Promise<string | undefined> {
  const words = editorArguments(command, file, line);
  const child =
    process.platform === 'win32'
      ? spawn(`${command} ${words.map((word) => `"${word}"`).join(' ')}`, { shell: true, stdio: 'inherit' })
      : spawn('sh', ['-c', `${command} "$@"`, 'redomain', ...words], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(`${command} cannot be started: ${error.message}`));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? undefined : `${command} ended with ${signal ?? `exit code ${code}`}`),
    );
  });
}
