// Writes what is derived from the code: the tables in docs/, the pages of the rules, the JSON Schema of the configuration, and what the search
// in WebAssembly text compiles to.
// With --check it writes nothing and fails when a file differs. Needs `npm run build`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = (module) => import(new URL(`../dist/src/${module}.js`, import.meta.url));
const [{ commands, flagOf }, { flags }, { rules }, { configSchema }] = await Promise.all([
  built('cli/command-table'),
  built('cli/flags'),
  built('rules/index'),
  built('config/schema'),
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
]);

const stale = existsSync(join(root, 'docs/rules'))
  ? readdirSync(join(root, 'docs/rules')).filter((name) => !made.has(`docs/rules/${name}`))
  : [];
const differing = [...made].filter(
  ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
);
if (check) {
  for (const [path] of differing) console.error(`${path} is not what the code says; run \`npm run generate\``);
  for (const name of stale) console.error(`docs/rules/${name} is of no rule`);
  process.exitCode = differing.length + stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  for (const name of stale) rmSync(join(root, 'docs/rules', name));
}
