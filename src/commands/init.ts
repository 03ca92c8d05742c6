import path from 'node:path';
import { proposalsOfModules } from '../../transforms/languages.ts';
import { configsIn, searchConfig } from '../config/find.ts';
import { readPolicy } from '../config/load.ts';
import { filesOf } from '../core/counted.ts';
import { UserError } from '../core/user-error.ts';
import { attributesOf } from '../files/attributes.ts';
import { temporaryName } from '../files/name.ts';
import { reasonOf } from '../files/reason.ts';
import { kindOf } from '../files/regular.ts';
import { replaceFile } from '../files/replace.ts';
import { type RankedDomain, rankDomains } from '../propose/domains.ts';
import type { Answers } from '../propose/environment.ts';
import type { Proposal, Question } from '../propose/proposal.ts';
import { propose } from '../propose/propose.ts';
import { yamlText } from '../propose/yaml-text.ts';
import { type Projects, readProjects } from '../survey/projects.ts';
import { type Survey, survey } from '../survey/survey.ts';

export interface InitOptions {
  readonly cwd: string;
  readonly apexes: readonly string[];
  /** Replaces a configuration that is there. */
  readonly force: boolean;
  /** Absent: nothing is asked, and what is proposed is taken. */
  readonly interview?: Interview;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Asks a person. Each answer may be `undefined`: the person went away. */
export interface Interview {
  domains(ranked: readonly RankedDomain[]): Promise<readonly string[] | undefined>;
  /** The canonical host, or `''` where the person does not know either. */
  canonical(question: Question): Promise<string | undefined>;
  confirm(file: string, text: string): Promise<boolean | undefined>;
}

export type InitResult =
  | { readonly kind: 'nothing'; readonly message: string }
  | {
      readonly kind: 'written';
      readonly file: string;
      readonly proposal: Proposal;
      readonly chosen: readonly string[];
      readonly others: readonly string[];
    };

/** Surveys the tree below `cwd`, proposes a configuration, and writes it. Throws UserError where there is one already, and where it cannot be told which domain is the project's own. */
export async function init(options: InitOptions): Promise<InitResult> {
  const { cwd, apexes, force, interview, onProgress } = options;
  const file = targetIn(cwd, force);
  const found = await survey({ root: cwd, cwd, paths: [], apexes, ...(onProgress ? { onProgress } : {}) });
  const projects = readProjects(cwd, found.listed);
  const ranked = rankDomains(found.hosts, projects);
  const chosen = apexes.length > 0 ? ranked.filter(({ domain }) => apexes.includes(domain)) : await choose(ranked, interview);
  if (!chosen) return { kind: 'nothing', message: 'nothing was written' };
  if (chosen.length === 0) return { kind: 'nothing', message: absence(ranked, apexes, found.scanned) };
  const proposal = await settled(found, projects, chosen, interview);
  if (!proposal) return { kind: 'nothing', message: 'nothing was written' };
  const text = yamlText(proposal, HEAD);
  readPolicy(text, file, path.basename(file));
  if (interview && !(await interview.confirm(file, text))) return { kind: 'nothing', message: 'nothing was written' };
  writeAtOnce(file, text, force);
  const least = Math.min(...chosen.map(({ occurrences }) => occurrences)) * OTHERS;
  const others = ranked.filter((one) => one.standing === 'own' && one.occurrences >= least && !chosen.includes(one));
  const names = (domains: readonly RankedDomain[]): string[] => domains.map(({ domain }) => domain);
  return { kind: 'written', file, proposal, chosen: names(chosen), others: names(others) };
}

/** The share of a chosen domain's occurrences from which on another one is mentioned. */
const OTHERS = 0.02;

const HEAD =
  'Proposed by `redomain init` from what the files of this tree name. Comments say why; read them, correct what is wrong, and delete them.';

/** Where the configuration goes. */
function targetIn(cwd: string, force: boolean): string {
  const [there, ...more] = configsIn(cwd);
  if (there === undefined) {
    if (!force) refuseBelow(cwd);
    return path.join(cwd, 'redomain.yaml');
  }
  const shown = path.basename(there);
  if (!force)
    throw new UserError(`there is a configuration already: ${shown}`, {
      hint: 'run `redomain` to use it, or `redomain init --force` to replace it',
    });
  if (more.length > 0 || !/\.ya?ml$/.test(there))
    throw new UserError(`the configuration in ${[there, ...more].map((one) => path.basename(one)).join(', ')} is not replaced`, {
      hint: 'only a single redomain.yaml or redomain.yml is; remove the others first',
    });
  return there;
}

/** A second configuration would hide the one above it from everything that runs here. */
function refuseBelow(cwd: string): void {
  const above = searchConfig(path.dirname(cwd));
  if (above)
    throw new UserError(`there is a configuration above: ${path.relative(cwd, above.configPath)}`, {
      hint: 'run `redomain` to use it, or `redomain init --force` to write one for this directory alone',
    });
}

/** The domains to propose for: those that a person picks, else the likeliest of the project's own. */
async function choose(
  ranked: readonly RankedDomain[],
  interview: Interview | undefined,
): Promise<readonly RankedDomain[] | undefined> {
  const possible = ranked.filter(({ standing }) => standing !== 'foreign');
  if (possible.length === 0) return [];
  if (interview) {
    const picked = await interview.domains(possible);
    return picked && possible.filter(({ domain }) => picked.includes(domain));
  }
  const own = possible.filter(({ standing }) => standing === 'own');
  if (own.length > 0) return own.slice(0, 1);
  const shown = possible.slice(0, 5).map(({ domain, occurrences }) => `${domain} (${occurrences})`);
  throw new UserError(`it cannot be told which domain is the project's own: ${shown.join(', ')}`, {
    hint: `name it, such as \`redomain init --apex ${possible[0]!.domain}\`; \`redomain hosts\` lists all`,
  });
}

/** Why there is nothing to propose. */
function absence(ranked: readonly RankedDomain[], apexes: readonly string[], scanned: number): string {
  const files = filesOf(scanned);
  if (apexes.length > 0)
    return `no host of ${apexes.join(' or ')} in ${files}; nothing was written (\`redomain hosts\` lists the domains that are there)`;
  return ranked.length === 0
    ? `no host in ${files}: there is nothing to move, and nothing was written`
    : `no domain but those of public services and examples (${ranked[0]!.domain} and the like) in ${files}; nothing was written (--apex DOMAIN takes one all the same)`;
}

/** The proposal, once a person has answered what the tree does not tell; questions without an answer stay in it. */
async function settled(
  found: Survey,
  projects: Projects,
  chosen: readonly RankedDomain[],
  interview: Interview | undefined,
): Promise<Proposal | undefined> {
  const proposals = await proposalsOfModules();
  const first = propose(found, projects, chosen, proposals);
  if (!interview || first.questions.length === 0) return first;
  const answers = new Map<string, string>();
  for (const question of first.questions) {
    const answer = await interview.canonical(question);
    if (answer === undefined) return undefined;
    answers.set(`${question.environment}.${question.service}`, answer);
  }
  return propose(found, projects, chosen, proposals, answers satisfies Answers);
}

function writeAtOnce(file: string, text: string, force: boolean): void {
  const kind = kindOf(file);
  if (kind !== undefined && !(force && kind === 'regular file'))
    throw new UserError(`there is something else at ${path.basename(file)}; nothing was written`);
  try {
    const kept = kind === undefined ? undefined : attributesOf(file);
    replaceFile(file, path.join(path.dirname(file), temporaryName('init', process.pid)), Buffer.from(text), kept);
  } catch (error) {
    throw new UserError(`cannot write ${path.basename(file)}: ${reasonOf(error)}`);
  }
}
