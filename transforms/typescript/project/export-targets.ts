/** Conditions inside conditions beyond which an entry says nothing. */
const DEEPEST = 50;

/** The paths of an entry of `imports` or `exports`, through its conditions. */
export function targetsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (depth === DEEPEST || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => targetsOf(inner, depth + 1));
}
