import { confirm, intro, isCancel, multiselect, note, select } from '@clack/prompts';
import { visible } from '../reporters/visible.ts';
import type { Interview } from './init.ts';

/** Domains that a person can pick from. */
const DOMAINS = 12;
/** Lines of the configuration that are shown before it is written. */
const LINES = 40;

/** Asks on the terminal. `undefined` where the person pressed Ctrl-C or Escape. */
export function openInterview(): Interview {
  intro('redomain init');
  return {
    async domains(ranked) {
      const options = ranked.slice(0, DOMAINS).map(({ domain, occurrences, why }) => ({
        value: domain,
        label: visible(domain),
        hint: visible([`${occurrences} occurrences`, ...why].join('; ')),
      }));
      const own = ranked.find(({ standing }) => standing === 'own')?.domain ?? ranked[0]!.domain;
      const message = 'Which domains are the project’s own? (space marks, enter takes)';
      return given(await multiselect({ message, options, initialValues: [own], required: true }));
    },
    async canonical({ environment, service, hosts }) {
      const options = hosts.map(({ value, why }) => ({ value, label: visible(value), hint: visible(why) }));
      const message = `Which is the host of ${environment}.${service}? The others become retired.`;
      return given(
        await select({ message, options: [...options, { value: '', label: 'I do not know', hint: 'a comment says so' }] }),
      );
    },
    async confirm(file, text) {
      const lines = text.split('\n');
      const more = lines.length > LINES ? [`… and ${lines.length - LINES} lines more`] : [];
      note([...lines.slice(0, LINES), ...more].map(visible).join('\n'), visible(file));
      return given(await confirm({ message: 'Write it?' }));
    },
  };
}

function given<T>(answer: T): Exclude<T, symbol> | undefined {
  return isCancel(answer) ? undefined : (answer as Exclude<T, symbol>);
}
