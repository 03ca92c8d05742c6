import { posix } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { nestsTooDeep } from '../../core/nesting.ts';
import type { ListedTree } from '../../types/tree.ts';
import { buildOf, buildsIn } from './command-line.ts';
import type { Build } from './context.ts';

const COMPOSE = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/i;
const PIPELINE =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/.*|\.gitlab-ci|\.circleci\/config|azure-pipelines[^/]*|bitbucket-pipelines|[^/]*cloudbuild[^/]*|skaffold[^/]*|Taskfile)\.ya?ml$/i;
const SCRIPT = /(?:^|\/)(?:[^/]*\.(?:sh|bash|mk|ps1|bat|cmd)|Makefile|GNUmakefile|justfile|Jenkinsfile[^/]*|package\.json)$/i;

/** Every build of an image that compose files, pipelines and scripts of a tree name. */
export function buildsOf(tree: ListedTree): Build[] {
  return tree.files.flatMap((path) => {
    const isYaml = COMPOSE.test(path) || PIPELINE.test(path);
    if (!isYaml && !SCRIPT.test(path)) return [];
    const text = tree.read(path);
    if (!/\bbuild|dockerfile|\bbud\b/i.test(text)) return [];
    const folder = posix.dirname(path);
    const written = isYaml ? yamlBuilds(text, COMPOSE.test(path)) : buildsIn(text);
    const roots = COMPOSE.test(path) ? [folder] : ['.', folder];
    return written.flatMap((build) => roots.flatMap((root) => below(root, build)));
  });
}

function below(root: string, { dockerfile, context }: Build): Build[] {
  const at = (path: string): string => posix.join(root, path).replace(/\/$/, '').replace(/^\.$/, '');
  const build = { dockerfile: at(dockerfile), context: at(context) };
  return build.context.startsWith('..') || build.dockerfile.startsWith('..') ? [] : [build];
}

function yamlBuilds(text: string, isCompose: boolean): Build[] {
  if (nestsTooDeep(text)) return [];
  try {
    return parseAllDocuments(text).flatMap((document) => buildsAt(document.toJS({ maxAliasCount: 100 }), isCompose));
  } catch {
    return [];
  }
}

/** Compose has the Dockerfile relative to the context; the actions of pipelines have both relative to where they run. */
function buildsAt(value: unknown, isCompose: boolean): Build[] {
  if (typeof value === 'string') return buildsIn(value);
  if (Array.isArray(value)) {
    if (!value.every((item) => typeof item === 'string')) return value.flatMap((item) => buildsAt(item, isCompose));
    const words = value as string[];
    const isArguments = words[0] === 'build' || words.some((word) => word.startsWith('--dockerfile='));
    const build = isArguments
      ? buildOf(
          words[0] === 'build' ? words.slice(1) : words.some((word) => word.startsWith('--context')) ? words : [...words, '.'],
        )
      : undefined;
    return build ? [build] : words.flatMap((word) => buildsIn(word));
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const own = mappedBuild(fields, isCompose);
  return [...own, ...Object.values(fields).flatMap((item) => buildsAt(item, isCompose))];
}

function mappedBuild(fields: Readonly<Record<string, unknown>>, isCompose: boolean): Build[] {
  const { build, context } = fields;
  if (isCompose && typeof build === 'string' && isPath(build)) {
    return [{ dockerfile: posix.join(build, 'Dockerfile'), context: build }];
  }
  if (typeof context !== 'string' || !isPath(context)) return [];
  const file = fields.dockerfile ?? fields.file ?? 'Dockerfile';
  if (typeof file !== 'string' || !isPath(file)) return [];
  const isRelative = isCompose || !('file' in fields);
  return [{ dockerfile: isRelative && !posix.isAbsolute(file) ? posix.join(context, file) : file, context }];
}

function isPath(text: string): boolean {
  return !/[${}<>]|:\/\/|^\w+@/.test(text);
}
