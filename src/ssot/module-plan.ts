import type { DomainModule, ModuleReport, Policy } from '../types.ts';
import { type ModuleStatus, moduleStatus } from './drift.ts';
import { pythonRoots } from './resolver.ts';

/** A configured domain module beside what stands on the disk. */
export interface ModulePlan extends ModuleStatus {
  readonly module: DomainModule;
}

/** Compares all domain modules of a policy with their files. Throws UserError as `moduleStatus` does. */
export function planModules(root: string, policy: Policy): ModulePlan[] {
  return policy.modules.map((module) => ({ module, ...moduleStatus(root, module, policy) }));
}

/** How a module appears in the report; `written`: what had drifted has been written. */
export function moduleReport(root: string, { module, status }: ModulePlan, written: boolean): ModuleReport {
  return {
    file: module.file,
    language: module.language,
    status: written && status !== 'current' ? 'written' : status,
    constants: module.bindings.map((binding) => binding.name),
    ...(module.language === 'python' ? { roots: pythonRoots(root, module) } : {}),
  };
}
