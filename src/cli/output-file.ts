import path from 'node:path';
import { moduleProfileOf } from '../../transforms/languages.ts';
import { searchConfig } from '../config/find.ts';
import { compileScope } from '../core/scope.ts';
import { UserError } from '../core/user-error.ts';
import { BASELINE } from '../files/baseline-file.ts';
import { isTracked } from '../files/git-files.ts';
import { destinationOf, isSameFile, linkOnTheWay, stepsBelow } from '../files/linked.ts';
import { isDevice, openReportFile, type Sink } from '../files/report-file.ts';
import { ensureReports } from '../files/reports-directory.ts';
import type { Policy } from '../types/policy.ts';

/** What a command reads that writes its report into a file. Paths are relative to `cwd`. */
export interface Reading {
  readonly cwd: string;
  readonly config?: string;
  readonly baseline?: string;
  readonly filesFrom?: string;
  readonly reports?: readonly string[];
}

interface Configured {
  readonly root: string;
  readonly configPath: string;
  readonly policy?: Policy;
}

/**
 * Opens a file (absolute) for a report. Throws UserError, with nothing done, for a file that redomain reads or scans, for one behind a symbolic
 * link of the repository, and for one that cannot be written.
 */
export async function openOutput(output: string, reading: Reading): Promise<Sink> {
  if (isDevice(output)) return openReportFile(output);
  const configured = await configurationOf(reading);
  const root = configured?.root ?? reading.cwd;
  const link = linkOnTheWay(root, output);
  if (link !== undefined)
    throw new UserError('--output leads through a symbolic link of the repository', {
      hint: 'name a file that no link leads to, or one outside of the repository',
      location: link,
    });
  const read = inputsOf(root, configured, reading).find(([file]) => isSameFile(file, output));
  if (read) throw new UserError(`--output names ${read[1]}`, { hint: 'name another file with --output', location: output });
  const target = destinationOf(output);
  await refuseScanned(root, target, configured?.policy);
  ensureReports(root, target);
  return openReportFile(target);
}

/** The configuration that holds, if there is one; what is wrong with it the command itself says. */
async function configurationOf({ cwd, config }: Reading): Promise<Configured | undefined> {
  const named = config === undefined ? undefined : path.resolve(cwd, config);
  let configPath = named;
  try {
    configPath ??= searchConfig(cwd)?.configPath;
    if (configPath === undefined) return undefined;
    const { loadPolicy } = await import('../config/load.ts');
    const { root, policy } = loadPolicy({ cwd, config: configPath });
    return { root, configPath, policy };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return configPath === undefined ? undefined : { root: path.dirname(configPath), configPath };
  }
}

function inputsOf(root: string, configured: Configured | undefined, reading: Reading): [string, string][] {
  const { cwd, baseline, filesFrom, reports = [] } = reading;
  const { modules = [], certificates = [] } = configured?.policy ?? {};
  return [
    ...(configured ? [[configured.configPath, 'the configuration'] as [string, string]] : []),
    [path.join(root, BASELINE), 'the baseline'],
    ...named(cwd, baseline, 'the baseline'),
    ...named(cwd, filesFrom === '-' ? undefined : filesFrom, 'the list of files'),
    ...modules.flatMap(({ file }) => named(root, file, 'a domain module')),
    ...certificates.flatMap(({ file }) => named(root, file, 'the file of a certificate')),
    ...reports.flatMap((report) => named(cwd, report, 'one of the reports that are to be merged')),
  ];
}

function named(directory: string, file: string | undefined, what: string): [string, string][] {
  return file === undefined ? [] : [[path.resolve(directory, file), what]];
}

async function refuseScanned(root: string, target: string, policy: Policy | undefined): Promise<void> {
  const steps = stepsBelow(destinationOf(root), target);
  const file = steps?.join('/');
  if (file === undefined || !(await isTracked(root, file)) || (policy && compileScope(policy, moduleProfileOf).ignores(file)))
    return;
  throw new UserError(`--output names ${file}, which git tracks and redomain scans`, {
    hint: 'name a file that git does not track, or have the configuration ignore it: deliver: [{ files: [FILE], as: ignore }]',
    location: target,
  });
}
