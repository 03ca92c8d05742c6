export type Mapping = Readonly<Record<string, unknown>>;

/** Whether a value that was read is an object and no list. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
