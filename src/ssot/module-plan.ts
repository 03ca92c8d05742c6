import type { DomainModule, Policy } from '../types/policy.ts';
import type { ModuleReport } from '../types/report.ts';
import { adoptedStatus, type ModuleStatus, moduleStatus } from './drift.ts';
import { pythonRoots } from './resolver.ts';

/** A configured domain module beside what stands on the disk. */
export interface ModulePlan extends ModuleStatus {
  readonly module: DomainModule;
}

/** Compares all domain modules of a policy with their files. Throws UserError as `moduleStatus` does. */
export function planModules(root: string, policy: Policy): ModulePlan[] {
  return policy.modules.map((module) => ({
    module,
    ...(module.adopted ? adoptedStatus(root, module, module.adopted) : moduleStatus(root, module, policy)),
  }));
}

/** Whether a module is to be written. */
export function isStale({ status }: ModulePlan): boolean {
  return status === 'absent' || status === 'differs';
}

/** How a module appears in the report; `written`: what had drifted has been written. */
export function moduleReport(root: string, plan: ModulePlan, written: boolean): ModuleReport {
  const { module, status } = plan;
  return {
    file: module.file,
    language: module.language,
    status: written && isStale(plan) ? 'written' : status,
    constants: [...new Set(module.bindings.map((binding) => binding.name))],
    ...(module.adopted ? { adopted: module.adopted } : {}),
    ...(module.language === 'python' ? { roots: pythonRoots(root, module) } : {}),
  };
}
