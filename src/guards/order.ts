import { otherName } from './bare/other-name.ts';
import { unclearName } from './bare/unclear-name.ts';
import { unlabelledHost } from './bare/unlabelled-host.ts';
import { websocketHost } from './bare/websocket-host.ts';
import { outsideText } from './file/outside-text.ts';
import { unparsedFile } from './file/unparsed-file.ts';
import type { Guard } from './guard.ts';
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
import { userInformation } from './host/user-information.ts';
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

/** The guards in the order in which a place is asked; the first that holds gives the reason. */
export const GUARDS: readonly Guard[] = [
  chainedRename,
  userInformation,
  continuedHost,
  adjoiningHost,
  assembledHost,
  domainSuffix,
  unparsedFile,
  outsideText,
  escapedPattern,
  partialWildcard,
  joinedHost,
  exposedAuthority,
  escapeBeforeHost,
  ownPort,
  recordedFailure,
  recordedOutput,
  collidingKeys,
  pattern,
  negatedTest,
  textSubstitution,
  literalType,
  partialTest,
  retiredName,
  retiredScope,
  namesBoth,
  retiredSentence,
  retiredComment,
  retiredLine,
  resolvedHost,
  hostMapping,
  retiredHeading,
  beforeAndAfter,
  identifier,
  pinnedArtefact,
  splitByScheme,
  joinedByScheme,
  duplicateRoute,
  duplicateItem,
  allowList,
  websocketHost,
  otherName,
  unlabelledHost,
  unclearName,
];
