/** The nouns of redomain. This file imports nothing. All offsets are UTF-16 code units into `SourceFile.text`; ends are exclusive. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A replacement of `text.slice(start, end)` of the original text; edits of one file are sorted and disjoint. */
export interface Edit extends Span {
  readonly text: string;
}

/** How the bytes of a file became text. `latin1` stands for every 8-bit text that is not UTF-8; it round-trips byte for byte. */
export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be' | 'latin1';

/** One file as it was read. `path` is relative to the root, with `/`; `text` is without the byte order mark. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** Why the bytes may say something else than `text`: a lower-case noun phrase. Nothing in the file is then edited. */
  readonly doubt?: string | undefined;
}

// --- policy: the configuration, resolved. Plain JSON: it crosses worker and process boundaries. ---
/** A host with what may stand around it. `host` is lower case, ASCII (punycode); patterns hold `*` (in one label) or `**` (one or more labels). */
export interface Address {
  readonly scheme?: string;
  readonly host: string;
  readonly port?: string;
  /** With a leading and without a trailing slash. */
  readonly path?: string;
}

/** A named endpoint in one environment. */
export interface Service {
  /** `environment.name`, unique. */
  readonly key: string;
  readonly environment: string;
  readonly name: string;
  readonly canonical: Address;
  /** `safe`: any string that is this host and nothing else may change. */
  readonly bare?: 'safe';
}

/** A retired host or a rename, with what takes its place. Entries are sorted by precedence: the first that matches wins. */
export interface Entry {
  readonly from: Address;
  /** Where `from.host` has wildcards and `to.host` has as many, the matched text carries over. */
  readonly to: Address;
  /** Key of the service; absent for a rename. */
  readonly service?: string;
}

/** One exported constant of a domain module. */
export interface Binding {
  /** The exported name; in an adopted module the expression that reaches the value from one: `DOMAINS["API_URL"]`, `DOMAINS.staging.api`. */
  readonly name: string;
  readonly value: string;
  /** Key of the service. */
  readonly service: string;
  readonly part: 'host' | 'url' | 'ws';
}

/** The languages whose files import a domain module. */
export type ImportingLanguage = 'python' | 'typescript';

/** A domain module as configured. */
export interface DomainModule {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** `json` and `dotenv` hold data: no file imports them. */
  readonly language: ImportingLanguage | 'json' | 'dotenv';
  /** The specifier to import it by, when the configuration names one. */
  readonly import?: string;
  /** Globs, relative to the root, of the files that may import it. */
  readonly scope: readonly string[];
  /** Of an adopted module, what was found in it. */
  readonly bindings: readonly Binding[];
  readonly adopt?: Adopt;
  readonly adopted?: Adopted;
}

/** What the configuration says of a module that is the team's own: it is read, never written. */
export interface Adopt {
  /** The canonical values that its symbols are looked through for; their names are of no use. */
  readonly values: readonly Binding[];
  /** By `environment.service.part`: the expression to use. */
  readonly symbols: Readonly<Record<string, string>>;
}

/** What reading an adopted module has found beside its bindings. */
export interface Adopted {
  /** The project files that it imports, directly or not, relative to the root: they cannot import it. */
  readonly imports: readonly string[];
  /** Services that no symbol serves: neither their address nor, where that has no path, their host. */
  readonly unserved: readonly { readonly service: string; readonly value: string }[];
  /** `environment.service.part` that no symbol holds although the service is served. */
  readonly lacking: readonly string[];
  /** Values that several symbols hold, where no entry of `symbols` says which is meant. */
  readonly ties: readonly { readonly key: string; readonly taken: string; readonly others: readonly string[] }[];
  /** Symbols whose value an environment variable may replace, used as `symbols` names them. */
  readonly replaceable: readonly { readonly symbol: string; readonly line: number; readonly variable: string }[];
  /** What is exported and cannot be known without running the module. Lines are 1-based. */
  readonly unread: readonly { readonly symbol: string; readonly line: number; readonly reason: string }[];
}

/** What TLS covers: the names that the configuration states, or those of a certificate whose file it names. */
export interface Certificate {
  /** As the configuration writes it, relative to the root; absent for stated names. */
  readonly file?: string;
  /** DNS names, lower case, ASCII, `*.` for a wildcard; and IP addresses. */
  readonly names: readonly string[];
  /** First and last day of a file's certificate, as `YYYY-MM-DD` in UTC. */
  readonly validity?: { readonly from: string; readonly until: string };
}

/** How a domain module finds out, at run time, in which environment a program is. */
export interface Detection {
  /** Environment variables, in the order in which they are asked; the first that is set counts. */
  readonly variables: readonly string[];
  /** What a variable may hold, in lower case, with the environment that it names: the environments themselves, then the aliases. */
  readonly accepted: readonly (readonly [value: string, environment: string])[];
  /** The environment where no variable is set; without it that is an error. */
  readonly default?: string;
  /** Names of services, each with the variable that gives it another address; empty where none may. */
  readonly overrides: readonly (readonly [service: string, variable: string])[];
}

export type Delivery = 'reference' | 'literal' | 'keep' | 'ignore';
export type Severity = 'error' | 'warn' | 'off';

export interface Policy {
  /** Registrable domains that are governed as a whole; lower case, ASCII. */
  readonly apex: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly services: readonly Service[];
  readonly entries: readonly Entry[];
  readonly modules: readonly DomainModule[];
  readonly detect?: Detection;
  readonly deliver: readonly { readonly files: readonly string[]; readonly as: Delivery }[];
  readonly emails: 'keep' | 'literal' | 'reference' | 'review';
  readonly rules: Readonly<Partial<Record<RuleName, Severity>>>;
  /** The configuration's own file, relative to the root: it names the retired hosts and is never rewritten. */
  readonly configFile: string;
}

// --- what a language answers ---

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
  /** Why no name can stand here: a lower-case noun phrase. The text is then delivered as a literal. */
  readonly blocked?: string;
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

/** A domain module as one file imports it. */
export interface ModuleRef {
  readonly file: string;
  readonly specifier: string;
  readonly bindings: readonly Binding[];
  /** What shows that a Python file can import from the root. Absent: taken as given. */
  readonly roots?: PythonRoots;
  /** Names of `roots.packages` that also stand beside the importing file, and so show nothing of the root. */
  readonly beside?: readonly string[];
}

/** What can be imported from the root of the repository, and whether pytest puts the root on the search path. */
export interface PythonRoots {
  readonly packages: readonly string[];
  readonly pytest: boolean;
  /** The folders that pytest searches when it is given none, from the root; absent: all. */
  readonly testPaths?: readonly string[];
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
  readonly refused: ReadonlyMap<Literal, string>;
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

export interface Language {
  readonly name: string;
  /** The language of the domain modules that its files import, where that is not its own. */
  readonly imports?: ImportingLanguage;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** Why a program reads a file otherwise than as its `text`, as `SourceFile.doubt`. */
  doubtOf?(file: SourceFile): string | undefined;
  /** `hits` are sorted; each literal of the answer holds one or more of them, and every hit lies in at most one body. A hit in none is code. `constants` are the names under which the file may know the domain module's: they label nothing beside them. */
  read(file: SourceFile, hits: readonly Span[], constants?: ReadonlySet<string>): Reading;
  /** The same answer as `read` for a file that parses, from less than the whole of it and many times as fast; `undefined` where that is not certain. Nothing is bound or rendered by it. */
  glance?(file: SourceFile, hits: readonly Span[], constants?: ReadonlySet<string>): Reading | undefined;
  readonly write?: {
    /** Finds how each placement reaches its constant. Pure: called again with fewer placements after a refusal. */
    bind(file: SourceFile, placements: readonly Placement[], module: ModuleRef): Bound;
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

export type RuleName =
  | 'retired-host'
  | 'hard-coded-host'
  | 'unknown-host'
  | 'needs-review'
  | 'module-drift'
  | 'uncovered-host'
  | 'unimportable-module'
  | 'bad-suppression';
