import { formatPatch } from 'diff';
import type { Change } from '../types/report.ts';
import { hunksBetween } from './line-edits.ts';

/** One change as a git patch: `diff --git` header, names quoted as git quotes them, three lines of context. Empty when nothing changes. */
export function patchOf({ path, before, after, created = false }: Change): string {
  if (before === after && !created) return '';
  const text = formatPatch({
    oldFileName: created ? '/dev/null' : `a/${path}`,
    newFileName: `b/${path}`,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: hunksBetween(before, after).map((hunk) => ({ ...hunk, lines: [...hunk.lines] })),
    isGit: true,
    ...(created && { isCreate: true, newMode: '100644' }),
  });
  const hunks = text.indexOf('\n@@ ');
  return hunks < 0 ? text : text.slice(0, hunks).replace(SPACED_NAME, '$&\t') + text.slice(hunks);
}

/** A name with a space ends with a tab, as git writes it, so that no date is looked for behind it. */
const SPACED_NAME = /^(?:---|\+\+\+) (?!").* .*$/gm;
