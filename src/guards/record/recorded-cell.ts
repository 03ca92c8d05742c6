import type { ReasonPage } from '../reason-page.ts';

export const recordedCell = {
  code: 'recorded-cell',
  title: 'output of a notebook',
  sentence: () => 'this output is kept with the notebook that printed it',
  why: 'The host stands in the output of a notebook cell. The output is a record of a run, and a rewrite would falsify it.',
  settle: 'Nothing has to be done. Run the notebook again if its output should name the new host, or clear the output.',
  examples: {
    holds: [
      {
        file: 'docs/analysis.ipynb',
        text: `{
  "cells": [
    { "cell_type": "code", "outputs": [{ "text": ["https://api.old.ex.ai answered\\n"] }], "source": [] }
  ]
}`,
      },
    ],
    passes: [
      {
        file: 'docs/analysis.ipynb',
        text: `{
  "cells": [
    { "cell_type": "code", "outputs": [], "source": ["fetch('https://api.old.ex.ai')\\n"] }
  ]
}`,
      },
    ],
  },
} satisfies ReasonPage;
