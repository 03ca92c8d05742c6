import { type Outcome, ratioOf, verdictOf } from './table.ts';

const [WIDTH, LINE, LEFT, RIGHT] = [880, 56, 24, 180];

/** The ratios as bars, each with a mark at its bar; an SVG that follows the reader's light or dark. */
export function pictureOf(outcomes: readonly Outcome[]): string {
  const height = outcomes.length * LINE + 40;
  const widest = Math.max(1, ...outcomes.flatMap((outcome) => [ratioOf(outcome), outcome.bar ?? 0]));
  const room = WIDTH - LEFT - RIGHT;
  // Of a ratio, by its logarithm: ratios of a tenth and of ten stand as far from one.
  const least = Math.min(0.1, ...outcomes.map(ratioOf));
  const length = (ratio: number): number => (Math.log(ratio / (least * 0.8)) / Math.log(widest / (least * 0.8))) * room;
  const rows = outcomes.map((outcome, index) => {
    const [y, ratio] = [index * LINE + 28, ratioOf(outcome)];
    const label = `${plain(outcome.name)} : ${plain(outcome.theirs.name)}`;
    const goal =
      outcome.bar === undefined
        ? ''
        : `<line class="goal" x1="${at(length(outcome.bar))}" x2="${at(length(outcome.bar))}" y1="${y + 6}" y2="${y + 30}"/>`;
    const kind = { met: 'within', 'not met': 'over', '': 'free' }[verdictOf(outcome)];
    return [
      `<text x="${LEFT}" y="${y}">${label}</text>`,
      `<rect class="${kind}" x="${LEFT}" y="${y + 8}" width="${Math.max(2, length(ratio)).toFixed(1)}" height="20" rx="3"/>`,
      goal,
      `<text class="ratio" x="${at(Math.max(length(ratio), length(outcome.bar ?? least)) + 8)}" y="${y + 23}">${ratio.toFixed(2)}${goal ? ` (at most ${outcome.bar})` : ''}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Time of redomain over that of another tool">
<style>
text { font: 14px system-ui, sans-serif; fill: #1f2328 }
.ratio { font-weight: 600 }
.within { fill: #2da44e }
.over { fill: #bf8700 }
.free { fill: #8c959f }
.goal { stroke: #1f2328; stroke-width: 2 }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .goal { stroke: #e6edf3 } }
</style>
${rows.join('\n')}
<text x="${LEFT}" y="${height - 6}">Time of redomain over that of the other tool, on a logarithmic scale; the line is the ratio that was asked for.</text>
</svg>
`;
}

function at(offset: number): string {
  return (LEFT + offset).toFixed(1);
}

function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
