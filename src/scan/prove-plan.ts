import type { ModulePlan } from '../ssot/module-plan.ts';
import { holdLinkedKeys } from './linked-keys.ts';
import { type Batch, createScanner, type Scanner, type ScanOptions } from './scan.ts';
import { proveTypes } from './type-proof.ts';

/** Settles what hangs on other files: keys that move together, and the types of the project. */
export async function provePlan(options: ScanOptions, modules: readonly ModulePlan[], batch: Batch): Promise<Batch> {
  let scanner: Scanner | undefined;
  // Most plans settle without being made again.
  const replan: Scanner['replan'] = (planned, constraints) => {
    scanner ??= createScanner(options);
    return scanner.replan(planned, constraints);
  };
  const linked = await holdLinkedKeys(replan, { batch, constraints: options.constraints ?? new Map() });
  return proveTypes(options, replan, modules, linked);
}
