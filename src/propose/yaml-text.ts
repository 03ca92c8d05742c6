import { Document, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { counted } from '../core/counted.ts';
import type { Proposal, ProposedEnvironment, ProposedService, Question } from './proposal.ts';

const WIDTH = 120;

/** The proposal as the text of redomain.yaml, each part with its evidence in a comment. */
export function yamlText(proposal: Proposal, head: string): string {
  const document = new Document({});
  const root = document.contents as unknown as YAMLMap;
  const add = (key: string, value: unknown, comment: string): Pair<Scalar, unknown> => {
    const pair = document.createPair(key, value) as Pair<Scalar, unknown>;
    if (comment) pair.key.commentBefore = comment;
    pair.key.spaceBefore = true;
    root.add(pair);
    return pair;
  };
  const apexes = add(
    'apex',
    proposal.apexes.map(({ value }) => value),
    [wrapped(head, 0), '', ...proposal.apexes.map(({ why }) => wrapped(why, 0))].join('\n'),
  );
  apexes.key.spaceBefore = false;
  (apexes.value as YAMLSeq).flow = true;
  const environments = document.createNode({}) as unknown as YAMLMap;
  for (const environment of proposal.environments) environments.add(environmentPair(document, environment));
  if (proposal.environments.length > 0) add('environments', environments, aboveEnvironments(proposal));
  else add('rename', document.createNode({}), aboveEnvironments(proposal));
  const modules = proposal.modules.map(({ file, import: specifier, scope, why }) => {
    const node = document.createNode(
      { file, ...(specifier ? { import: specifier } : {}), ...(scope ? { scope } : {}) },
      { flow: true },
    );
    node.commentBefore = wrapped(why, 2);
    return node;
  });
  const moduleNotes = proposal.moduleNotes.map((note) => wrapped(`Note: ${note}`, 0)).join('\n');
  if (modules.length > 0) add('modules', modules, moduleNotes);
  const deliver = proposal.deliver.map(({ files, as, why }) => {
    const node = document.createNode({ files, as }, { flow: true });
    node.commentBefore = wrapped(why, 2);
    return node;
  });
  if (deliver.length > 0) add('deliver', deliver, modules.length > 0 ? '' : moduleNotes);
  document.comment = endNotes(proposal, modules.length === 0 && deliver.length === 0 ? moduleNotes : '');
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, commentString: asComment });
}

function environmentPair(document: Document, { name, services }: ProposedEnvironment): Pair {
  const map = document.createNode({}) as unknown as YAMLMap;
  for (const service of services) map.add(servicePair(document, service));
  return document.createPair(name, map);
}

function servicePair(document: Document, { name, host, scheme, retired }: ProposedService): Pair {
  const node = document.createNode({
    host: host.value,
    ...(scheme ? { scheme: scheme.value } : {}),
    ...(retired.length > 0 ? { retired: retired.map(({ value }) => value) } : {}),
  }) as unknown as YAMLMap;
  node.commentBefore = wrapped(host.why, 6);
  for (const [index, item] of ((node.get('retired', true) as YAMLSeq | undefined)?.items ?? []).entries())
    (item as Scalar).comment = ` ${plain(retired[index]!.why)}`;
  const pair = document.createPair(name, node);
  return pair;
}

/** What stands above `environments`: the certificates, and what the tree does not tell. */
function aboveEnvironments({ certificates, questions }: Proposal): string {
  const names = certificates.value.map((name) => (name.startsWith('*') ? `"${name}"` : name)).join(', ');
  const lines = [
    wrapped(`${certificates.why}. Name yours, and each host that none covers becomes a finding (uncovered-host); a guess:`, 0),
    ` certificates: [${names}]`,
  ];
  return [lines.join('\n'), ...questions.map(askedIn)].join('\n\n');
}

function askedIn({ environment, service, hosts }: Question): string {
  const options = hosts.map(({ value, why }) => `${value} (${why})`).join(' or ');
  return wrapped(
    `Not known: which is the host of ${environment}.${service}, ${options}? Write the one as host, the other under retired.`,
    0,
  );
}

function endNotes({ notes, renames, unnamed }: Proposal, more: string): string {
  const reasons = renames.map(({ why }) => wrapped(why, 0));
  const pairs = renames.map(({ value: [from, to] }) => `"${from}": "${to}"`);
  const suggested = renames.length > 0 ? [[...reasons, ` rename: { ${pairs.join(', ')} }`].join('\n')] : [];
  const said = notes.map((note) => wrapped(`${note.charAt(0).toUpperCase()}${note.slice(1)}.`, 0));
  return [...(more ? [more] : []), ...unnamedIn(unnamed), ...suggested, ...said].join('\n\n');
}

/** Hosts of no known service, written as `environments` has services, so that a person can move the lines up. */
function unnamedIn({ environments, more }: Proposal['unnamed']): string[] {
  if (environments.length === 0) return [];
  const lines = environments.flatMap(({ name, services }) => [`   ${name}:`, ...services.map(unnamedLine)]);
  const rest = more > 0 ? [wrapped(`and ${counted(more, 'host')} more, which \`redomain hosts\` lists`, 0)] : [];
  return [[wrapped(UNNAMED, 0), ...lines, ...rest].join('\n')];
}

const UNNAMED =
  'Hosts whose service is not known; each is a finding (unknown-host) until it stands above. Correct these lines and move them up into environments, or put a host under retired of the service that it belongs to:';

function unnamedLine({ name, host, retired }: ProposedService): string {
  const old = retired.length > 0 ? `, retired: [${retired.map(({ value }) => value).join(', ')}]` : '';
  return `     ${name}: { host: ${host.value}${old} } # ${plain(host.why)}`;
}

/** Lines of comment text of at most the width, each with a space in front. */
function wrapped(text: string, indent: number): string {
  return plain(text, '\n')
    .split('\n')
    .flatMap((line) => {
      const lines: string[] = [];
      let rest = '';
      for (const word of line.split(' ')) {
        if (rest !== '' && rest.length + word.length + 3 + indent > WIDTH) {
          lines.push(rest);
          rest = word;
        } else rest = rest === '' ? word : `${rest} ${word}`;
      }
      return [...lines, rest];
    })
    .map((line) => ` ${line}`)
    .join('\n');
}

/** Text of a tree as a comment can hold it: no line breaks but those that are kept, and nothing that steers a terminal. */
function plain(text: string, kept = ''): string {
  return [...text]
    .map((character) => (character === kept || !/\p{C}|[\u2028\u2029\u0085]/u.test(character) ? character : '?'))
    .join('');
}

function asComment(text: string): string {
  return text.replace(/^(?!$)(?: $)?/gm, '#');
}
