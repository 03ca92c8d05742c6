import type { ReasonPage } from '../reason-page.ts';

export const noConstantForPath = {
  code: 'no-constant-for-path',
  title: 'no constant with this path and scheme',
  sentence: () => 'no constant has this path with this scheme',
  why: `The canonical address has a path, and the constant that holds both has another scheme. A constant of the host alone
would lose the path.`,
  settle: 'Nothing has to be done. Write the address with the scheme of the service if it should become a constant.',
  occurs: `The canonical address of a service has a path, as \`host: www.ex.ai/api\` has, and the text has another scheme or none.`,
} satisfies ReasonPage;
