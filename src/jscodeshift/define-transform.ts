import { isAbsolute, parse, relative, resolve as resolvePath } from 'node:path';
import type { FileInfo, Transform } from 'jscodeshift';
import { moduleProfileOf } from '../../transforms/languages.ts';
import { importable } from '../core/importable.ts';
import { isoDay } from '../core/iso-day.ts';
import { UserError } from '../core/user-error.ts';
import { readRegular } from '../files/regular.ts';
import type { Planner } from '../plan/file-plan.ts';
import { createPlanner } from '../plan/planner.ts';
import { reportFault } from '../report-schema/fault.ts';
import type { Constraint } from '../types/constraint.ts';
import type { Language } from '../types/language.ts';
import type { Report } from '../types/report.ts';

interface Plan {
  readonly report: Report;
  readonly planner: Planner;
  /** Of keys that stay, by path. */
  readonly constraints: ReadonlyMap<string, readonly Constraint[]>;
}

const plans = new Map<string, Plan>();

/**
 * A language as a jscodeshift transform. It takes `--plan=FILE`, the JSON report of a dry run, decides every file itself by the
 * policy in it, and returns the new source, or `undefined` when nothing changes. Throws UserError without a usable plan.
 */
export function defineTransform(language: Language): Transform {
  return (file: FileInfo, _api, options) => {
    const { report, planner, constraints } = planFrom(options.plan);
    const path = relative(report.root, isAbsolute(file.path) ? file.path : resolvePath(file.path)).replaceAll('\\', '/');
    const bom = file.source.startsWith('\ufeff') ? '\ufeff' : '';
    const text = file.source.slice(bom.length);
    const plan = planner.plan({ path, text, encoding: bom ? 'utf8-bom' : 'utf8' }, language, constraints.get(path));
    return plan && plan.output !== text ? bom + plan.output : undefined;
  };
}

function planFrom(file: unknown): Plan {
  if (typeof file !== 'string')
    throw new UserError('The transform needs a plan.', {
      hint: 'Make one with `redomain --format json --output plan.json` and pass `--plan=plan.json`.',
    });
  let plan = plans.get(file);
  if (!plan) {
    const report = readReport(file);
    const imports = new Map(report.files.map((entry) => [entry.path, entry.imports]));
    const lacking = new Map(
      report.findings
        .filter(({ rule }) => rule === 'unimportable-module')
        .map(({ path, reasonDetail }) => [path, reasonDetail?.where ?? '']),
    );
    const planner = createPlanner({
      policy: report.policy,
      unsafe: false,
      today: isoDay(new Date()),
      resolve: (module, source) => {
        const planned = imports.get(source.path)?.find((entry) => entry.module === module.file);
        if (!planned) return { refused: { code: 'not-in-plan' } };
        const evidence = report.modules.find((entry) => entry.file === module.file)?.roots;
        const { specifier, beside } = planned;
        return importable(module, () => ({ file: module.file, specifier, bindings: module.bindings, evidence, beside }));
      },
      unreachable: (_, path) => lacking.get(path),
    });
    plan = { report, planner, constraints: linkedKeysOf(report) };
    plans.set(file, plan);
  }
  return plan;
}

/** The keys that stay, as the report has them. */
function linkedKeysOf({ files }: Report): ReadonlyMap<string, readonly Constraint[]> {
  return new Map(
    files.map(({ path, held = {} }) => [
      path,
      Object.keys(held).map((key) => ({ where: { key }, verdict: 'review', reason: { code: 'linked-key' } }) as const),
    ]),
  );
}

/** Reports of large repositories are large. */
const LARGEST = 1_000_000_000;

function readReport(file: string): Report {
  const full = resolvePath(file);
  const read = readRegular(parse(full).root, full, LARGEST);
  if ('reason' in read) throw new UserError(`The plan ${file} cannot be read: ${read.reason}`);
  let report: unknown;
  try {
    report = JSON.parse(read.toString('utf8'));
  } catch (error) {
    throw new UserError(`The plan ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const fault = reportFault(report) ?? evidenceFault(report as Report);
  if (fault === undefined) return report as Report;
  throw new UserError(`The plan ${file} is no report of redomain: ${fault}.`, {
    hint: 'Make one with `redomain --format json --output plan.json`.',
  });
}

/** The schema of a report leaves open what shows that a module can be imported: its language says what that looks like. */
function evidenceFault({ modules }: Report): string | undefined {
  const index = modules.findIndex(({ language, roots }) => {
    const isEvidence = moduleProfileOf(language)?.isEvidence;
    return roots !== undefined && !isEvidence?.(roots);
  });
  return index < 0 ? undefined : `modules[${index}].roots is not what ${modules[index]!.language} needs`;
}
