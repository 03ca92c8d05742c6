import * as drift from '../src/ssot/drift.ts';
import * as generate from '../src/ssot/generate.ts';
import * as style from '../src/ssot/style-of.ts';
import type { ModuleCode, Style } from '../src/types/module.ts';
import type { DomainModule, Policy } from '../src/types/policy.ts';
import { moduleCodeOf } from '../transforms/languages.ts';

/** What is done with modules, with the code of their languages loaded. */

const NAMES = ['python', 'typescript', 'json', 'dotenv'];
const codes = new Map(await Promise.all(NAMES.map(async (name) => [name, await moduleCodeOf(name)] as const)));

function codeOf({ language }: DomainModule): ModuleCode {
  return codes.get(language)!;
}

export function generateModule(module: DomainModule, policy: Policy): string {
  return generate.generateModule(codeOf(module), module, policy);
}

export function moduleStatus(root: string, module: DomainModule, policy: Policy): drift.ModuleStatus {
  return drift.moduleStatus(root, codeOf(module), module, policy);
}

export function styleOf(root: string, module: DomainModule): Style {
  return style.styleOf(root, module.file, codeOf(module));
}
