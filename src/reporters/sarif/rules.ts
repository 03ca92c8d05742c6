import type { ReportingDescriptor } from 'sarif';
import { severityOf } from '../../plan/findings.ts';
import { rules } from '../../rules/index.ts';
import type { Policy } from '../../types/policy.ts';

/** Every rule that is on, with its page as help, in the order of the documentation. */
export function descriptors(policy: Policy): ReportingDescriptor[] {
  return rules.flatMap(({ name, summary, page }) => {
    const severity = severityOf(name, policy);
    if (severity === 'off') return [];
    return {
      id: name,
      name: name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text: summary },
      fullDescription: { text: introductionOf(page) },
      help: { text: plain(page), markdown: page },
      defaultConfiguration: { level: severity === 'warn' ? ('warning' as const) : ('error' as const) },
      properties: { tags: ['maintainability'], precision: 'very-high' },
    };
  });
}

/** What stands between the title and the first section, as plain text. */
function introductionOf(page: string): string {
  const [, introduction] = page.split(/\n\n/);
  return plain(introduction!).replaceAll('\n', ' ');
}

function plain(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, '')
    .replace(/\*\*(\w[^*\n]*)\*\*/g, '$1')
    .replaceAll('`', '');
}
