import { posix } from 'node:path';
import { matchesStated } from '../../core/glob/stated-globs.ts';
import type { Copy, Stage } from './stages.ts';

/** Where a file of the build context comes to lie in a stage. */
interface Place {
  /** 1-based line of the instruction that takes it. */
  readonly line: number;
  /** Absolute path in the image; absent when not known. */
  readonly at?: string;
}

/** What is known of one file in one stage: where it certainly lies, and whether it may lie there by other ways. */
export interface Landing {
  readonly places: readonly Place[];
  readonly maybe: boolean;
}

/** More places than a Dockerfile that people write ever makes. */
const PLACES = 64;

/** Traces a file, by its path in the build context, through the stages of a Dockerfile: one landing a stage. `ignored`: the context does not hold it. */
export function landingsOf(stages: readonly Stage[], path: string, ignored: boolean): Landing[] {
  const landings: Landing[] = [];
  for (const stage of stages) {
    const below = stage.base === undefined ? undefined : landings[stage.base];
    const parts = [...(below ? [below] : []), ...stage.copies.map((copy) => take(copy, path, ignored, landings))];
    const places = distinct(parts.flatMap((part) => part.places));
    landings.push({
      places: places.slice(0, PLACES),
      maybe: stage.opaque || places.length > PLACES || parts.some((part) => part.maybe),
    });
  }
  return landings;
}

function take(copy: Copy, path: string, ignored: boolean, earlier: readonly Landing[]): Landing {
  if (copy.inline) {
    const same = copy.sources.some((name) => posix.basename(nameInImage(copy, name)) === posix.basename(path));
    return { places: [], maybe: same };
  }
  const before = copy.stage === undefined ? undefined : earlier[copy.stage]!;
  const taken = before ? fromStage(copy, before) : { places: ignored ? [] : fromContext(copy, path), maybe: false };
  const any = copy.doubt === 'all' && (before ? before.maybe || before.places.length > 0 : !ignored);
  if (copy.doubt === 'sources') return { places: [], maybe: taken.maybe || taken.places.length > 0 };
  return { places: taken.places, maybe: taken.maybe || any };
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.toReversed().map((place) => [place.at, place])).values()].toReversed();
}

function nameInImage({ target, into }: Copy, name: string): string {
  return target === undefined || into ? name : target;
}

function fromContext(copy: Copy, path: string): Place[] {
  return copy.sources.flatMap((source) => placed(copy, source, path));
}

function fromStage(copy: Copy, before: Landing): Landing {
  const known = before.places.flatMap(({ at }) => (at === undefined ? [] : [at]));
  return {
    places: known.flatMap((at) => copy.sources.flatMap((source) => placed(copy, source.slice(1), at.slice(1)))),
    maybe: before.maybe || known.length < before.places.length,
  };
}

/** Where a path lands when a source takes it; both paths without a leading slash. */
function placed({ target, into, parents, line }: Copy, source: string, path: string): Place[] {
  const match = restBehind(source, path);
  if (!match) return [];
  if (target === undefined) return [{ line }];
  if (parents) return [{ line, at: posix.join(target, path) }];
  const inside = { line, at: posix.join(target, match.rest) };
  // Without a slash at its end, the target is a directory only where one is there already.
  return match.isFile && !into ? [{ line, at: target }, inside] : [inside];
}

/** What of a path lies behind a source that is the path or one of its directories; the name of the file where it is the path itself. */
function restBehind(source: string, path: string): { rest: string; isFile: boolean } | undefined {
  if (source === '') return { rest: path, isFile: false };
  const segments = path.split('/');
  const depth = source.split('/').length;
  if (depth > segments.length) return undefined;
  const head = segments.slice(0, depth).join('/');
  const fits = head === source || (/[*?[\\]/.test(source) && matchesStated([source], head, GO_MATCH));
  if (!fits) return undefined;
  return depth === segments.length
    ? { rest: segments.at(-1)!, isFile: true }
    : { rest: segments.slice(depth).join('/'), isFile: false };
}

/** The patterns of Go's `filepath.Match`: `*` stays within a name and also stands for a leading dot. */
const GO_MATCH = { dot: true, nobrace: true, noextglob: true, noglobstar: true, nonegate: true, posix: false } as const;
