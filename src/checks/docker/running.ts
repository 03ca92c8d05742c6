import type { Packaging } from '../../types/packaging.ts';
import type { Stage } from './stages.ts';

/** The stages whose files are run: the last one, those that nothing is built from, those with a command to start, and those that run or build the code on the way. */
export function runningStages(stages: readonly Stage[], runs: Packaging['runs']): number[] {
  const used = new Set(stages.flatMap(({ base, copies }) => [base, ...copies.map(({ stage }) => stage)]));
  return [...stages.keys()].filter((index) => {
    const { starts, commands } = stages[index]!;
    return index === stages.length - 1 || !used.has(index) || starts || commands.some((command) => runsCode(command, runs));
  });
}

function runsCode(command: string, runs: Packaging['runs']): boolean {
  return command.split(/&&|\|\||[;\n|]/).some((part) => {
    const words = part.split(/[\s'"=]+/).map((word) => word.replace(/^.*\//, ''));
    if (/^(?:pip3?|apt|apt-get|apk|dnf|yum)$/.test(words.find((word) => word !== '' && word !== 'sudo') ?? '')) return false;
    if (words.some((word) => word === 'install' || word === 'ci' || word === 'add')) return false;
    return runs(words);
  });
}
