import { badSuppression } from './bad-suppression.ts';
import { hardCodedHost } from './hard-coded-host.ts';
import { moduleDrift } from './module-drift.ts';
import { needsReview } from './needs-review.ts';
import { retiredHost } from './retired-host.ts';
import type { Rule } from './rule.ts';
import { uncoveredHost } from './uncovered-host.ts';
import { unimportableModule } from './unimportable-module.ts';
import { unknownHost } from './unknown-host.ts';

/** Every rule, in the order in which help and documentation list them. */
export const rules: readonly Rule[] = [
  retiredHost,
  hardCodedHost,
  unknownHost,
  needsReview,
  moduleDrift,
  uncoveredHost,
  unimportableModule,
  badSuppression,
];
