import babylon from 'jscodeshift/parser/babylon.js';
import { remembering } from '../../../src/core/remembering.ts';
import { isTooDeep } from '../../../src/core/too-deep.ts';
import type { SourceFile } from '../../../src/types/source.ts';
import { isNode, list, type Node } from './node.ts';

/** A file as Babel reads it. */
export interface Tree {
  readonly text: string;
  readonly program: Node;
  /** Sorted by position. */
  readonly comments: readonly Node[];
  /** Where its parts may be parsed alone. */
  readonly grammar?: Grammar;
  /** Of a tree that was put together from another one and what was read again. */
  readonly pieced?: Pieced;
}

export interface Grammar {
  readonly plugins: readonly unknown[];
  readonly sourceType: 'module' | 'script';
}

interface Pieced {
  readonly origin: Tree;
  readonly kept: readonly Kept[];
}

/** Statements in a row that are another tree's: their own offsets are those of before. */
export interface Kept {
  /** Of the first in the body, 0-based. */
  readonly at: number;
  /** Of the first in the other tree's body. */
  readonly from: number;
  /** In the other tree's body; the last is not among them. */
  readonly to: number;
  /** What is to be added to their offsets. */
  readonly shift: number;
}

/** Why there is no tree. */
export interface Failure {
  /** `does not parse, line N`, 1-based. */
  readonly failure: string;
}

const PROPOSALS = [
  'decoratorAutoAccessors',
  'doExpressions',
  'explicitResourceManagement',
  'exportDefaultFrom',
  'functionBind',
  'functionSent',
  'throwExpressions',
  ['pipelineOperator', { proposal: 'minimal' }],
];
const LEGACY = 'decorators-legacy';
const MODERN = ['decorators', { allowCallParenthesized: true }];
const FLOW = [['flow', { all: true }], 'flowComments', 'jsx', MODERN];

/** The syntax tree of a file, parsed once; offsets are those of its text. */
export const parse = remembering(parseAny);

/** True when the file parsed. */
export function isTree(tree: Tree | Failure): tree is Tree {
  return 'program' in tree;
}

/** True for files whose syntax is TypeScript's by their name. */
export function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}

function parseAny(file: SourceFile): Tree | Failure {
  let failure: Failure | undefined;
  const grammars = grammarsOf(file);
  for (const grammar of grammars) {
    try {
      const tree = parseAs(file.text, grammar);
      // Flow's grammar hangs on the first comment.
      return grammar === grammars[0] && grammar.plugins !== FLOW ? { ...tree, grammar } : tree;
    } catch (error) {
      if (isTooDeep(error)) throw error;
      failure ??= { failure: `does not parse, line ${lineOf(error)}` };
    }
  }
  return failure!;
}

/** The grammars to try, likeliest first. */
function grammarsOf(file: SourceFile): Grammar[] {
  if (isTypeScript(file.path)) {
    const base = file.path.endsWith('.tsx') ? ['typescript', 'jsx'] : ['typescript'];
    const all = [LEGACY, MODERN].map((decorators) => [...base, decorators]);
    return [...all.map((plugins) => ({ plugins, sourceType: 'module' as const })), { plugins: all[0]!, sourceType: 'script' }];
  }
  const plain = [
    ['jsx', MODERN],
    ['jsx', LEGACY],
  ];
  const typed = [FLOW, ['jsx', 'typescript', LEGACY]];
  const all = /@flow\b/.test(file.text.slice(0, 2000)) ? [FLOW, ...plain, ...typed] : [...plain, ...typed];
  return [...all.map((plugins) => ({ plugins, sourceType: 'module' as const })), { plugins: plain[0]!, sourceType: 'script' }];
}

/** The tree of a text that begins at an offset of its file. Throws where it does not parse. */
export function parseAs(text: string, { plugins, sourceType }: Grammar, startIndex = 0): Tree {
  const options = {
    sourceType,
    ...(startIndex > 0 ? { startIndex } : {}),
    plugins: [...plugins, ...PROPOSALS],
    allowImportExportEverywhere: true,
    allowReturnOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    attachComment: false,
  };
  const root = babylon(options).parse(text) as Node;
  const program = root.program;
  if (!isNode(program)) throw new SyntaxError('no program');
  return { text, program, comments: list(root, 'comments') };
}

function lineOf(error: unknown): number {
  return (error as { loc?: { line?: number } }).loc?.line ?? 1;
}
