/** The middle value; of an even number, the mean of the two. Throws RangeError for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no median of nothing');
  return (lower + upper) / 2;
}

/** The exponent k of y = c·x^k that fits best: the slope of the least-squares line through the logarithms. */
export function fittedExponent(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (axis: 0 | 1): number => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [middleX, middleY] = [mean(0), mean(1)];
  const rise = logs.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  const run = logs.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
  return rise / run;
}
