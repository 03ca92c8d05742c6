// Writes what is derived from the code: the tables in docs/, the pages of the rules and reasons, the JSON Schema of the configuration, and what the search
// in WebAssembly text compiles to.
// With --check it writes nothing and fails when a file differs. Needs `npm run build`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = (module) => import(new URL(`../dist/src/${module}.js`, import.meta.url));
const [{ commands, flagOf }, { flags }, { rules }, { configSchema }, { REASONS }, { pageOf }] = await Promise.all([
  built('cli/command-table'),
  built('cli/flags'),
  built('rules/index'),
  built('config/schema'),
  built('guards/reasons'),
  built('guards/page'),
]);
const check = process.argv.includes('--check');

const cell = (text) => text.replaceAll('|', '\\|');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function commandTable() {
  return table(
    ['command', 'does', 'flags'],
    commands.map((command) => {
      const { name, positional, describe, docs } = command;
      const argument = positional ? ` [${positional.many ? `${positional.name}…` : positional.name.toUpperCase()}]` : '';
      const listed = (names) => names.map((flag) => `\`--${flag}\``).join(' ');
      const others = Object.keys(flags).filter((flag) => !command.flags.includes(flag));
      const used = name === '' ? `all below but ${listed(others)}` : listed(command.flags);
      return [`\`redomain${name === '' ? '' : ` ${name}`}${argument}\``, `${describe}. ${docs}`.trim(), used];
    }),
  );
}

function flagTable() {
  return table(
    ['flag', 'does', ''],
    Object.keys(flags).map((name) => {
      const { alias, value, choices, describe, docs, default: standard } = flagOf(commands[0], name);
      const argument = choices ? ` ${choices.join('\\|')}` : value ? ` ${value}` : '';
      const written = `\`--${name}${argument.replaceAll('\\|', '|')}\`${alias ? `, \`-${alias}\`` : ''}`;
      return [written, `${describe}${standard ? ` (default \`${standard}\`)` : ''}`, docs];
    }),
  );
}

function ruleTable() {
  return table(
    ['rule', 'says'],
    rules.map(({ name, summary }) => [`[\`${name}\`](rules/${name}.md)`, summary]),
  );
}

/** The families of reasons: the folders of src/guards that hold some, each with its heading and what its reasons have in common. */
const FAMILIES = {
  host: ['The host', 'The host is incomplete, or its address means more than the host.'],
  use: ['The use of a text', 'What the program or the configuration does with the text asks for a decision.'],
  schemes: ['Schemes', 'The configuration moves a host to different places by its scheme, and a function has several schemes.'],
  retired: ['Texts about retired hosts', 'The text is about the retired host itself, or about the move.'],
  bare: ['Bare hosts', 'A host without scheme and port may be the name of something else.'],
  record: ['Records', 'The text tells what was.'],
  together: ['Places that belong together', 'A place stays because another one does. Settle the other one.'],
  file: ['The file', 'Something about the file as a whole decides.'],
  people: ['People', 'Somebody has decided, in the configuration, in a comment or in an interactive run.'],
  literal: ['No constant', 'The new host is written in place of the old one, because no constant can stand there.'],
  outcome: ['Outcomes', 'What is done, what is right already, and what the other rules report.'],
};

/** The codes of a family, in the order of the registry. */
function familyOf(folder) {
  const files = new Set(readdirSync(join(root, 'src/guards', folder)));
  return Object.keys(REASONS).filter((code) => files.has(`${code}.ts`));
}

function reasonIndex() {
  const families = Object.entries(FAMILIES).map(([folder, [heading, common]]) => {
    const rows = familyOf(folder).map((code) => [`[\`${code}\`](${code}.md)`, REASONS[code].title]);
    return `## ${heading}\n\n${common}\n\n${table(['code', 'for'], rows)}\n`;
  });
  const listed = Object.keys(FAMILIES).flatMap(familyOf);
  const missing = Object.keys(REASONS).filter((code) => !listed.includes(code));
  if (missing.length > 0) throw new Error(`of no family: ${missing.join(', ')}`);
  const examples = readFileSync(join(root, '__testfixtures__/redomain.yaml'), 'utf8').trimEnd();
  return `# Reasons

Every finding has a reason, with a code that does not change: \`reasonCode\` in the JSON report. Each code has a page here, and
\`redomain explain CODE\` prints it. \`deliver\` in the configuration [settles all places of one reason](../configuration.md#exceptions-by-reason).

${families.join('\n')}
## The configuration of the examples

The examples on the pages are tested with this configuration, unless a page shows another one:

\`\`\`yaml
${examples}
\`\`\`
`;
}

async function findBytes() {
  const source = 'src/core/find-bytes.wat';
  const module = (await wabt()).parseWat(source, readFileSync(join(root, source), 'utf8'), { simd: true });
  module.validate();
  const code = Buffer.from(module.toBinary({}).buffer).toString('base64');
  return `/** ${source} as WebAssembly, in base64; written by \`npm run generate\`. */\nexport const FIND_BYTES =\n  '${code}';\n`;
}

const sections = { commands: commandTable, flags: flagTable, rules: ruleTable };

/** A page with its generated sections written anew. */
function withTables(path, names) {
  let text = readFileSync(join(root, path), 'utf8');
  for (const name of names) {
    const parts = new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`).exec(text);
    if (!parts) throw new Error(`${path} lacks <!-- generated: ${name} --> … <!-- end -->`);
    text = text.replace(parts[0], () => `${parts[1]}${sections[name]()}\n${parts[2]}`);
  }
  return [path, text];
}

const made = new Map([
  withTables('docs/command-line.md', ['commands', 'flags']),
  withTables('docs/configuration.md', ['rules']),
  ['src/core/find-bytes.ts', await findBytes()],
  ['schema/redomain.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`],
  ...rules.map(({ name, page }) => [`docs/rules/${name}.md`, page]),
  ['docs/reasons/README.md', reasonIndex()],
  ...Object.values(REASONS).map((reason) => [`docs/reasons/${reason.code}.md`, pageOf(reason)]),
]);

/** What stands in a directory of generated files and is not made any more. */
function staleIn(directory) {
  if (!existsSync(join(root, directory))) return [];
  return readdirSync(join(root, directory))
    .map((name) => `${directory}/${name}`)
    .filter((path) => !made.has(path));
}

const stale = [...staleIn('docs/rules'), ...staleIn('docs/reasons')];
const differing = [...made].filter(
  ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
);
if (check) {
  for (const [path] of differing) console.error(`${path} is not what the code says; run \`npm run generate\``);
  for (const path of stale) console.error(`${path} is of no rule or reason`);
  process.exitCode = differing.length + stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  for (const path of stale) rmSync(join(root, path));
}
