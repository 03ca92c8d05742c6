import pico from 'picocolors';
import { counted } from '../core/counted.ts';
import { visible } from './visible.ts';

/** What a proposal holds, as the reporter counts it. */
export interface Proposed {
  readonly environments: readonly { readonly services: readonly { readonly retired: readonly unknown[] }[] }[];
  readonly questions: readonly unknown[];
  readonly modules: readonly unknown[];
  readonly deliver: readonly unknown[];
}

/** What was written, and what comes next. `others`: further domains that look like the project's own. */
export function proposedText(file: string, proposal: Proposed, others: readonly string[], color: boolean): string {
  const colors = pico.createColors(color);
  const services = proposal.environments.flatMap((environment) => environment.services);
  const parts = [
    counted(proposal.environments.length, 'environment'),
    counted(services.length, 'service'),
    counted(services.flatMap(({ retired }) => retired).length, 'retired host'),
    counted(proposal.modules.length, 'domain module'),
    counted(proposal.deliver.length, 'exception'),
  ];
  const open = proposal.questions.length;
  return [
    `wrote ${visible(file)}: ${parts.join(', ')}`,
    ...(open > 0
      ? [colors.yellow(`${counted(open, 'question')} that the tree does not answer: see the comments above environments`)]
      : []),
    ...(others.length > 0
      ? [`these look like domains of the project as well: ${others.slice(0, 3).map(visible).join(', ')} (--apex names several)`]
      : []),
    '',
    'Read it, correct it, and then:',
    '  redomain          shows the plan; writes nothing',
    '  redomain --write  applies it',
    '',
  ].join('\n');
}
