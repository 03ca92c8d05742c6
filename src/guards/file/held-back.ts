import type { ReasonPage } from '../reason-page.ts';

export const heldBack = {
  code: 'held-back',
  title: 'held back by a series of commits',
  sentence: ({ why = '' }) => why,
  why: `With \`--commit\`, redomain commits only what can be committed by itself. This file has changes of your own, or the
command under \`--verify\` fails with it.`,
  settle: 'Commit or discard your own changes, or correct what the command reports. Then run redomain again.',
  occurs: 'A run with `--write --commit` leaves a file out of its commits.',
} satisfies ReasonPage;
