import type { Guard } from '../guard.ts';

const PINNED =
  /^(?::\d+)?\/(?:[\w.-]+\/)*[\w.-]+(?::v?\d+(?:\.\d+)+[\w.-]*|@sha256:[0-9a-f]{6,})|^[^\s"'<>`]*\/(?:releases?|download|downloads|archive)\/(?:[^\s"'<>`]*\/)?v?\d+\.\d+|^[^\s"'<>`]*\.(?:tar\.gz|tgz|tar\.xz|zip|whl|deb|rpm|jar)\b/i;

export const pinnedArtefact = {
  code: 'pinned-artefact',
  title: 'a pinned artefact',
  sentence: () => 'the canonical host may not serve this pinned artefact',
  holds: ({ standing: { span } }, { file: { text } }) => PINNED.test(text.slice(span.end, span.end + 300)),
} satisfies Guard;
