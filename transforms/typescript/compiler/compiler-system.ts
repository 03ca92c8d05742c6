import { join } from 'node:path';
import type * as TsMorph from 'ts-morph';
import type { FileSystemHost, ts as TypeScript } from 'ts-morph';
import type { TreeFiles } from '../../../src/types/tree.ts';

/** The largest source or declaration file that the compiler is given, in bytes. */
const LARGEST = 32_000_000;

/** The compiler's way to the files of a tree: regular files alone. */
export function compilerSystem(ts: typeof TypeScript, tree: TreeFiles) {
  return {
    useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
    fileExists: (file: string) => tree.isRegular(file, LARGEST),
    readFile: (file: string) => tree.text(file, LARGEST),
    directoryExists: (directory: string) => tree.isDirectory(directory),
    getDirectories: (directory: string) => foldersIn(tree, directory),
    getCurrentDirectory: () => process.cwd(),
    // What a link leads out to stays where it is named, and is not read there.
    realpath: (file: string) => tree.target(file) ?? file,
  } satisfies TypeScript.ModuleResolutionHost;
}

/** The same for a project of ts-morph; nothing can be written through it. */
export function projectFiles({ ts, InMemoryFileSystemHost }: typeof TsMorph, tree: TreeFiles): FileSystemHost {
  const system = compilerSystem(ts, tree);
  // It has no files: it throws as ts-morph expects it for one that is not there.
  const empty = new InMemoryFileSystemHost();
  const read = (file: string): string => system.readFile(file) ?? empty.readFileSync(file);
  const refuse = (): never => {
    throw new Error('the compiler writes nothing');
  };
  return {
    isCaseSensitive: () => system.useCaseSensitiveFileNames,
    readDirSync: (directory) => entriesOf(tree, directory),
    readFileSync: read,
    readFile: async (file) => read(file),
    fileExistsSync: system.fileExists,
    fileExists: async (file) => system.fileExists(file),
    directoryExistsSync: system.directoryExists,
    directoryExists: async (directory) => system.directoryExists(directory),
    realpathSync: system.realpath,
    getCurrentDirectory: system.getCurrentDirectory,
    glob: refuse,
    globSync: refuse,
    delete: refuse,
    deleteSync: refuse,
    writeFile: refuse,
    writeFileSync: refuse,
    mkdir: refuse,
    mkdirSync: refuse,
    move: refuse,
    moveSync: refuse,
    copy: refuse,
    copySync: refuse,
  };
}

function foldersIn(tree: TreeFiles, directory: string): string[] {
  return entriesOf(tree, directory)
    .filter(({ isDirectory }) => isDirectory)
    .map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
}

/** With absolute names; of a link, what it leads to. */
function entriesOf(tree: TreeFiles, directory: string): ReturnType<FileSystemHost['readDirSync']> {
  return tree.entries(directory).map((entry) => {
    const name = join(directory, entry.name);
    const isSymlink = entry.isSymbolicLink();
    return {
      name,
      isFile: isSymlink ? tree.isRegular(name, LARGEST) : entry.isFile(),
      isDirectory: isSymlink ? tree.isDirectory(name) : entry.isDirectory(),
      isSymlink,
    };
  });
}
