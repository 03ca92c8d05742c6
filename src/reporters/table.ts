import { grouped } from '../core/counted.ts';
/** Lines of cells in columns: the first `left` columns, and those from `again` on, to the left, the others to the right; no trailing spaces. */
export function table(rows: readonly (readonly string[])[], indent = '  ', left = 1, again = Number.POSITIVE_INFINITY): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, length(cell));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const gap = ' '.repeat(widths[column]! - length(cell));
      return column < left || column >= again ? cell + gap : gap + cell;
    });
    return `${indent}${cells.join('  ')}`.trimEnd();
  });
}

/** Bytes in the largest decimal unit that leaves a whole part. */
export function sized(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? grouped(Math.round(value)) : value.toFixed(1)} ${units[unit]}`;
}

function length(cell: string): number {
  return [...cell].length;
}
