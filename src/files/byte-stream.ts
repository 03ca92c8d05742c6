import type { Readable } from 'node:stream';

/** Reads a stream of bytes piece by piece, and holds no more of it than one chunk. */
export class ByteStream {
  private readonly source: AsyncIterator<Buffer>;
  private chunk: Buffer = Buffer.alloc(0);
  private at = 0;

  constructor(stream: Readable) {
    this.source = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next byte, which stays; `undefined` at the end. */
  async peek(): Promise<number | undefined> {
    while (this.at === this.chunk.length) if (!(await this.next())) return undefined;
    return this.chunk[this.at];
  }

  /** What stands before the next `byte`, which is passed over; `undefined` where there is none any more. */
  async until(byte: number): Promise<Buffer | undefined> {
    const pieces: Buffer[] = [];
    for (;;) {
      const end = this.chunk.indexOf(byte, this.at);
      if (end >= 0) {
        const last = this.chunk.subarray(this.at, end);
        this.at = end + 1;
        return pieces.length === 0 ? last : Buffer.concat([...pieces, last]);
      }
      pieces.push(this.chunk.subarray(this.at));
      if (!(await this.next())) return undefined;
    }
  }

  /** Hands the next bytes on, in pieces; false where the stream ends before. */
  async pass(length: number, take: (piece: Buffer, at: number) => void): Promise<boolean> {
    for (let done = 0; done < length; ) {
      if ((await this.peek()) === undefined) return false;
      const piece = this.chunk.subarray(this.at, this.at + length - done);
      take(piece, done);
      this.at += piece.length;
      done += piece.length;
    }
    return true;
  }

  private async next(): Promise<boolean> {
    const { done, value } = await this.source.next();
    this.chunk = done ? Buffer.alloc(0) : value;
    this.at = 0;
    return !done;
  }
}
