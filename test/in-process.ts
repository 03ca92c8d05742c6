import { Readable, Writable } from 'node:stream';
import { main } from '../src/cli/main.ts';

/** How a run of the command line ended. */
export interface Outcome {
  /** The exit code; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Variables of the environment to set for a run, or to take out of it. */
export type Variables = Readonly<Record<string, string | undefined>>;

const STREAMS = ['stdin', 'stdout', 'stderr'] as const;

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the command line from source, in this process: with its own directory, environment and streams, none of them a terminal. These belong
 * to the whole process, so runs that are asked for at once follow one another.
 */
export function runInProcess(cwd: string, args: readonly string[], variables: Variables): Promise<Outcome> {
  const turn = last.then(() => runAlone(cwd, args, variables));
  last = turn.catch(() => {});
  return turn;
}

async function runAlone(cwd: string, args: readonly string[], variables: Variables): Promise<Outcome> {
  const [stdout, stderr] = [collector(), collector()];
  const restore = [
    replaceStreams({ stdin: Readable.from([]), stdout: stdout.stream, stderr: stderr.stream }),
    replaceVariables(variables),
    replaceDirectory(cwd),
  ];
  try {
    const status = await main(args);
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    for (const back of restore) back();
  }
}

/** A stream that keeps what is written to it. */
function collector(): { readonly stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

function replaceStreams(streams: Readonly<Record<(typeof STREAMS)[number], Readable | Writable>>): () => void {
  const before = STREAMS.map((name) => [name, Object.getOwnPropertyDescriptor(process, name)!] as const);
  for (const name of STREAMS)
    Object.defineProperty(process, name, { configurable: true, enumerable: true, value: streams[name] });
  return () => {
    for (const [name, descriptor] of before) Object.defineProperty(process, name, descriptor);
  };
}

function replaceVariables(variables: Variables): () => void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  for (const [name, value] of Object.entries(variables)) setVariable(name, value);
  return () => {
    for (const [name, value] of before) setVariable(name, value);
  };
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

function replaceDirectory(cwd: string): () => void {
  const before = process.cwd();
  process.chdir(cwd);
  return () => process.chdir(before);
}
