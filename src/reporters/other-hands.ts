import type { Report } from '../types/report.ts';
import { movesOf } from './moves.ts';

const SHOWN = 5;

/** Names the first so many and counts the others, in the form of the reporter. */
type Few = (texts: readonly string[], limit: number) => string;

/** What somebody else has to do, with the files that point to it, as far as the run has seen. */
export interface Errand {
  readonly what: string;
  readonly does: string;
  readonly files: readonly string[];
}

interface Task {
  readonly what: string;
  /** What has to be done, as a clause with the new hosts in it. */
  readonly does: (hosts: string, report: Report, few: Few) => string;
  /** Words in a path or in what stands around a host that tell of it. */
  readonly clue: RegExp;
}

const TASKS: readonly Task[] = [
  {
    what: 'DNS',
    does: (hosts) => `${hosts} must resolve before this is merged; the old names stay until nothing asks for them`,
    clue: /\bdns\b|\broute ?53\b|\bdig\b|terraform|\.tf\b|\.tfvars\b|ingress|nginx|caddy|traefik|server_name|cname/i,
  },
  {
    what: 'Certificates',
    does: certificates,
    clue: /\bcert|\btls\b|\bssl\b|acme|letsencrypt/i,
  },
  {
    what: 'OAuth and SSO',
    does: (hosts) => `redirect lists and allowed origins of every identity provider take ${hosts}`,
    clue: /oauth|oidc|saml|\bsso\b|redirect|callback|client_?id|auth0|okta|cognito/i,
  },
  {
    what: 'CORS and CSP',
    does: (hosts) => `allow lists, also those outside this repository, take ${hosts} beside the old hosts for a while`,
    clue: /\bcors|origin|\bcsp\b|content.security|allowed_?hosts|allow list/i,
  },
  {
    what: 'Dashboards, monitors and alarms',
    does: (hosts) => `what watches the old hosts has to watch ${hosts}`,
    clue: /dashboard|grafana|datadog|prometheus|sentry|uptime|monitor|\balert|probe|smoke|health/i,
  },
];

/** What a change of files cannot do: one errand for each system that knows the hosts as well. Empty where no host moves. */
export function errandsOf(report: Report, few: Few): Errand[] {
  const moves = movesOf(report);
  if (moves.length === 0) return [];
  const targets = [...new Set(moves.flatMap(({ to }) => to ?? []))];
  const hosts = targets.length === 0 ? 'the new hosts' : few(targets, SHOWN);
  const clues = cluesOf(report);
  return TASKS.map(({ what, does, clue }) => {
    const files = clues.filter(({ words }) => clue.test(words)).map(({ path }) => path);
    return { what, does: does(hosts, report, few), files: [...new Set(files)] };
  });
}

function certificates(hosts: string, { policy, findings }: Report, few: Few): string {
  const bare = [...new Set(findings.filter(({ rule }) => rule === 'uncovered-host').map(({ host }) => host))];
  if (bare.length > 0) return `none covers ${few(bare, SHOWN)}: TLS fails there until one does`;
  if (policy.certificates.length === 0)
    return `one must cover ${hosts}; the configuration names no certificates, so nothing was checked`;
  const names = policy.certificates.flatMap(({ names }) => names);
  return `those that the configuration names (${few(names, SHOWN)}) cover ${hosts}; see that they are served there`;
}

/** Files that name a governed host, with the words around it; those that only redomain's own configuration explains are left out. */
function cluesOf({ findings, files, policy }: Report): { path: string; words: string }[] {
  const named = findings.filter(({ path, host }) => host !== '' && path !== policy.configFile);
  const changed = files.filter(({ status }) => status === 'changed');
  return [
    ...named.map(({ path, context, reason }) => ({ path, words: `${path} ${context} ${reason}` })),
    ...changed.map(({ path }) => ({ path, words: path })),
  ];
}
