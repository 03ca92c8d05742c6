import { anyOf } from '../any-of.ts';
import type { Guard } from '../guard.ts';

/** An image with a version or a digest, behind its registry. */
const IMAGE = /^(?::\d+)?\/(?:[\w.-]+\/)*[\w.-]+(?::v?\d+(?:\.\d+)+[\w.-]*|@sha256:[0-9a-f]{6,})/;
/** A path with a folder of releases and a version below it. */
const RELEASE = /^[^\s"'<>`]*\/(?:releases?|download|downloads|archive)\/(?:[^\s"'<>`]*\/)?v?\d+\.\d+/;
const ARCHIVE = /^[^\s"'<>`]*\.(?:tar\.gz|tgz|tar\.xz|zip|whl|deb|rpm|jar)\b/;
export const PINNED = anyOf([IMAGE, RELEASE, ARCHIVE], 'i');

export const pinnedArtefact = {
  code: 'pinned-artefact',
  title: 'a pinned artefact',
  sentence: () => 'the canonical host may not serve this pinned artefact',
  why: `The address names one version of an image, an archive or a release. The new host may not serve that version, and then
the build fails.`,
  settle: 'Check that the new host serves the artefact, then replace the host by hand.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'deploy/compose.yml', text: 'image: api.old.ex.ai/team/app:1.4' },
      { file: 'deploy/install.sh', text: 'wget https://api.old.ex.ai/releases/v2.1/tool.tar.gz' },
      { file: 'app/install.py', text: 'URL = "https://api.old.ex.ai/tools/tool-2.1.zip"' },
    ],
    passes: [
      { file: 'deploy/compose.yml', text: 'url: https://api.old.ex.ai/team/app' },
      { file: 'deploy/install.sh', text: 'wget https://api.old.ex.ai/releases/latest' },
    ],
  },
  holds: ({ standing: { span } }, { file: { text } }) => PINNED.test(text.slice(span.end, span.end + 300)),
} satisfies Guard;
