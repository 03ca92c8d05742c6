import pico from 'picocolors';
import { counted } from '../core/counted.ts';
import { visible } from './visible.ts';

export interface Undone {
  readonly run: string;
  readonly restored: readonly string[];
  readonly removed: readonly string[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** What an undo did; files that were refused are always named. */
export function undoneText(
  { run, restored, removed, refused }: Undone,
  options: { color: boolean; quiet: boolean; verbose: boolean },
): string {
  const colors = pico.createColors(options.color);
  const lines: string[] = [];
  if (!options.quiet) {
    if (options.verbose) {
      lines.push(...restored.map((path) => `restored ${visible(path)}`), ...removed.map((path) => `removed ${visible(path)}`));
    }
    const parts = [`${counted(restored.length, 'file')} restored`];
    if (removed.length > 0) parts.push(`${counted(removed.length, 'file')} removed`);
    if (refused.length > 0) parts.push(colors.red(`${counted(refused.length, 'file')} refused`));
    lines.push(`run ${visible(run)}: ${parts.join(', ')}`);
  }
  lines.push(...refused.map(({ path, reason }) => colors.red(`refused ${visible(path)}: ${visible(reason)}`)));
  return lines.map((line) => `${line}\n`).join('');
}
