/** The day of a moment in UTC, as `YYYY-MM-DD` (ISO 8601). */
export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
