import { moduleProfileOf } from '../../transforms/languages.ts';
import { isTooDeep } from '../core/too-deep.ts';
import type { Language } from '../types/language.ts';
import type { DomainModule } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { SourceFile } from '../types/source.ts';
import type { ModuleResolver } from './change.ts';
import type { Remark } from './findings.ts';

/** The import of a module that is missing where the file is packaged; `reason` says where. Throws for what a file contains only what `isTooDeep` names. */
export function lackingImport(
  file: SourceFile,
  language: Language,
  module: DomainModule,
  resolve: ModuleResolver,
  reason: Reason,
): Remark | undefined {
  if (!file.text.includes(wordOf(module))) return undefined;
  try {
    const offered = resolve(module, file);
    const span = 'refused' in offered ? undefined : language.write?.importOf?.(file, offered.reference());
    if (!span) return undefined;
    return {
      rule: 'unimportable-module',
      at: span.start,
      text: file.text.slice(span.start, span.end),
      context: 'import',
      reason,
    };
  } catch (error) {
    if (isTooDeep(error)) throw error;
    return undefined;
  }
}

/** The word that stands in every text that imports the module. */
export function wordOf({ file, language }: DomainModule): string {
  const segments = file.split('/');
  const stem = segments.at(-1)!.replace(/\.\w+$/, '');
  return stem === moduleProfileOf(language)?.folderStem ? (segments.at(-2) ?? '.') : stem;
}
