import type { Guard } from '../guard.ts';

export const partialTest = {
  code: 'partial-test',
  title: 'a test of a part of a text',
  sentence: () => 'this test looks at a part of a text',
  why: `The program looks for this text inside another one, or at its beginning or end. The address that it looks into may be
written elsewhere and may not change at the same time.`,
  settle: 'Change the test together with the text that it looks into.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      {
        file: 'app/links.py',
        text: `def is_api(url):
    return url.startswith("api.old.ex.ai/v1")`,
      },
      { file: 'web/links.ts', text: "export const isApi = (url: string) => url.startsWith('api.old.ex.ai/v1');" },
    ],
    passes: [
      {
        file: 'app/links.py',
        text: `def is_api(url):
    return url.startswith("https://api.old.ex.ai/v1")`,
      },
      { file: 'web/links.ts', text: "export const isApi = (url: string) => url.startsWith('https://api.old.ex.ai/v1');" },
    ],
  },
  holds({ hit, literal, standing }) {
    if (literal?.use !== 'affix' || hit.scheme !== undefined) return false;
    return (hit.schemeSpan?.start ?? hit.start) !== literal.body.start || standing.span.end !== literal.body.end;
  },
} satisfies Guard;
