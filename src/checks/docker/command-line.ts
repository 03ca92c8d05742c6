import { posix } from 'node:path';
import type { Build } from './context.ts';

/** Flags of `docker build` that stand alone; every other flag without a `=` takes the next word. */
const ALONE =
  /^(?:--(?:no-cache|pull|push|load|rm|force-rm|squash|quiet|debug|compress|check|disable-content-trust|layers)|-[qD]+)$/;

const BUILD = /\b(?:docker|podman|nerdctl|buildah)\s+(?:(?:image|buildx|builder)\s+)?(?:build|bud)\s/;

/** The builds that the lines of a script, a makefile or a workflow ask for; paths as they are written there, `.` is where it runs. Lines with a variable in the paths are passed over. */
export function buildsIn(script: string): Build[] {
  const commands = script.replaceAll(/[\\`^][ \t]*\r?\n/g, ' ').split(/\r?\n|&&|\|\||[;|]|\s#\s/);
  return commands.flatMap((command) => {
    const match = BUILD.exec(command);
    const words = match ? command.slice(match.index + match[0].length).match(/"[^"]*"|'[^']*'|[^\s"']+/g) : undefined;
    return (words && buildOf(words)) || [];
  });
}

/** What the words behind `docker build` name. */
export function buildOf(words: readonly string[]): Build | undefined {
  let file: string | undefined;
  let context: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!.replaceAll(/["']/g, '');
    const [, flag, value] = /^(--?[\w-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (flag === undefined) {
      context ??= word;
      continue;
    }
    const given = value ?? (ALONE.test(flag) ? '' : (words[++at] ?? '').replaceAll(/["']/g, ''));
    if (/^(?:-f|--file|--dockerfile)$/.test(flag)) file = given;
    if (/^(?:-c|--context)$/.test(flag)) context = given;
  }
  if (context === undefined || /[$%{}<>]|:\/\//.test(`${context} ${file ?? ''}`)) return undefined;
  const folder = context.replace(/^dir:\/\//, '');
  return { dockerfile: posix.normalize(file ?? posix.join(folder, 'Dockerfile')), context: posix.normalize(folder) };
}
