import type { Guard } from '../guard.ts';
import { untold } from './labels.ts';

export const unclearName = {
  code: 'unclear-name',
  title: 'a bare host whose name does not tell what it is',
  sentence: ({ name }) => `\`${name}\` does not say that this bare host is an address`,
  why: `A bare host (without scheme and port) can be an address or the name of something else, such as a bucket or a queue.
Nothing in the variable, key or call says that it is an address.`,
  settle: `Give the variable a name that says \`host\`, \`url\` or \`domain\`, or write the address with its scheme. If any text that
is this host and nothing else may change, give the service \`bare: safe\`.`,
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'app/jobs.py', text: 'store("api.old.ex.ai")' },
      { file: 'deploy/compose.yml', text: 'command: ["--target-name", "api.old.ex.ai"]' },
      { file: 'config/app.json', text: '{ "others": ["api.old.ex.ai", "b"] }' },
    ],
    passes: [
      { file: 'app/jobs.py', text: 'connect("api.old.ex.ai")' },
      { file: 'config/app.json', text: '{ "hosts": ["api.old.ex.ai", "b"] }' },
    ],
  },
  holds(occurrence, view) {
    const [name] = untold(occurrence, view) ?? [];
    return name !== undefined && { name };
  },
} satisfies Guard;
