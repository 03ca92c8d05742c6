import { UserError } from '../core/user-error.ts';
import { locate, locateOffset, type Path, type Source, showPath } from './locate.ts';

/** Collects every mistake of one configuration file. */
export interface Problems {
  /** `message` says what is wrong and how to mend it; it follows the path of the value, or of its key. */
  add(path: Path, message: string, part?: 'key' | 'value'): void;
  /** Whether something was said of a value, or of a part of it. */
  isSaidOf(path: Path): boolean;
  /** For what is no value yet: a UTF-16 offset into the file. */
  addAt(offset: number, message: string): void;
  /** `file:line:column` of a value, for messages that name two places. */
  where(path: Path, part?: 'key' | 'value'): string;
  /** The error that names them all, in the order of the file; nothing when there are none. */
  error(): UserError | undefined;
}

/** An empty collection for one file. */
export function collectProblems(source: Source): Problems {
  const found = new Map<string, string>();
  const said: Path[] = [];
  const put = (location: string, text: string) => {
    const line = `${location}  ${text}`;
    found.set(line, location);
  };
  return {
    add(path, message, part) {
      said.push(path);
      put(locate(source, path, part), path.length > 0 ? `${showPath(path)}: ${message}` : message);
    },
    isSaidOf: (path) => said.some((other) => path.every((step, index) => other[index] === step)),
    addAt: (offset, message) => put(locateOffset(source, offset), message),
    where: (path, part) => locate(source, path, part),
    error: () => {
      if (found.size === 0) return undefined;
      const lines = [...found].sort(([, a], [, b]) => order(a, b)).map(([line]) => line);
      return new UserError(lines.join('\n'));
    },
  };
}

function order(a: string, b: string): number {
  const [aLine, aColumn] = a.split(':').slice(-2).map(Number);
  const [bLine, bColumn] = b.split(':').slice(-2).map(Number);
  return aLine! - bLine! || aColumn! - bColumn!;
}

/** A value as messages quote it, on one line. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
