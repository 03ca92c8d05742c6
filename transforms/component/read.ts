import type { Literal, Reading } from '../../src/types/language.ts';
import type { Reason } from '../../src/types/reason.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { language as text } from '../text/language.ts';
import { language as typescript } from '../typescript/language.ts';
import { type Script, scriptsOf } from './parse/scripts.ts';

/** The literals of the scripts as code, those of everything else as text. A script that does not parse is text as well. */
export function read(file: SourceFile, hits: readonly Span[], constants?: ReadonlySet<string>): Reading {
  const scripts = scriptsOf(file);
  const readings = scripts.flatMap((script) => {
    const inside = hits.filter((hit) => within(script, hit));
    const reading = inside.length > 0 ? typescript.read(script.view, inside, constants) : undefined;
    return reading && reading.failure === undefined
      ? [{ script, reading: withBlocked(reading, blockedIn(script, scripts)) }]
      : [];
  });
  const rest = hits.filter((hit) => !readings.some(({ script }) => within(script, hit)));
  const literals = [...text.read(file, rest).literals, ...readings.flatMap(({ reading }) => reading.literals)];
  return { literals: literals.sort(byPlace), relations: readings.flatMap(({ reading }) => reading.relations) };
}

/** Why a script imports nothing. Of several that share their names, the last does: it is the one of the component's instance. */
function blockedIn(script: Script, scripts: readonly Script[]): Reason | undefined {
  if (script.imports === 'nothing') return { code: 'browser-script' };
  const last = scripts.findLast(({ imports }) => imports === script.imports);
  return script.imports === 'component' && last !== script ? { code: 'earlier-script' } : undefined;
}

function withBlocked(reading: Reading, blocked: Reason | undefined): Reading {
  if (blocked === undefined) return reading;
  const replaced = new Map(reading.literals.map((literal) => [literal, { ...literal, blocked: literal.blocked ?? blocked }]));
  const relations = reading.relations.map(({ kind, members }) => ({
    kind,
    members: members.map((member) => replaced.get(member) ?? member),
  }));
  return { literals: [...replaced.values()], relations };
}

/** Whether a place lies in a script. */
export function within({ span }: Script, { start, end }: Span): boolean {
  return span.start <= start && end <= span.end;
}

function byPlace(a: Literal, b: Literal): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}
