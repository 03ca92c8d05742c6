import type { ReasonPage } from '../reason-page.ts';

export const translatedText = {
  code: 'translated-text',
  title: 'a text for translation',
  sentence: () => 'tools collect this text for translation without running the program',
  why: `Extractors such as gettext read this text from the source. With a constant in it, the message would not be found in
the catalogue.`,
  settle: 'Nothing has to be done. Where the catalogue has the same message, it changes too.',
  examples: {
    holds: [
      { file: 'app/help.py', text: 'HELP = _("Read https://api.old.ex.ai/help first.")' },
      { file: 'web/help.tsx', text: 'export const help = <Trans>Call https://api.old.ex.ai now</Trans>;' },
    ],
    passes: [
      { file: 'app/help.py', text: 'HELP = text("Read https://api.old.ex.ai/help first.")' },
      { file: 'web/help.tsx', text: 'export const help = <p>Call https://api.old.ex.ai now</p>;' },
    ],
  },
} satisfies ReasonPage;
