/** A number with commas between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 file`, `1,440 files`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** `1 Python file`, `1,233 files`. */
export function filesOf(count: number, kind = ''): string {
  return counted(count, kind ? `${kind} file` : 'file');
}

/** The first few of a list, and how many more there are. */
export function some(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${grouped(items.length - most)} more` : shown;
}
