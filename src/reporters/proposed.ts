import pico from 'picocolors';
import { counted } from '../core/counted.ts';
import { visible } from './visible.ts';

/** What a proposal holds, as the reporter counts it. */
export interface Proposed {
  readonly environments: readonly { readonly services: readonly { readonly retired: readonly unknown[] }[] }[];
  readonly questions: readonly unknown[];
  readonly modules: readonly unknown[];
  readonly deliver: readonly unknown[];
  /** Suggested for hosts of no known service. */
  readonly unnamed: { readonly environments: readonly { readonly services: readonly unknown[] }[] };
}

/** What a proposal is told with. */
export interface Around {
  /** The domains that it is for, and further ones that look like the project's own. */
  readonly chosen: readonly string[];
  readonly others: readonly string[];
  /** The way to it from the top of the git work tree; empty where it stands there, or in none. */
  readonly below: string;
  readonly color: boolean;
}

/** What was written, what a person has to do about it, and what comes next. */
export function proposedText(file: string, proposal: Proposed, { chosen, others, below, color }: Around): string {
  const colors = pico.createColors(color);
  const services = proposal.environments.flatMap((environment) => environment.services);
  const retired = services.reduce((sum, service) => sum + service.retired.length, 0);
  const unnamed = proposal.unnamed.environments.some((environment) => environment.services.length > 0);
  const exceptions = proposal.deliver.length;
  const parts = [
    counted(proposal.environments.length, 'environment'),
    counted(services.length, 'service'),
    counted(retired, 'retired host'),
    counted(proposal.modules.length, 'domain module'),
    ...(exceptions > 0 ? [`${counted(exceptions, 'exception')} under deliver`] : []),
  ];
  const open = proposal.questions.length;
  const apexes = [...chosen, ...others.slice(0, 3)].map((domain) => ` --apex ${visible(domain)}`).join('');
  return [
    `wrote ${visible(file)}: ${parts.join(', ')}`,
    ...(below === '' ? [] : [`it governs ${visible(below)} alone; run init at the top of the repository to take in all of it`]),
    ...(open > 0
      ? [colors.yellow(`${counted(open, 'question')} that the tree does not answer: see the comments above environments`)]
      : []),
    ...(others.length > 0 ? [`more domains look like the project's own; for them too: redomain init --force${apexes}`] : []),
    ...(unnamed ? ['some hosts are of no known service: see the comments at its end'] : []),
    ...(retired === 0
      ? ['no host is retired yet: to move one, write the new host as host of its service, and the old one under retired']
      : []),
    '',
    'Read it, correct it, and then:',
    '  redomain          shows the plan; writes nothing',
    '  redomain --write  applies it',
    '',
  ].join('\n');
}
