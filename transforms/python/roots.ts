/** What can be imported from the root of the repository, and whether pytest puts the root on the search path. */
export interface PythonRoots {
  readonly packages: readonly string[];
  readonly pytest: boolean;
  /** The folders that pytest searches when it is given none, from the root; absent: all. */
  readonly testPaths?: readonly string[];
}

/** Whether a value that was read back is what `rootsOf` gives. */
export function isRoots(value: unknown): value is PythonRoots {
  if (typeof value !== 'object' || value === null) return false;
  const { packages, pytest, testPaths, ...others } = value as Record<string, unknown>;
  const isKnown = Object.keys(others).length === 0;
  return isKnown && areTexts(packages) && typeof pytest === 'boolean' && (!('testPaths' in value) || areTexts(testPaths));
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
