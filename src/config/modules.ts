import path from 'node:path';
import { exampleExtensions, moduleExtensions, moduleKindOf } from '../../transforms/languages.ts';
import { faultOfGlob } from '../core/glob/glob.ts';
import type { Binding, DomainModule, Policy } from '../types/policy.ts';
import type { ModuleProfile } from '../types/profile.ts';
import { adoptionOf } from './adoption.ts';
import type { Path } from './locate.ts';
import { type Problems, show } from './problems.ts';
import type { Configuration, ModuleConfiguration } from './schema.ts';

/** The domain modules of a configuration. Those that are written export the same constants; those that are adopted have still to be read. */
export function parseModules(
  written: readonly ModuleConfiguration[],
  bindings: readonly Binding[],
  problems: Problems,
): DomainModule[] {
  const files = new Map<string, number>();
  return written.flatMap((entry, index): DomainModule[] => {
    const at: Path = ['modules', index];
    const file = insideRoot(entry.file, [...at, 'file'], problems);
    if (file === undefined) return [];
    const before = files.get(file);
    if (before !== undefined) {
      problems.add(
        [...at, 'file'],
        `${show(file)} is written already (${problems.where(['modules', before, 'file'])}); name another file`,
      );
      return [];
    }
    files.set(file, index);
    const kind = moduleKindOf(file);
    if (!kind) {
      problems.add(
        [...at, 'file'],
        `${show(file)} is of no language that redomain writes; end it with ${moduleExtensions().join(', ')}, .json or .env`,
      );
      return [];
    }
    if ('data' in kind) {
      reportImporters(entry, at, problems);
      return [{ file, language: kind.data, scope: [], bindings }];
    }
    const specifier = specifierOf(kind.module, entry.import, file, at, problems);
    const scope = entry.scope ? cleanGlobs(entry.scope, [...at, 'scope'], problems) : kind.scope;
    const adopt = adoptionOf(entry, bindings, at, problems);
    const exported = adopt ? { bindings: [], adopt } : { bindings };
    return [{ file, language: kind.language, ...(specifier ? { import: specifier } : {}), scope, ...exported }];
  });
}

/** Data has no importers: what says who they are or how they import it, and from what constants, has no meaning there. */
function reportImporters(entry: ModuleConfiguration, at: Path, problems: Problems): void {
  for (const key of ['import', 'scope', 'adopt', 'symbols'] as const) {
    if (entry[key] === undefined) continue;
    const mend = `leave the key out, or name a ${exampleExtensions()} file`;
    problems.add([...at, key], `has no meaning for ${show(entry.file)}, which no file imports; ${mend}`, 'key');
  }
}

function insideRoot(written: string, at: Path, problems: Problems): string | undefined {
  const file = path.posix.normalize(written.replace(/^\.\//, ''));
  const fault =
    written === '' || file === '.' || file.endsWith('/')
      ? 'is not a file; write e.g. shared/domains.py'
      : written.includes('\\')
        ? 'holds a backslash; write / between directories'
        : /^(?:[\\/~]|[A-Za-z]:)/.test(written) || file === '..' || file.startsWith('../')
          ? 'is outside the directory of the configuration; write a path below it'
          : /^\.(?:git|redomain)(?:\/|$)/.test(file)
            ? 'is in a directory that is never scanned; write e.g. shared/domains.py'
            : undefined;
  if (fault) problems.add(at, `${show(written)} ${fault}`);
  return fault ? undefined : file;
}

function specifierOf(
  module: ModuleProfile,
  written: string | undefined,
  file: string,
  at: Path,
  problems: Problems,
): string | undefined {
  const said = module.specifierOf(written, file);
  if (!('fault' in said)) return said.specifier;
  problems.add([...at, said.key], `${show(written ?? file)} ${said.fault}`);
  return undefined;
}

/** The exceptions by file and by reason. */
export function parseDeliver(written: NonNullable<Configuration['deliver']>, problems: Problems): Policy['deliver'] {
  return written.flatMap(({ files, reason, as }, index): Policy['deliver'] => {
    const at = ['deliver', index];
    const clean = files && cleanGlobs(files, [...at, 'files'], problems);
    if (reason !== undefined) {
      if (as === 'literal' || as === 'keep') return [{ reason, files: clean, as }];
      problems.add([...at, 'as'], `${show(as)} is for files; with a reason write literal or keep`);
    } else if (clean) return [{ files: clean, as }];
    else problems.add(at, 'names neither files nor a reason');
    return [];
  });
}

function cleanGlobs(globs: readonly string[], at: Path, problems: Problems): string[] {
  return globs.map((glob, index) => {
    const clean = glob.replace(/^(?:\.\/)+/, '');
    const fault =
      clean === ''
        ? 'is empty; write e.g. docs/**'
        : clean.startsWith('!')
          ? 'is negated; name the files that are meant (in deliver, an earlier entry wins)'
          : /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(clean)
            ? 'leads outside the directory of the configuration; write it relative to that'
            : faultOfSize(clean);
    if (fault) problems.add([...at, index], `${show(glob)} ${fault}`);
    return clean.endsWith('/') ? `${clean}**` : clean;
  });
}

/** Longer or more branching than what can be compared with every path in reasonable time. */
function faultOfSize(glob: string): string | undefined {
  if (glob.length > 1000) return 'is longer than 1,000 characters; write several globs';
  if (/[+*]\(/.test(glob)) return 'repeats a group with +( or *(, which may take forever to compare; write several globs';
  const fault = faultOfGlob(glob);
  if (fault !== undefined) return `${fault}; write it with *, ** and {a,b}`;
  const steps = glob.split('/');
  if (steps.filter((step) => step.includes('**')).length > 3) return 'holds ** more than three times; write it with less';
  const stars = (step: string): number => step.match(/\*+|!\(/g)?.length ?? 0;
  return steps.some((step) => stars(step) > 4) ? 'holds more than four * between two slashes; write several globs' : undefined;
}
