/** A domain module that `redomain init` proposes. */
export interface ProposedModule {
  readonly file: string;
  readonly import?: string;
  readonly scope?: readonly string[];
  readonly why: string;
}

/** Modules, and what is to be said beside them. */
export interface ProposedModules {
  readonly modules: readonly ProposedModule[];
  readonly notes: readonly string[];
}

/** A file that names hosts. */
export interface NamingFile {
  readonly path: string;
  /** A script that takes other modules in by `require`. */
  readonly requires?: true;
}

/** What is known of a tree without a configuration. */
export interface SurveyedTree {
  /** All files of the tree. */
  readonly listed: readonly string[];
  /** Directories with a package.json, from the root (`''`), and whether their files are ES modules. */
  readonly packages: ReadonlyMap<string, boolean>;
}

/** How modules of one language are proposed. */
export interface ModuleProposal {
  /** Where domain modules would stand for the files that name hosts, those of other languages among them. */
  modulesFor(naming: readonly NamingFile[], tree: SurveyedTree): ProposedModules;
  /** The import of a file, where it does not follow from its path. */
  importOf?(file: string): string | undefined;
}
