import { visible } from '../visible.ts';

/** Gives each text a number; they are written out once, at the end. */
export class Texts {
  private readonly numbers = new Map<string, number>();

  /** The number of a text in its visible form; -1 for `undefined`. */
  of(text: string | undefined): number {
    if (text === undefined) return -1;
    const shown = visible(text);
    const known = this.numbers.get(shown);
    if (known !== undefined) return known;
    this.numbers.set(shown, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** All texts, in the order of their numbers. */
  all(): string[] {
    return [...this.numbers.keys()];
  }
}
