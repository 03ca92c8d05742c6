/** The first segment of a path, by which files are counted and parted; `.` for a file at the top. */
export function topDirectory(path: string): string {
  const end = path.indexOf('/');
  return end < 0 ? '.' : path.slice(0, end);
}
