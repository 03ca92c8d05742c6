/** Why a file is not read whose parts are nested so deep that the stack ends. */
export const TOO_DEEP = 'nested too deeply to be read';

/** What `isTooDeep` names, for what is nested deeper than the stack of every thread is certain to hold. */
export function tooDeep(): RangeError {
  return new RangeError('Maximum call stack size would be exceeded');
}

/** Whether an error says that the stack has ended. What catches errors of parsers throws this one on: the file as a whole is then not read. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.startsWith('Maximum call stack size');
}
