import { UserError } from '../core/user-error.ts';
import { blocks, reasonOf, type Sink } from '../files/report-file.ts';

/** Standard output, waiting where the reader is slow. A reader that goes away (`| head`) ends it quietly. */
export function stdoutSink(): Sink {
  return {
    async write(chunks) {
      const { stdout } = process;
      let failure: NodeJS.ErrnoException | undefined;
      stdout.on('error', (error: NodeJS.ErrnoException) => {
        failure ??= error;
      });
      for (const block of blocks(chunks)) {
        if (failure) break;
        await new Promise<void>((resolve) => stdout.write(block, () => resolve()));
      }
      if (failure && failure.code !== 'EPIPE') throw new UserError(`cannot write to stdout: ${reasonOf(failure)}`);
    },
  };
}
