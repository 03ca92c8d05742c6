import type { Packaging } from '../../../src/types/packaging.ts';
import { type LackingPackage, lackingPackages, publishedWithout } from './npm-files.ts';
import { builtWithout, type ClosedProject, closedProjects } from './tsconfig.ts';

const TOOLS = ['tsc', 'next', 'vite', 'webpack', 'rollup', 'esbuild', 'turbo', 'nx', 'tsx', 'ts-node', 'vitest', 'jest'];
const MANAGERS = ['npm', 'pnpm', 'yarn', 'bun'];
const SCRIPTS = /^(?:build|test|lint|typecheck|check|start|compile)(?:[:-]|$)/;

/** Packages of npm, and projects that the compiler builds. */
export const packaging: Packaging = {
  targetOf: ({ file }) => ({ needed: [file] }),
  runs(words) {
    const starts = words.some((word) => MANAGERS.includes(word)) && words.some((word) => SCRIPTS.test(word));
    return starts || words.some((word) => TOOLS.includes(word));
  },
  lackingIn: async (tree, paths, targets) => [...lackingPackages(tree, paths, targets), ...closedProjects(tree, paths, targets)],
  reasonFor: (lacking, path) =>
    'config' in lacking ? builtWithout(lacking as ClosedProject, path) : publishedWithout(lacking as LackingPackage, path),
};
