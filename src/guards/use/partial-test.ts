import type { Guard } from '../guard.ts';

export const partialTest = {
  code: 'partial-test',
  title: 'a test of a part of a text',
  sentence: () => 'this test looks at a part of a text',
  holds({ hit, literal, standing }) {
    if (literal?.use !== 'affix' || hit.scheme !== undefined) return false;
    return (hit.schemeSpan?.start ?? hit.start) !== literal.body.start || standing.span.end !== literal.body.end;
  },
} satisfies Guard;
