import type { Binding } from './policy.ts';
import type { Reason } from './reason.ts';
import type { Edit, SourceFile, Span } from './source.ts';

/** What a language is asked, and what it answers. */

/** What a text is for, where that alone decides that only a person may change it. */
export type Use =
  /** A regular expression, or the argument of a call that takes one. */
  | 'pattern'
  /** Part of a text is tested: `startswith`, `endswith`, `in`, `includes`. */
  | 'affix'
  /** The text must not be there: `!=`, `not in`, `assertNotEqual`, `.not.toBe`. */
  | 'negated'
  /** Search text or replacement of a `replace`. */
  | 'replaced'
  /** A type made of the text itself: `Literal["…"]`. */
  | 'type'
  /** What a program printed, kept with the file. */
  | 'record';

/** A place where text stands, and holds at least one hit. */
export interface Literal {
  /** The whole token or expression, with prefix and quotes. */
  readonly span: Span;
  /** The text between the quotes. */
  readonly body: Span;
  readonly kind: 'string' | 'bytes' | 'comment' | 'docstring' | 'prose';
  /** Why no name can stand here. The text is then delivered as a literal. */
  readonly blocked?: Reason | undefined;
  readonly use?: Use;
  /** The names that say what the text is, nearest first: dictionary key, keyword argument, variable, attribute, called function. */
  readonly labels: readonly string[];
  /** Dotted names of the enclosing definitions, outermost first; empty at the top level. */
  readonly scope: string;
  /** An unknown text stands directly before the body: a concatenation, or an adjacent literal. */
  readonly joined?: boolean;
  /** A text stands directly behind the body that may go on with a host at its end: an adjacent literal. */
  readonly continued?: boolean;
  /** Text that the program shows to people: a bare host in it is no name of anything. */
  readonly shown?: boolean;
  /** The same object for all texts that are parts of one text, with expressions or elements between them. Absent: the text is whole. */
  readonly whole?: object;
  /** Parts that are keys: of data, of a lookup, or messages that are translated. What they are a key to may stand in another file. */
  readonly keys?: readonly Span[];
  /** For the language that made it; core does not look. */
  readonly form?: unknown;
}

/** How literals of one file bear on each other. */
export interface Relation {
  readonly kind: /** Keys of one dictionary, set, object, switch or match, or the ids of one parametrization: they must stay distinct. */
    | 'keys'
    /** Parts of one expression that stand for each other: key and value, operands, arguments of one call, items of one list. */
    | 'alternatives'
    /** Both sides of an equality: what becomes of one becomes of the other. */
    | 'compared';
  readonly members: readonly Literal[];
  /** Of each member the part that counts; absent: the whole body. */
  readonly parts?: readonly Span[];
}

export interface Reading {
  readonly literals: readonly Literal[];
  readonly relations: readonly Relation[];
  /** Why the file could not be parsed, with the 1-based line. `literals` then holds what is certain. */
  readonly failure?: string;
}

/** A domain module as one file imports it. Plain data. */
export interface ModuleRef {
  readonly file: string;
  readonly specifier: string;
  readonly bindings: readonly Binding[];
  /** What shows, for the whole tree, that files can import the module: `evidenceOf` of its language, which alone looks into it. Absent: taken as given. */
  readonly evidence?: unknown;
  /** Names in the evidence that also stand beside the importing file, and so show nothing of the module. */
  readonly beside?: readonly string[] | undefined;
}

/** A domain module that a file may import. How it does takes time to find out: it is asked for where something is to be imported. */
export interface Importable {
  /** Of the module, relative to the root, with `/`. */
  readonly file: string;
  /** The same object each time. */
  reference(): ModuleRef;
}

/** A place where a constant is to stand: `span` (within the literal's body, or all of it) has the constant's value once the hosts are mapped. */
export interface Placement {
  readonly literal: Literal;
  readonly span: Span;
  readonly binding: Binding;
}

/** What `bind` found: the edits that import what is needed, and under which expression each placement reaches its constant. */
export interface Bound {
  readonly edits: readonly Edit[];
  readonly names: ReadonlyMap<Placement, string>;
  /** Literals that cannot take a name after all, with the reason; nothing is imported for them. */
  readonly refused: ReadonlyMap<Literal, Reason>;
}

/** A program as the flat list of its tokens: texts by value, constants of the domain module folded into the texts around them, comments as they stand. */
export interface Outline {
  /** Count of syntax errors, among them what only the newest versions of the language take. */
  readonly errors: number;
  readonly items: readonly string[];
  /** Imported names of the domain module that nothing refers to. */
  readonly unused: readonly string[];
  /** The statements that import the domain module, in order. */
  readonly imports: readonly Span[];
}

/** The file that another one was made of, with the edits that made it. */
export interface Origin {
  readonly file: SourceFile;
  readonly edits: readonly Edit[];
  /** Of another text made of the same file, whose outline this one's is compared with: what neither touches need not be spelt out. */
  readonly others?: readonly Edit[];
}

/** What reads and writes the files of a language; its `LanguageProfile` says the rest. */
export interface Language {
  readonly name: string;
  /** Why a program reads a file otherwise than as its `text`, as `SourceFile.doubt`. */
  doubtOf?(file: SourceFile): Reason | undefined;
  /** `hits` are sorted; each literal of the answer holds one or more of them, and every hit lies in at most one body. A hit in none is code. `constants` are the names under which the file may know the domain module's: they label nothing beside them. */
  read(file: SourceFile, hits: readonly Span[], constants?: ReadonlySet<string>): Reading;
  /** The same answer as `read` for a file that parses, from less than the whole of it and many times as fast; `undefined` where that is not certain. Nothing is bound or rendered by it. */
  glance?(file: SourceFile, hits: readonly Span[], constants?: ReadonlySet<string>): Reading | undefined;
  readonly write?: {
    /** Finds how each placement reaches its constant. Pure: called again with fewer placements after a refusal. */
    bind(file: SourceFile, placements: readonly Placement[], module: Importable): Bound;
    /** The edits that put the named constants into one literal. `fills` are the literal's, sorted. Never touches text outside `literal.span` except to keep two words apart. */
    render(file: SourceFile, literal: Literal, fills: readonly { readonly span: Span; readonly name: string }[]): readonly Edit[];
    /** Where the file imports the module so that it fails where the module is missing: the statement. */
    importOf?(file: SourceFile, module: ModuleRef): Span | undefined;
    /** Independent of `bind` and `render`: a name is folded only when it is imported once, at module level, before its first use, and bound nowhere else. With an origin, what was parsed of it may be used again. */
    outline(file: SourceFile, module: ModuleRef, origin?: Origin): Outline;
    /** Whether it is certain, at a fraction of the cost of `read`, that `read` and `bind` leave no name at any of the hits, and that no text with a hit at its beginning is `joined`. `module` gives `undefined` where the file cannot import it. */
    excludes?(file: SourceFile, hits: readonly Span[], module: () => ModuleRef | undefined): boolean;
  };
}
