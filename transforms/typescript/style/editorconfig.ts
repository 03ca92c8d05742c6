import path from 'node:path';
import { matchesStated } from '../../../src/core/glob/stated-globs.ts';
import type { Above } from '../../../src/types/module.ts';

/** What the `.editorconfig` files say of a file: names and values in lower case. */
export function editorconfigFor(file: string, { folders, text: read }: Above): ReadonlyMap<string, string> {
  const found: (readonly [string, string])[][] = [];
  for (const folder of folders) {
    const text = read(folder, '.editorconfig');
    if (text === undefined) continue;
    const { isRoot, sections } = parse(text);
    const name = path.relative(folder, file).replaceAll(path.sep, '/');
    found.push(sections.filter(({ glob }) => matches(glob, name)).flatMap(({ pairs }) => pairs));
    if (isRoot) break;
  }
  const all = new Map(found.reverse().flat());
  return new Map([...all].filter(([, value]) => value !== 'unset'));
}

interface Section {
  readonly glob: string;
  readonly pairs: (readonly [name: string, value: string])[];
}

/** The format is that of editorconfig.org: sections with globs, of which later ones win. */
function parse(text: string): { readonly isRoot: boolean; readonly sections: readonly Section[] } {
  const sections: Section[] = [];
  let isRoot = false;
  for (const line of text.split(/\r\n?|\n/).map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    if (line.startsWith('[') && line.endsWith(']')) {
      sections.push({ glob: line.slice(1, -1), pairs: [] });
      continue;
    }
    const at = line.indexOf('=');
    if (at < 0) continue;
    const name = line.slice(0, at).trim().toLowerCase();
    const value = line
      .slice(at + 1)
      .trim()
      .toLowerCase();
    const section = sections.at(-1);
    if (section) section.pairs.push([name, value]);
    else if (name === 'root') isRoot = value === 'true';
  }
  return { isRoot, sections };
}

/** A glob without a slash is for names in every folder. */
function matches(glob: string, name: string): boolean {
  const anchored = glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`;
  return matchesStated([anchored], name);
}
