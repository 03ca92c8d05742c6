/** Whether a path can stand in a configuration as it is: no character that a glob or another system reads as something else. */
export function isPlainPath(path: string): boolean {
  return /^(?!~)[\p{L}\p{N}_@.,()[\] /-]*$/u.test(path) && path.length < 500;
}
