import { spawnSync } from 'node:child_process';

const PROGRAM = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def parses(text):
    try:
        ast.parse(text.encode("utf-8", "surrogatepass"))
        return True
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
for line in sys.stdin:
    before, after = json.loads(line)
    print(int(parses(before)), int(parses(after)))
`;

/** Whether there is a Python to ask. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** For pairs of texts, whether Python's own parser takes each; one process for all. */
export function parsed(pairs: readonly (readonly [before: string, after: string])[]): { before: boolean; after: boolean }[] {
  if (pairs.length === 0) return [];
  const { stdout, stderr } = spawnSync('python3', ['-c', PROGRAM], {
    input: pairs.map((pair) => JSON.stringify(pair)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const lines = stdout.trim().split('\n');
  if (lines.length !== pairs.length) throw new Error(`python3 answered ${lines.length} of ${pairs.length}: ${stderr}`);
  return lines.map((line) => ({ before: line[0] === '1', after: line[2] === '1' }));
}
