import type { ModuleCode, ModuleContent } from '../../src/types/module.ts';
import { PLAIN } from '../typescript/style/plain.ts';

/** Lines of `NAME=value`, as dotenv, Docker, Compose and shells read them. Quotes stand only where a value needs them. */
function emit({ header, groups }: ModuleContent): string {
  const comment = header.map((line) => `# ${line}`.trimEnd()).join('\n');
  const body = groups.map(({ title, constants }) => {
    const lines = constants.map(({ name, value }) => `${name}=${quote(value)}\n`);
    return `\n# ${title}\n${lines.join('')}`;
  });
  return `${comment}\n${body.join('')}`;
}

/** A path may hold what a shell would take for its own; none may hold a quote. */
function quote(value: string): string {
  return /^[\w.:/@%+,~-]*$/.test(value) ? value : `'${value}'`;
}

export const code: ModuleCode = { plain: PLAIN, emit };
