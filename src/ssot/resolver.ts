import { moduleCodeOf } from '../../transforms/languages.ts';
import { regularFiles } from '../files/regular.ts';
import type { Resolver } from '../types/module.ts';
import type { DomainModule } from '../types/policy.ts';

/** Makes what says how files of the tree at `root` import these modules. Project files are read when something is asked. */
export async function openResolver(root: string, modules: readonly DomainModule[]): Promise<Resolver> {
  const tree = regularFiles(root);
  const resolvers = new Map<string, Resolver>();
  for (const { language } of modules) {
    const resolver = resolvers.has(language) ? undefined : (await moduleCodeOf(language)).resolverFor?.(root, tree);
    if (resolver) resolvers.set(language, resolver);
  }
  return (module, file) => {
    const resolver = resolvers.get(module.language);
    if (!resolver) throw new Error(`no file imports ${module.file}`);
    return resolver(module, file);
  };
}
