import type { FileChange } from '../../src/plan/change.ts';
import type { Edit } from '../../src/types/source.ts';

/** A change whose edits and output do not agree, or whose edits are none; made of the right change of a file. */
export interface EditFault {
  readonly name: string;
  readonly wrong: (change: FileChange, text: string) => Pick<FileChange, 'edits' | 'output'>;
}

const edited =
  (change: (edits: readonly Edit[], text: string) => readonly Edit[]): EditFault['wrong'] =>
  ({ edits, output }, text) => ({ edits: change(edits, text), output });

const written =
  (change: (output: string) => string): EditFault['wrong'] =>
  ({ edits, output }) => ({ edits, output: change(output) });

/** Each stands in an output with at least two edits. */
export const EDIT_FAULTS: readonly EditFault[] = [
  { name: 'two edits overlapping', wrong: edited(([first, ...rest]) => [first!, { ...first!, start: first!.end - 1 }, ...rest]) },
  { name: 'edits that overlap by growing', wrong: edited(([first, ...rest]) => [{ ...first!, end: rest[0]!.end }, ...rest]) },
  { name: 'edits out of order', wrong: edited((edits) => edits.toReversed()) },
  {
    name: 'an edit that ends beyond the file',
    wrong: edited((edits, text) => [...edits.slice(0, -1), { ...edits.at(-1)!, end: text.length + 1 }]),
  },
  {
    name: 'an edit beyond the file',
    wrong: edited((edits, text) => [...edits, { start: text.length + 1, end: text.length + 2, text: '' }]),
  },
  { name: 'an edit before the file', wrong: edited((edits) => [{ start: -1, end: 0, text: '' }, ...edits]) },
  {
    name: 'an edit that ends before it begins',
    wrong: edited(([first, ...rest]) => [{ ...first!, start: first!.end + 1, end: first!.start }, ...rest]),
  },
  { name: 'an edit that did not arrive', wrong: edited(([first, ...rest]) => [{ ...first!, text: `${first!.text}x` }, ...rest]) },
  { name: 'an edit lost', wrong: edited((edits) => edits.slice(1)) },
  { name: 'an edit twice', wrong: edited(([first, ...rest]) => [first!, first!, ...rest]) },
  { name: 'no edits at all', wrong: edited(() => []) },
  { name: 'a character before the edits changed', wrong: written((output) => `X${output.slice(1)}`) },
  { name: 'a character behind the edits changed', wrong: written((output) => `${output.slice(0, -2)}X${output.slice(-1)}`) },
  { name: 'an output cut short', wrong: written((output) => output.slice(0, -1)) },
  { name: 'an output with more at its end', wrong: written((output) => `${output}\n`) },
  { name: 'an output with more at its beginning', wrong: written((output) => `\n${output}`) },
  { name: 'an empty output', wrong: written(() => '') },
];
