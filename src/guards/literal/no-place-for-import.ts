import type { ReasonPage } from '../reason-page.ts';

export const noPlaceForImport = {
  code: 'no-place-for-import',
  title: 'no place for the import',
  sentence: () => 'the import finds no place before the first use',
} satisfies ReasonPage;
