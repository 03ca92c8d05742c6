import type { Reason, ReasonCode } from '../types/reason.ts';
import { otherName } from './bare/other-name.ts';
import { unclearName } from './bare/unclear-name.ts';
import { unlabelledHost } from './bare/unlabelled-host.ts';
import { websocketHost } from './bare/websocket-host.ts';
import { adoptedModule } from './file/adopted-module.ts';
import { configurationFile } from './file/configuration-file.ts';
import { contradictedEncoding } from './file/contradicted-encoding.ts';
import { heldBack } from './file/held-back.ts';
import { invalidEncoding } from './file/invalid-encoding.ts';
import { lockFile } from './file/lock-file.ts';
import { minifiedFile } from './file/minified-file.ts';
import { missingEncoding } from './file/missing-encoding.ts';
import { nestedTooDeeply } from './file/nested-too-deeply.ts';
import { notProven } from './file/not-proven.ts';
import { notWritten } from './file/not-written.ts';
import { outsideText } from './file/outside-text.ts';
import { pythonUtf16 } from './file/python-utf16.ts';
import { sourceMap } from './file/source-map.ts';
import { typeError } from './file/type-error.ts';
import { unlikeAscii } from './file/unlike-ascii.ts';
import { unparsedFile } from './file/unparsed-file.ts';
import { unwritableEncoding } from './file/unwritable-encoding.ts';
import { adjoiningHost } from './host/adjoining-host.ts';
import { assembledHost } from './host/assembled-host.ts';
import { chainedRename } from './host/chained-rename.ts';
import { continuedHost } from './host/continued-host.ts';
import { domainSuffix } from './host/domain-suffix.ts';
import { escapeBeforeHost } from './host/escape-before-host.ts';
import { escapedPattern } from './host/escaped-pattern.ts';
import { exposedAuthority } from './host/exposed-authority.ts';
import { joinedHost } from './host/joined-host.ts';
import { ownPort } from './host/own-port.ts';
import { partialWildcard } from './host/partial-wildcard.ts';
import { splitHost } from './host/split-host.ts';
import { userInformation } from './host/user-information.ts';
import { ambientDeclaration } from './literal/ambient-declaration.ts';
import { annotation } from './literal/annotation.ts';
import { browserScript } from './literal/browser-script.ts';
import { bytes } from './literal/bytes.ts';
import { changedConstant } from './literal/changed-constant.ts';
import { classPropertyKey } from './literal/class-property-key.ts';
import { codeBetweenTexts } from './literal/code-between-texts.ts';
import { configurationBeforeAliases } from './literal/configuration-before-aliases.ts';
import { constantAssertion } from './literal/constant-assertion.ts';
import { copiedTemplate } from './literal/copied-template.ts';
import { declarationFile } from './literal/declaration-file.ts';
import { directive } from './literal/directive.ts';
import { earlierScript } from './literal/earlier-script.ts';
import { enumMember } from './literal/enum-member.ts';
import { escapedBrace } from './literal/escaped-brace.ts';
import { formatSpecification } from './literal/format-specification.ts';
import { functionalDefinition } from './literal/functional-definition.ts';
import { hoistedMock } from './literal/hoisted-mock.ts';
import { inlineSnapshot } from './literal/inline-snapshot.ts';
import { keyOfAPattern } from './literal/key-of-a-pattern.ts';
import { lineContinuation } from './literal/line-continuation.ts';
import { listOfNames } from './literal/list-of-names.ts';
import { matchPattern } from './literal/match-pattern.ts';
import { moduleSpecifier } from './literal/module-specifier.ts';
import { multiLineAttribute } from './literal/multi-line-attribute.ts';
import { multiLineText } from './literal/multi-line-text.ts';
import { nameInComponent } from './literal/name-in-component.ts';
import { noConstantForPath } from './literal/no-constant-for-path.ts';
import { noConstantForValue } from './literal/no-constant-for-value.ts';
import { noModule } from './literal/no-module.ts';
import { noNameInText } from './literal/no-name-in-text.ts';
import { noPlaceForImport } from './literal/no-place-for-import.ts';
import { noQuotesLeft } from './literal/no-quotes-left.ts';
import { noService } from './literal/no-service.ts';
import { noTextOfProgram } from './literal/no-text-of-program.ts';
import { notInPlan } from './literal/not-in-plan.ts';
import { octalEscape } from './literal/octal-escape.ts';
import { oneTextElement } from './literal/one-text-element.ts';
import { otherSpelling } from './literal/other-spelling.ts';
import { plainScript } from './literal/plain-script.ts';
import { python2File } from './literal/python-2-file.ts';
import { readWithoutRunning } from './literal/read-without-running.ts';
import { renamedHost } from './literal/renamed-host.ts';
import { runAsItIs } from './literal/run-as-it-is.ts';
import { selfDocumentingField } from './literal/self-documenting-field.ts';
import { setUpScript } from './literal/set-up-script.ts';
import { startOfStatement } from './literal/start-of-statement.ts';
import { stubFile } from './literal/stub-file.ts';
import { taggedTemplate } from './literal/tagged-template.ts';
import { textAfterBackslash } from './literal/text-after-backslash.ts';
import { textWithoutEffect } from './literal/text-without-effect.ts';
import { translatedText } from './literal/translated-text.ts';
import { typePosition } from './literal/type-position.ts';
import { unknownImportRoot } from './literal/unknown-import-root.ts';
import { canonical } from './outcome/canonical.ts';
import { constant } from './outcome/constant.ts';
import { hardCoded } from './outcome/hard-coded.ts';
import { missingInPackage } from './outcome/missing-in-package.ts';
import { moduleDiffers } from './outcome/module-differs.ts';
import { moduleLacks } from './outcome/module-lacks.ts';
import { moduleMissing } from './outcome/module-missing.ts';
import { suppressionExpired } from './outcome/suppression-expired.ts';
import { suppressionUnused } from './outcome/suppression-unused.ts';
import { suppressionWithoutReason } from './outcome/suppression-without-reason.ts';
import { uncoveredHost } from './outcome/uncovered-host.ts';
import { unknownHost } from './outcome/unknown-host.ts';
import { declined } from './people/declined.ts';
import { emailAddress } from './people/email-address.ts';
import { keptByConfiguration } from './people/kept-by-configuration.ts';
import { literalByConfiguration } from './people/literal-by-configuration.ts';
import { suppressed } from './people/suppressed.ts';
import type { ReasonPage } from './reason-page.ts';
import { pastRecord } from './record/past-record.ts';
import { recordedCell } from './record/recorded-cell.ts';
import { recordedFailure } from './record/recorded-failure.ts';
import { recordedOutput } from './record/recorded-output.ts';
import { beforeAndAfter } from './retired/before-and-after.ts';
import { hostMapping } from './retired/host-mapping.ts';
import { namesBoth } from './retired/names-both.ts';
import { resolvedHost } from './retired/resolved-host.ts';
import { retiredComment } from './retired/retired-comment.ts';
import { retiredHeading } from './retired/retired-heading.ts';
import { retiredLine } from './retired/retired-line.ts';
import { retiredName } from './retired/retired-name.ts';
import { retiredScope } from './retired/retired-scope.ts';
import { retiredSentence } from './retired/retired-sentence.ts';
import { joinedByScheme } from './schemes/joined-by-scheme.ts';
import { splitByScheme } from './schemes/split-by-scheme.ts';
import { besideReview } from './together/beside-review.ts';
import { comparedText } from './together/compared-text.ts';
import { linkedKey } from './together/linked-key.ts';
import { nestedAddress } from './together/nested-address.ts';
import { sameFunction } from './together/same-function.ts';
import { sameText } from './together/same-text.ts';
import { searchedText } from './together/searched-text.ts';
import { allowList } from './use/allow-list.ts';
import { collidingKeys } from './use/colliding-keys.ts';
import { duplicateItem } from './use/duplicate-item.ts';
import { duplicateRoute } from './use/duplicate-route.ts';
import { identifier } from './use/identifier.ts';
import { literalType } from './use/literal-type.ts';
import { negatedTest } from './use/negated-test.ts';
import { partialTest } from './use/partial-test.ts';
import { pattern } from './use/pattern.ts';
import { pinnedArtefact } from './use/pinned-artefact.ts';
import { textSubstitution } from './use/text-substitution.ts';

/** Every reason by its code; the compiler insists that none is missing. */
export const REASONS: Readonly<Record<ReasonCode, ReasonPage>> = {
  'chained-rename': chainedRename,
  'user-information': userInformation,
  'continued-host': continuedHost,
  'adjoining-host': adjoiningHost,
  'assembled-host': assembledHost,
  'domain-suffix': domainSuffix,
  'split-host': splitHost,
  'joined-host': joinedHost,
  'exposed-authority': exposedAuthority,
  'escape-before-host': escapeBeforeHost,
  'own-port': ownPort,
  'partial-wildcard': partialWildcard,
  'escaped-pattern': escapedPattern,
  pattern: pattern,
  'negated-test': negatedTest,
  'partial-test': partialTest,
  'text-substitution': textSubstitution,
  'literal-type': literalType,
  'colliding-keys': collidingKeys,
  'duplicate-item': duplicateItem,
  'duplicate-route': duplicateRoute,
  'allow-list': allowList,
  identifier: identifier,
  'pinned-artefact': pinnedArtefact,
  'split-by-scheme': splitByScheme,
  'joined-by-scheme': joinedByScheme,
  'retired-name': retiredName,
  'retired-scope': retiredScope,
  'names-both': namesBoth,
  'retired-sentence': retiredSentence,
  'retired-comment': retiredComment,
  'retired-line': retiredLine,
  'retired-heading': retiredHeading,
  'resolved-host': resolvedHost,
  'host-mapping': hostMapping,
  'before-and-after': beforeAndAfter,
  'other-name': otherName,
  'unclear-name': unclearName,
  'unlabelled-host': unlabelledHost,
  'websocket-host': websocketHost,
  'recorded-output': recordedOutput,
  'recorded-failure': recordedFailure,
  'recorded-cell': recordedCell,
  'past-record': pastRecord,
  'same-text': sameText,
  'compared-text': comparedText,
  'nested-address': nestedAddress,
  'searched-text': searchedText,
  'same-function': sameFunction,
  'beside-review': besideReview,
  'linked-key': linkedKey,
  'unparsed-file': unparsedFile,
  'outside-text': outsideText,
  'adopted-module': adoptedModule,
  'unwritable-encoding': unwritableEncoding,
  'python-utf16': pythonUtf16,
  'missing-encoding': missingEncoding,
  'invalid-encoding': invalidEncoding,
  'contradicted-encoding': contradictedEncoding,
  'unlike-ascii': unlikeAscii,
  'nested-too-deeply': nestedTooDeeply,
  'type-error': typeError,
  'not-proven': notProven,
  'not-written': notWritten,
  'held-back': heldBack,
  'configuration-file': configurationFile,
  'lock-file': lockFile,
  'source-map': sourceMap,
  'minified-file': minifiedFile,
  suppressed: suppressed,
  declined: declined,
  'kept-by-configuration': keptByConfiguration,
  'literal-by-configuration': literalByConfiguration,
  'email-address': emailAddress,
  'no-name-in-text': noNameInText,
  'no-module': noModule,
  'other-spelling': otherSpelling,
  'renamed-host': renamedHost,
  'no-service': noService,
  'no-constant-for-path': noConstantForPath,
  'no-constant-for-value': noConstantForValue,
  bytes: bytes,
  'multi-line-text': multiLineText,
  'format-specification': formatSpecification,
  'escaped-brace': escapedBrace,
  annotation: annotation,
  'self-documenting-field': selfDocumentingField,
  'text-without-effect': textWithoutEffect,
  'key-of-a-pattern': keyOfAPattern,
  'list-of-names': listOfNames,
  'functional-definition': functionalDefinition,
  'translated-text': translatedText,
  'no-place-for-import': noPlaceForImport,
  'changed-constant': changedConstant,
  'match-pattern': matchPattern,
  'no-quotes-left': noQuotesLeft,
  'unknown-import-root': unknownImportRoot,
  'stub-file': stubFile,
  'set-up-script': setUpScript,
  'python-2-file': python2File,
  'copied-template': copiedTemplate,
  'declaration-file': declarationFile,
  directive: directive,
  'tagged-template': taggedTemplate,
  'module-specifier': moduleSpecifier,
  'type-position': typePosition,
  'ambient-declaration': ambientDeclaration,
  'enum-member': enumMember,
  'constant-assertion': constantAssertion,
  'hoisted-mock': hoistedMock,
  'multi-line-attribute': multiLineAttribute,
  'line-continuation': lineContinuation,
  'octal-escape': octalEscape,
  'start-of-statement': startOfStatement,
  'read-without-running': readWithoutRunning,
  'inline-snapshot': inlineSnapshot,
  'no-text-of-program': noTextOfProgram,
  'code-between-texts': codeBetweenTexts,
  'text-after-backslash': textAfterBackslash,
  'class-property-key': classPropertyKey,
  'one-text-element': oneTextElement,
  'configuration-before-aliases': configurationBeforeAliases,
  'plain-script': plainScript,
  'run-as-it-is': runAsItIs,
  'browser-script': browserScript,
  'earlier-script': earlierScript,
  'name-in-component': nameInComponent,
  'not-in-plan': notInPlan,
  constant: constant,
  'hard-coded': hardCoded,
  canonical: canonical,
  'unknown-host': unknownHost,
  'missing-in-package': missingInPackage,
  'module-missing': moduleMissing,
  'module-differs': moduleDiffers,
  'module-lacks': moduleLacks,
  'uncovered-host': uncoveredHost,
  'suppression-without-reason': suppressionWithoutReason,
  'suppression-expired': suppressionExpired,
  'suppression-unused': suppressionUnused,
};

/** What a person reads: a clause in lower case, without a full stop. */
export function sentenceOf({ code, detail = {} }: Reason): string {
  return REASONS[code].sentence(detail);
}

/** The heading under which reports gather the places of a code: a noun phrase. */
export function titleOf(code: ReasonCode): string {
  return REASONS[code].title;
}
