import type { Example, ReasonPage } from './reason-page.ts';

/** The page of a reason in Markdown, its title included; `redomain explain` prints it, and docs/reasons has one file for each. */
export function pageOf(page: ReasonPage): string {
  const { code, title, why, occurs, examples } = page;
  const parts = [
    `# ${code}`,
    `${title.charAt(0).toUpperCase()}${title.slice(1)}.`,
    saidOf(page),
    '## Why',
    why,
    occurs && `## When it occurs\n\n${occurs}`,
    examples && '## Examples',
    examples?.configuration && `With this configuration:\n\n${fenced(examples.configuration, 'yaml')}`,
    examples && `The reason holds here:\n\n${listed(examples.holds)}`,
    examples && examples.passes.length > 0 && `It does not hold here:\n\n${listed(examples.passes)}`,
    '## How to settle it',
    settling(page),
  ];
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

/** What a report says, with the keys of the detail in capitals; nothing where all words are a person's. */
function saidOf({ sentence }: ReasonPage): string | undefined {
  const said = sentence(new Proxy<Record<string, string>>({}, { get: (_, key) => String(key).toUpperCase() }));
  return /[a-z]/.test(said) ? `A report says: *${said}*` : undefined;
}

function listed(examples: readonly Example[]): string {
  return examples.map(({ file, text }) => `\`${file}\`\n\n${fenced(text, languageOf(file))}`).join('\n\n');
}

function fenced(text: string, language: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** What a fence calls a format that its files do not end in; `yaml workflow` is YAML of another tool. */
const LANGUAGES: Readonly<Record<string, string>> = {
  cjs: 'js',
  conf: 'nginx',
  env: 'properties',
  ipynb: 'json',
  map: 'json',
  md: 'markdown',
  py: 'python',
  tf: 'hcl',
  txt: 'text',
  yaml: 'yaml workflow',
  yml: 'yaml workflow',
};

function languageOf(file: string): string {
  const ending = file.slice(file.lastIndexOf('.') + 1);
  return LANGUAGES[ending] ?? ending;
}

/** What `as` does to the places of a reason. */
const DELIVERED = { literal: '`literal` writes the new host in place of the old one', keep: '`keep` leaves the old host' };

function settling({ code, settle, entry, deliver }: ReasonPage): string {
  const parts = [settle, entry && fenced(entry, 'yaml fragment')];
  if (deliver) {
    const as = deliver[0];
    parts.push(
      'An entry under `deliver` in the configuration settles all such places at once:',
      fenced(`deliver:\n  - { reason: ${code}, files: ["services/**"], as: ${as} }`, 'yaml fragment'),
      `${deliver.map((one) => DELIVERED[one]).join(', ')}. Without \`files\`, the entry is for all files.`,
    );
  }
  return parts.filter((part) => part).join('\n\n');
}
