import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../src/config/load.ts';
import { moduleStatus } from './module-code.ts';
import { makeTree } from './tree.ts';

const FIXTURES = fileURLToPath(new URL('../__testfixtures__/modules', import.meta.url));
const NAMES = ['lenient', 'strict'] as const;
const FILES = ['domains.py', 'domains.ts', 'domains.mjs', 'domains.cjs'] as const;

interface Endpoint {
  readonly host: string;
  readonly url: string;
  readonly ws: string;
}

/** One row of the table that all languages are held to. */
interface Case {
  readonly module: (typeof NAMES)[number];
  readonly says: string;
  readonly env: Readonly<Record<string, string>>;
  /** The environment that is asked for; absent: the one that is set. */
  readonly of?: string;
  /** What `environment` answers, or its error. */
  readonly environment?: string;
  readonly error?: string;
  /** What `domains` answers, or its error. */
  readonly domains?: Readonly<Record<string, Endpoint>>;
  readonly domainsError?: string;
}

interface Answer {
  readonly environment?: string;
  readonly error?: string;
  readonly domains?: unknown;
  readonly domainsError?: string;
}

const CASES = JSON.parse(readFileSync(path.join(FIXTURES, 'cases.json'), 'utf8')) as readonly Case[];

/** The modules of a fixture, as they are generated now in a tree without a formatter. */
function textsOf(name: string): Record<string, string> {
  const root = makeTree({ 'redomain.yaml': readFileSync(path.join(FIXTURES, name, 'redomain.yaml')) });
  const { policy } = loadPolicy({ cwd: root });
  return Object.fromEntries(policy.modules.map((module) => [module.file, moduleStatus(root, module, policy).text]));
}

const TEXTS = Object.fromEntries(NAMES.map((name) => [name, textsOf(name)])) as Record<string, Record<string, string>>;
const tree = makeTree(
  Object.fromEntries(
    NAMES.flatMap((name) => [
      ...FILES.map((file) => [`${name}/${file}`, TEXTS[name]![file]!]),
      [`${name}/domains.from-ts.mjs`, transpiled(TEXTS[name]!['domains.ts']!)],
    ]),
  ),
);

function transpiled(text: string): string {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  return ts.transpileModule(text, { compilerOptions: options }).outputText;
}

const PYTHON = `
import importlib.util, json, sys
loaded = {}
def load(name):
    spec = importlib.util.spec_from_file_location("domains_" + name, sys.argv[1] + "/" + name + "/domains.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
def answer(case):
    module = loaded.setdefault(case["module"], None) or load(case["module"])
    loaded[case["module"]] = module
    found = {}
    try:
        found["environment"] = module.environment(case["env"])
    except ValueError as error:
        found["error"] = str(error)
    try:
        found["domains"] = module.domains(case["of"], case["env"]) if "of" in case else module.domains(environ=case["env"])
    except ValueError as error:
        found["domainsError"] = str(error)
    return found
print(json.dumps([answer(case) for case in json.load(open(sys.argv[2], encoding="utf8"))]))
`;

const NODE = `
import { readFileSync } from 'node:fs';
const [tree, file, cases] = process.argv.slice(-3);
const answers = [];
for (const { module: name, env, of } of JSON.parse(readFileSync(cases, 'utf8'))) {
  const module = await import(tree + '/' + name + '/' + file);
  const found = {};
  try { found.environment = module.environmentOf(env); } catch (error) { found.error = error.message; }
  try { found.domains = module.domainsOf(of, env); } catch (error) { found.domainsError = error.message; }
  answers.push(found);
}
console.log(JSON.stringify(answers));
`;

const TABLE = path.join(FIXTURES, 'cases.json');
const hasPython = spawnSync('python3', ['--version']).status === 0;

function answersOfPython(): Answer[] {
  return JSON.parse(execFileSync('python3', ['-B', '-c', PYTHON, tree, TABLE], { encoding: 'utf8' }));
}

function answersOfNode(file: string): Answer[] {
  const args = ['--input-type=module', '-e', NODE, '--', pathToFileURL(tree).href, file, TABLE];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** Of an answer what a row speaks of. */
function asAsked({ environment, error, domains, domainsError }: Case, answer: Answer): Answer {
  const asked: Answer = {};
  const told = { environment, error, domains, domainsError };
  const whole = environment !== undefined || error !== undefined ? ['environment', 'error'] : ['domains', 'domainsError'];
  for (const key of whole as (keyof typeof told)[]) if (key in answer) Object.assign(asked, { [key]: answer[key] });
  return asked;
}

function expected({ environment, error, domains, domainsError }: Case): Answer {
  return JSON.parse(JSON.stringify({ environment, error, domains, domainsError }));
}

describe('one table of cases', () => {
  test('has rows enough, each of which says one thing', () => {
    expect(CASES.length).toBeGreaterThan(100);
    expect(new Set(CASES.map(({ module, says }) => `${module}: ${says}`)).size).toBe(CASES.length);
    for (const row of CASES) expect(Object.keys(expected(row)), row.says).toHaveLength(1);
  });

  const held = (answers: readonly Answer[]): void => {
    const wrong = CASES.flatMap((row, index) => {
      const [asked, due] = [asAsked(row, answers[index]!), expected(row)];
      return JSON.stringify(asked) === JSON.stringify(due) ? [] : [{ says: row.says, asked, due }];
    });
    expect(wrong).toEqual([]);
  };

  test.skipIf(!hasPython)(`Python, run by python3${hasPython ? '' : ' (there is none here)'}`, () => held(answersOfPython()));
  test('TypeScript, run by Node', () => held(answersOfNode('domains.from-ts.mjs')));
  test('an ES module', () => held(answersOfNode('domains.mjs')));
  test('a CommonJS module', () => held(answersOfNode('domains.cjs')));
  test.skipIf(!hasPython)(`Python and TypeScript agree also where no row asks${hasPython ? '' : ' (no python3 here)'}`, () => {
    expect(answersOfPython()).toEqual(answersOfNode('domains.from-ts.mjs'));
  });
});

describe('the process that a module runs in', () => {
  const run = (script: string, env: Record<string, string>): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }).trim();
  const url = (file: string): string => JSON.stringify(pathToFileURL(path.join(tree, 'lenient', file)).href);

  test.each(['domains.from-ts.mjs', 'domains.mjs', 'domains.cjs'])('gives its variables to %s', (file) => {
    const script = `import { domainsOf, environmentOf } from ${url(file)}; console.log(environmentOf(), domainsOf().backend.url);`;
    expect(run(script, { APP_ENV: 'STG', BACKEND_URL: 'http://localhost:1' })).toBe('staging http://localhost:1');
    expect(run(script, { ENVIRONMENT: 'prod' })).toBe('production https://ex.ai');
    expect(run(script, {})).toBe('dev http://localhost:3000');
  });

  test.skipIf(!hasPython)(`gives its variables to Python${hasPython ? '' : ' (no python3 here)'}`, () => {
    const script = 'import domains; print(domains.environment(), domains.domains()["backend"]["url"])';
    const env = { APP_ENV: 'STG', BACKEND_URL: 'http://localhost:1', PATH: process.env.PATH ?? '' };
    const out = execFileSync('python3', ['-B', '-c', script], { cwd: path.join(tree, 'lenient'), env, encoding: 'utf8' });
    expect(out.trim()).toBe('staging http://localhost:1');
  });

  /** As a browser runs it: without a process, behind a bundler that replaced some texts. */
  const inBrowser = (replaced: Readonly<Record<string, string>>): unknown => {
    let text = TEXTS.lenient!['domains.cjs']!;
    for (const [name, value] of Object.entries(replaced)) text = text.replaceAll(`process.env.${name}`, JSON.stringify(value));
    const context = vm.createContext({ module: {} });
    return vm.runInContext(`${text}\n[environmentOf(), domainsOf().backend.url].join(' ');`, context);
  };
  test('may be none', () => {
    expect(inBrowser({})).toBe('dev http://localhost:3000');
    expect(inBrowser({ APP_ENV: 'stage' })).toBe('staging https://staging.ex.ai');
    expect(inBrowser({ ENVIRONMENT: 'prod', BACKEND_URL: 'a.ex.ai' })).toBe('production https://a.ex.ai');
  });
});

/** The strictest settings; without the types of Node, and with no newer library than the text needs. */
const STRICT: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  skipLibCheck: true,
  lib: ['lib.es2017.d.ts'],
  isolatedModules: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

function diagnostics(files: Readonly<Record<string, string>>, options: ts.CompilerOptions): string[] {
  const root = makeTree({ 'package.json': '{"type": "module"}', ...files });
  const program = ts.createProgram(
    Object.keys(files).map((file) => path.join(root, file)),
    { ...STRICT, ...options },
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) => `${path.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

const USE = `import { DOMAINS, domainsOf, environmentOf } from './domains.FORM';
import type { Environment } from './domains.FORM';
const found: Environment = environmentOf();
const other: 'staging' | 'production' | 'dev' | 'QA-2' = environmentOf({ APP_ENV: 'dev' });
const url: string = domainsOf(found).backend.url;
const socket: string = domainsOf('staging')['web-socket'].ws;
const exact: 'https://ex.ai' = DOMAINS.production.backend.url;
// @ts-expect-error: this environment has no such service
domainsOf('dev')['web-socket'];
// @ts-expect-error: nor has every environment
domainsOf()['web-socket'];
// @ts-expect-error: an alias is no environment
domainsOf('stage');
export { exact, other, socket, url };
`;

describe('types', () => {
  test.skipIf(!hasPython)(`Python 3.8 can parse it${hasPython ? '' : ' (no python3 here)'}`, () => {
    const script = 'import ast, sys; ast.parse(sys.stdin.read(), feature_version=(3, 8))';
    for (const name of NAMES) execFileSync('python3', ['-c', script], { input: TEXTS[name]!['domains.py']! });
  });
  test('TypeScript, as strict as can be', () => {
    const options = { isolatedDeclarations: true, declaration: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true };
    const files = { 'domains.ts': TEXTS.lenient!['domains.ts']!, 'use.ts': USE.replaceAll('FORM', 'js') };
    expect(diagnostics(files, options)).toEqual([]);
    expect(diagnostics({ 'domains.ts': TEXTS.strict!['domains.ts']! }, options)).toEqual([]);
  });
  test.each(['mjs', 'cjs'])('JavaScript under checkJs: .%s', (form) => {
    const options = { allowJs: true, checkJs: true };
    const plain = USE.replace(/import type .*\n/, '').replace(': Environment =', ' =');
    const files = { [`domains.${form}`]: TEXTS.lenient![`domains.${form}`]!, 'use.ts': plain.replaceAll('FORM', form) };
    expect(diagnostics(files, options)).toEqual([]);
    expect(diagnostics({ [`domains.${form}`]: TEXTS.strict![`domains.${form}`]! }, options)).toEqual([]);
  });
  test('an environment of Node can be handed in', () => {
    const node =
      'interface ProcessEnv { readonly [name: string]: string | undefined; TZ?: string }\ndeclare const env: ProcessEnv;\n';
    const use = `import { environmentOf } from './domains.js';\n${node}export const found: string = environmentOf(env);\n`;
    expect(diagnostics({ 'domains.ts': TEXTS.lenient!['domains.ts']!, 'use.ts': use }, {})).toEqual([]);
  });
});

test.each(NAMES.flatMap((name) => FILES.map((file) => [name, file] as const)))('%s/%s is as it was reviewed', (name, file) => {
  const reviewed = path.join(FIXTURES, name, file);
  if (process.env.UPDATE_FIXTURES) writeFileSync(reviewed, TEXTS[name]![file]!);
  expect(existsSync(reviewed) && readFileSync(reviewed, 'utf8')).toBe(TEXTS[name]![file]);
});

test('detection adds to a module, and takes nothing away', () => {
  const config = readFileSync(path.join(FIXTURES, 'lenient/redomain.yaml'), 'utf8');
  const root = makeTree({ 'redomain.yaml': config.replace(/detect:[\s\S]*/, '') });
  const { policy } = loadPolicy({ cwd: root });
  const scripts = policy.modules.filter(({ language }) => language === 'typescript');
  expect(scripts).toHaveLength(3);
  for (const module of scripts) {
    const alone = moduleStatus(root, module, policy).text.replace(/\nmodule\.exports[\s\S]*/, '');
    expect(alone.length).toBeGreaterThan(1000);
    expect(TEXTS.lenient![module.file]!.startsWith(alone), module.file).toBe(true);
  }
});
