import fc from 'fast-check';
import type { Kind } from './kinds.ts';
import { trial } from './laws.ts';
import { hasPython, parsed } from './python-syntax.ts';

/** What was tried; all of it held. */
export interface Tried {
  readonly files: number;
  readonly changed: number;
  /** Files that Python's parser was asked about, and of those that it took. */
  readonly asked: number;
  readonly taken: number;
}

/** Generates `runs` files of a kind and holds each to the laws. Throws with the seed, the path and the smallest file found that breaks one. */
export function campaign(kind: Kind, runs: number, seed: number, path?: string): Tried {
  const changed: { before: string; after: string }[] = [];
  let files = 0;
  let shrinking = false;
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 160, size: 'max' });
  const property = fc.property(bytes, (choices) => {
    const { planner, file } = kind.make(choices);
    files++;
    try {
      const plan = trial(planner, kind.language, file);
      const mark = file.encoding === 'utf8' ? '' : '\ufeff';
      if (plan?.report.status === 'changed' && !shrinking) changed.push({ before: mark + file.text, after: mark + plan.output });
    } catch (error) {
      shrinking = true;
      const { path: at, encoding, text } = file;
      throw new Error(`${(error as Error).message}\n--- ${at}, ${encoding}\n${JSON.stringify(text)}\n${text}\n---`);
    }
  });
  const details = fc.check(property, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) });
  if (details.failed) {
    const reason = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
    throw new Error(
      `${kind.name}: ${reason}\nnpm run fuzz -- --kind ${kind.name} --seed ${seed} --path ${details.counterexamplePath}`,
    );
  }
  const asked = kind.name === 'python' && hasPython ? changed : [];
  return { files, changed: changed.length, asked: asked.length, taken: takenByPython(asked, kind, seed) };
}

/** How many texts Python takes before; throws when it does not take one of them after. */
function takenByPython(changed: readonly { before: string; after: string }[], kind: Kind, seed: number): number {
  const answers = parsed(changed.map(({ before, after }) => [before, after]));
  const broken = changed.filter((_, index) => answers[index]!.before && !answers[index]!.after);
  if (broken.length > 0) {
    const { before, after } = broken.toSorted((a, b) => a.before.length - b.before.length)[0]!;
    throw new Error(
      `${kind.name}: ${broken.length} files no longer parse, the shortest:\n${JSON.stringify(before)}\n${before}\n--- became\n${after}\nnpm run fuzz -- --kind ${kind.name} --seed ${seed}`,
    );
  }
  return answers.filter(({ before }) => before).length;
}
