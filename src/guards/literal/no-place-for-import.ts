import type { ReasonPage } from '../reason-page.ts';

export const noPlaceForImport = {
  code: 'no-place-for-import',
  title: 'no place for the import',
  sentence: () => 'there is no place for the import before the first use',
  why: `Something at the head of the file has to come before the import, such as \`from __future__\` or a change of \`sys.path\`.
The constant would be used before the import could stand.`,
  settle: 'Nothing has to be done. Move the use down if it should become a constant.',
  examples: {
    holds: [{ file: 'app/client.py', text: 'from __future__ import annotations; URL = "https://api.old.ex.ai"' }],
    passes: [
      {
        file: 'app/client.py',
        text: `from __future__ import annotations

URL = "https://api.old.ex.ai"`,
      },
    ],
  },
} satisfies ReasonPage;
