import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedLines } from '../src/files/changed-lines.ts';
import { askGit } from '../src/files/git-files.ts';
import { select } from '../src/scan/selection.ts';
import { git, project, write } from './cli-project.ts';

const NAMES = ['a.md', 'a b.md', 'b/a.md', 'a b/b b.md', 'ä"\\\t.md', 'deleted file mode 100644'];

function repository(files: readonly string[]): string {
  const root = project(Object.fromEntries(files.map((name) => [name, 'one\ntwo\n'])));
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'all');
  return root;
}

const changedIn = (root: string) => changedLines(root, 'HEAD', askGit(root, { missing: false }));

describe('the files that are gone since a commit', () => {
  it.each(NAMES)('are named: %j', async (name) => {
    const root = repository([...NAMES, 'still.md']);
    rmSync(join(root, name));
    write(root, 'still.md', 'one\ndiff --git a/x b/x\ndeleted file mode 100644\n');
    const { lines, deleted } = await changedIn(root);
    expect([...deleted]).toEqual([name]);
    expect([...lines]).toEqual([['still.md', [{ first: 2, last: 3 }]]]);
    const asked = askGit(root, { missing: false });
    const { files, listed } = await select(root, { cwd: root, paths: [], since: 'HEAD' }, asked);
    expect(files).toEqual(['still.md']);
    expect([...listed()].sort()).toEqual([...NAMES.filter((one) => one !== name), 'still.md'].sort());
  });

  it('are those alone that are there no more: not what git no longer tracks, what was put back, or is a link now', async () => {
    const root = repository(['untracked.md', 'back.md', 'link.md']);
    git(root, 'rm', '-q', '--cached', 'untracked.md');
    git(root, 'rm', '-q', 'back.md');
    write(root, 'back.md', 'other\n');
    rmSync(join(root, 'link.md'));
    symlinkSync('back.md', join(root, 'link.md'));
    const { lines, deleted } = await changedIn(root);
    expect([...deleted]).toEqual([]);
    expect([...lines.keys()].sort()).toEqual(['back.md', 'link.md', 'untracked.md']);
  });
});
