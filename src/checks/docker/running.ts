import type { ImportingLanguage } from '../../types/policy.ts';
import type { Stage } from './stages.ts';

const TOOLS: Readonly<Record<ImportingLanguage, readonly string[]>> = {
  python: ['pytest', 'gunicorn', 'uvicorn', 'manage.py', 'django-admin', 'alembic', 'celery'],
  typescript: ['tsc', 'next', 'vite', 'webpack', 'rollup', 'esbuild', 'turbo', 'nx', 'tsx', 'ts-node', 'vitest', 'jest'],
};
const MANAGERS = ['npm', 'pnpm', 'yarn', 'bun'];
const SCRIPTS = /^(?:build|test|lint|typecheck|check|start|compile)(?:[:-]|$)/;

/** The stages whose files are run: the last one, those that nothing is built from, those with a command to start, and those that run or build the code on the way. */
export function runningStages(stages: readonly Stage[], language: ImportingLanguage): number[] {
  const used = new Set(stages.flatMap(({ base, copies }) => [base, ...copies.map(({ stage }) => stage)]));
  return [...stages.keys()].filter((index) => {
    const { starts, commands } = stages[index]!;
    return index === stages.length - 1 || !used.has(index) || starts || commands.some((command) => runsCode(command, language));
  });
}

function runsCode(command: string, language: ImportingLanguage): boolean {
  return command.split(/&&|\|\||[;\n|]/).some((part) => {
    const words = part.split(/[\s'"=]+/).map((word) => word.replace(/^.*\//, ''));
    if (/^(?:pip3?|apt|apt-get|apk|dnf|yum)$/.test(words.find((word) => word !== '' && word !== 'sudo') ?? '')) return false;
    if (words.some((word) => word === 'install' || word === 'ci' || word === 'add')) return false;
    if (language === 'python' && words.some((word) => /^python[\d.]*$/.test(word)) && words.some((word) => word.endsWith('.py')))
      return true;
    if (language === 'typescript' && words.some((word) => MANAGERS.includes(word)) && words.some((word) => SCRIPTS.test(word)))
      return true;
    return words.some((word) => TOOLS[language].includes(word));
  });
}
