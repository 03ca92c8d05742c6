import type { Guard } from '../guard.ts';

export const literalType = {
  code: 'literal-type',
  title: 'a literal type',
  sentence: () => 'this text is a type',
  why: `\`Literal[…]\` makes a type of the characters of this text. Every value of the type would have to change with it, and a
type cannot hold a constant.`,
  settle: 'Change the type by hand together with its values.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      {
        file: 'app/types.py',
        text: `from typing import Literal

BaseUrl = Literal["https://api.old.ex.ai"]`,
      },
    ],
    passes: [
      {
        file: 'app/types.py',
        text: `from typing import Optional

base_url: Optional[str] = "https://api.old.ex.ai"`,
      },
    ],
  },
  holds: ({ literal }) => literal?.use === 'type',
} satisfies Guard;
