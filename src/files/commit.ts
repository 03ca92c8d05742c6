import { change, run, runWithHooks } from './git.ts';

/** What is to be one commit. Paths are relative to the root. */
export interface Content {
  readonly paths: readonly string[];
  /** Of these, the files that git does not know yet. */
  readonly created: readonly string[];
  readonly message: string;
}

/** Commits these files alone, with the repository's hooks: what else is staged stays staged. Gives the name of the commit; or what git and the hooks said against it. */
export async function commitFiles(root: string, content: Content): Promise<{ id: string } | { words: string }> {
  const { paths, created, message } = content;
  if (created.length > 0) {
    const added = await change(root, ['add', '--intent-to-add', '--', ...created.map(literal)]);
    if (added?.code !== 0) return { words: added?.words ?? '' };
  }
  const before = await headOf(root);
  const command = ['commit', '--only', '--quiet', '-m', message, '--pathspec-from-file=-', '--pathspec-file-nul'];
  const ended = await runWithHooks(root, command, listed(paths));
  const after = await headOf(root);
  if (after !== before) return { id: after };
  await unlist(root, created);
  return { words: `${ended?.output.toString('utf8') ?? ''}${ended?.words ?? ''}`.trim() };
}

/** The commit that is checked out. */
export async function headOf(root: string): Promise<string> {
  return (await run(root, ['rev-parse', 'HEAD']))!.output.toString('utf8').trim();
}

/** Takes files out of the index that were announced to it and are in no commit. */
export async function unlist(root: string, created: readonly string[]): Promise<void> {
  if (created.length > 0)
    await change(root, ['rm', '--cached', '--quiet', '--force', '--ignore-unmatch', '--', ...created.map(literal)]);
}

/** Has the index hold these files as HEAD has them, where a hook had the commit hold other contents. */
export async function indexAsHead(root: string, paths: readonly string[]): Promise<void> {
  await change(root, ['reset', '--quiet', '--pathspec-from-file=-', '--pathspec-file-nul'], listed(paths));
}

/** Those of some paths that git would not take, as it is told to ignore them. */
export async function ignoredAmong(root: string, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const ended = await run(root, ['check-ignore', '-z', '--stdin'], { input: `${paths.join('\0')}\0` });
  return ended?.output.toString('utf8').split('\0').slice(0, -1) ?? [];
}

/** Whether a commit is in the history of HEAD. */
export async function isInHistory(root: string, commit: string): Promise<boolean> {
  return (await run(root, ['merge-base', '--is-ancestor', commit, 'HEAD']))?.code === 0;
}

function listed(paths: readonly string[]): string {
  return paths.map((path) => `${literal(path)}\0`).join('');
}

function literal(path: string): string {
  return `:(literal)${path}`;
}
