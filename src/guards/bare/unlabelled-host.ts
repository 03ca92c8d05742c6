import type { Guard } from '../guard.ts';
import { untold } from './labels.ts';

export const unlabelledHost = {
  code: 'unlabelled-host',
  title: 'a bare host without a variable or key',
  sentence: () => 'nothing says that this bare host is an address',
  why: `A bare host (without scheme and port) can be an address or the name of something else. Here no variable, key or call
names it.`,
  settle: 'Assign it to a variable whose name says `host` or `url`, or write the address with its scheme.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'web/list.ts', text: "export default ['app.old.ex.ai'];" },
      { file: 'app/list.py', text: 'assert "app.old.ex.ai"' },
    ],
    passes: [
      { file: 'web/list.ts', text: "export default ['https://app.old.ex.ai'];" },
      { file: 'app/list.py', text: 'assert "https://app.old.ex.ai"' },
    ],
  },
  holds: (occurrence, view) => untold(occurrence, view)?.length === 0,
} satisfies Guard;
