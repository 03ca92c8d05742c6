import { moduleCodeOf } from '../../transforms/languages.ts';
import { regularFiles } from '../files/regular.ts';
import type { DomainModule, Policy } from '../types/policy.ts';
import type { ModuleReport } from '../types/report.ts';
import { adoptedStatus, type ModuleStatus, moduleStatus } from './drift.ts';

/** A configured domain module beside what stands on the disk. */
export interface ModulePlan extends ModuleStatus {
  readonly module: DomainModule;
  /** What shows at the moment that files can import it; absent where its language needs nothing shown. */
  readonly evidence?: (() => unknown) | undefined;
}

/** Compares all domain modules of a policy with their files. Throws UserError as `moduleStatus` does. */
export async function planModules(root: string, policy: Policy): Promise<ModulePlan[]> {
  return (await modulePlanner(policy))(root);
}

/** Loads what writes the modules of a policy, and gives what compares them with their files at a root. */
export async function modulePlanner(policy: Policy): Promise<(root: string) => ModulePlan[]> {
  const codes = await Promise.all(policy.modules.map(({ language }) => moduleCodeOf(language)));
  return (root) =>
    policy.modules.map((module, index) => {
      const code = codes[index]!;
      const status = module.adopted ? adoptedStatus(root, module, module.adopted) : moduleStatus(root, code, module, policy);
      const evidence = code.evidenceOf && (() => code.evidenceOf!(root, module, regularFiles(root)));
      return { module, ...status, evidence };
    });
}

/** Whether a module is to be written. */
export function isStale({ status }: ModulePlan): boolean {
  return status === 'absent' || status === 'differs';
}

/** How a module appears in the report; `written`: what had drifted has been written. */
export function moduleReport(plan: ModulePlan, written: boolean): ModuleReport {
  const { module, status, evidence } = plan;
  return {
    file: module.file,
    language: module.language,
    status: written && isStale(plan) ? 'written' : status,
    constants: [...new Set(module.bindings.map((binding) => binding.name))],
    ...(module.adopted ? { adopted: module.adopted } : {}),
    ...(evidence ? { roots: evidence() } : {}),
  };
}
