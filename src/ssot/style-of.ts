import path from 'node:path';
import type { ModuleCode, Style } from '../types/module.ts';
import { above } from './above.ts';

/** How the repository formats a module, by the nearest configuration of a formatter above it. It is read at each call; `file` is relative to `root`. */
export function styleOf(root: string, file: string, code: ModuleCode): Style {
  return code.styleOf?.(path.join(root, file), above(root, file)) ?? code.plain;
}
