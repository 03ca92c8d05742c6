import type { Policy } from '../types/policy.ts';

/** Finds, reads and checks the configuration that holds for `cwd`, and reads the modules that it adopts. Throws UserError as `loadPolicy` does. */
export async function openPolicy(options: {
  cwd: string;
  config?: string | undefined;
}): Promise<{ readonly root: string; readonly policy: Policy }> {
  const { loadPolicy } = await import('../config/load.ts');
  const { root, policy, problems } = loadPolicy(options);
  if (!policy.modules.some(({ adopt }) => adopt)) return { root, policy };
  const { adoptModules } = await import('../ssot/adopt.ts');
  const adopted = await adoptModules(root, policy, problems);
  const error = problems.error();
  if (error) throw error;
  return { root, policy: adopted };
}
