import { posix } from 'node:path';
import { isForeignImage } from './bases.ts';
import { type Instruction, readDockerfile } from './dockerfile.ts';
import { environment, expand } from './variables.ts';

/** One `COPY` or `ADD`. Plain data. */
export interface Copy {
  /** 1-based. */
  readonly line: number;
  /** Index of the stage it copies from; absent: the build context. */
  readonly stage?: number;
  /** Paths or globs below the context (`''` is all of it), or absolute paths in the stage. */
  readonly sources: readonly string[];
  /** `sources`: what they match may be taken or not; `all`: anything else may be taken as well. Only the build knows. */
  readonly doubt?: 'sources' | 'all';
  /** Absolute in the image; absent when not known. */
  readonly target?: string;
  /** `target` is a directory for certain. */
  readonly into: boolean;
  /** The sources are names of files whose text stands in the Dockerfile. */
  readonly inline?: boolean;
  /** `--parents`: what is copied keeps its path. */
  readonly parents: boolean;
}

/** One stage of a Dockerfile. Plain data. */
export interface Stage {
  /** Index of the stage it is built on. */
  readonly base?: number;
  readonly copies: readonly Copy[];
  /** Whether its base image, or a download, may bring any file of the repository. */
  readonly opaque: boolean;
  /** The commands that it runs while it is built. */
  readonly commands: readonly string[];
  /** Whether it has a command to start. */
  readonly starts: boolean;
}

interface Draft {
  readonly name: string | undefined;
  readonly base?: number;
  readonly copies: Copy[];
  readonly commands: string[];
  readonly variables: Map<string, string | undefined>;
  opaque: boolean;
  starts: boolean;
  directory: string | undefined;
}

/** The stages of a Dockerfile, in order. */
export function readStages(source: string): Stage[] {
  const stages: Draft[] = [];
  const defaults = new Map<string, string | undefined>();
  for (const one of readDockerfile(source)) {
    const stage = stages.at(-1);
    if (one.keyword === 'FROM') stages.push(begin(one, stages, defaults));
    else if (!stage) {
      const set = one.keyword === 'ARG' ? one.words.flatMap((word) => environment(word, defaults)) : [];
      for (const [name, value] of set) defaults.set(name, value);
    } else follow(one, stage, stages);
  }
  return stages.map(({ base, copies, opaque, commands, starts }) => ({
    ...(base === undefined ? {} : { base }),
    copies,
    opaque,
    commands,
    starts,
  }));
}

function begin({ words }: Instruction, stages: readonly Draft[], defaults: ReadonlyMap<string, string | undefined>): Draft {
  const image = expand(words[0] ?? '', defaults);
  const base = stageNamed(image, stages);
  const parent = base === undefined ? undefined : stages[base];
  return {
    name: words[1]?.toLowerCase() === 'as' ? words[2]?.toLowerCase() : undefined,
    ...(base === undefined ? {} : { base }),
    copies: [],
    commands: [],
    variables: new Map(parent?.variables),
    opaque: base === undefined && (image === undefined || !isForeignImage(image)),
    starts: false,
    directory: parent?.directory,
  };
}

function stageNamed(name: string | undefined, stages: readonly Draft[]): number | undefined {
  const at = stages.findLastIndex((stage) => stage.name !== undefined && stage.name === name?.toLowerCase());
  return at < 0 ? undefined : at;
}

function follow(one: Instruction, stage: Draft, stages: readonly Draft[]): void {
  switch (one.keyword) {
    case 'ENV':
      for (const [name, value] of environment(one.text, stage.variables)) stage.variables.set(name, value);
      return;
    case 'WORKDIR':
      stage.directory = absolute(one.text.trim(), stage);
      return;
    case 'COPY':
    case 'ADD':
      copy(one, stage, stages);
      return;
    case 'RUN':
      stage.commands.push(one.text);
      if (/\bgit\s+clone\b/.test(one.text)) stage.opaque = true;
      for (const mount of one.flags.get('mount') ?? []) bind(mount, one.line, stage, stages);
      return;
    case 'CMD':
    case 'ENTRYPOINT':
      stage.starts = true;
  }
}

function absolute(word: string, { variables, directory }: Draft): string | undefined {
  const path = expand(word, variables);
  if (path === undefined) return undefined;
  if (path.startsWith('/')) return posix.resolve(path);
  return directory === undefined ? undefined : posix.resolve(directory, path);
}

function copy(one: Instruction, stage: Draft, stages: readonly Draft[]): void {
  const index = sourceStage(one.flags.get('from')?.[0], stage, stages);
  if (index === 'elsewhere') return;
  const words = one.heredoc ? one.words.slice(0, one.words.findIndex((word) => !word.startsWith('<<')) + 1) : one.words;
  const written = words.at(-1) ?? '';
  const target = absolute(written, stage);
  const rest = { ...(target === undefined ? {} : { target }), into: words.length > 2 || /(?:^|\/)\.{0,2}$/.test(written) };
  if (one.heredoc) {
    const names = words.slice(0, -1).map((word) => word.replaceAll(/^<<-?|["']/g, ''));
    stage.copies.push({ ...rest, line: one.line, sources: names, inline: true, parents: false });
    return;
  }
  const expanded = words.slice(0, -1).map((word) => expand(word, stage.variables));
  const sources = expanded.filter((source) => source !== undefined && !isRemote(source)) as string[];
  if (one.keyword === 'ADD' && expanded.some((source) => source !== undefined && mayUnpack(source))) stage.opaque = true;
  const isOpen = expanded.some((source) => source === undefined || source.includes('**'));
  const doubt = isOpen ? 'all' : one.flags.has('exclude') ? 'sources' : undefined;
  stage.copies.push({
    ...rest,
    line: one.line,
    ...(index === undefined ? {} : { stage: index }),
    sources: sources.map((source) => (index === undefined ? belowContext(source) : posix.resolve('/', source))),
    ...(doubt ? { doubt } : {}),
    parents: one.flags.has('parents'),
  });
}

/** The earlier stage that `--from` names, `undefined` for the build context, `elsewhere` for another image. */
function sourceStage(from: string | undefined, stage: Draft, stages: readonly Draft[]): number | 'elsewhere' | undefined {
  if (from === undefined) return undefined;
  const index = stageNamed(from, stages) ?? (/^\d+$/.test(from) ? Number(from) : stages.length);
  if (index < stages.length - 1) return index;
  stage.opaque ||= !isForeignImage(expand(from, stage.variables) ?? '');
  return 'elsewhere';
}

/** A command may copy from what is mounted. */
function bind(mount: string, line: number, stage: Draft, stages: readonly Draft[]): void {
  const options = new Map(mount.split(',').map((option) => option.split('=', 2) as [string, string | undefined]));
  if ((options.get('type') ?? 'bind') !== 'bind') return;
  const index = sourceStage(options.get('from'), stage, stages);
  if (index === 'elsewhere') return;
  const source = expand(options.get('source') ?? options.get('src') ?? '', stage.variables);
  stage.copies.push({
    line,
    ...(index === undefined ? {} : { stage: index }),
    sources: source === undefined ? [] : [index === undefined ? belowContext(source) : posix.resolve('/', source)],
    doubt: source === undefined ? 'all' : 'sources',
    into: true,
    parents: false,
  });
}

function isRemote(source: string): boolean {
  return /^(?:[a-z][a-z+]*:\/\/|git@)/.test(source);
}

/** A repository that is cloned, or an archive that is unpacked. */
function mayUnpack(source: string): boolean {
  return /^git[@:]|\.git(?:#|$)|\.(?:tar|tgz|tbz2?|txz|tar\.\w+)$/.test(source);
}

function belowContext(source: string): string {
  return posix.resolve('/', source).slice(1);
}
