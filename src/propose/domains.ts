import { grouped } from '../core/counted.ts';
import { groupBy } from '../core/group-by.ts';
import type { Projects } from '../survey/projects.ts';
import type { HostFacts } from '../survey/tally.ts';
import { type HostReading, readHost } from './host-reading.ts';

/** A registrable domain of a tree, and what speaks for its being the project's own. */
export interface RankedDomain {
  readonly domain: string;
  /** Most frequent first. */
  readonly hosts: readonly HostFacts[];
  readonly occurrences: number;
  /** `own`: with evidence that nothing but a project's own domain has; `foreign`: a public service, or a name of examples. */
  readonly standing: 'own' | 'unsure' | 'foreign';
  /** Clauses. */
  readonly why: readonly string[];
}

/** Domains that documents and tests take for any domain. */
const PLACEHOLDERS = new RegExp(
  `^(?:${[
    'example|test|testing|company|domain|acme|acmecorp|foo|bar|baz|foobar|sample|site|server|host|website|app|api|db|user|hacker|invalid|valid',
    'your-[\\w-]*',
    '(?:your|my|some|other|another|external|internal|custom|different|random|legitimate|allowed|trusted|fake|bad|evil|malicious|attacker|phishing)' +
      '-?(?:company|domain|app|site|host|server|service|org|project|website|url|corp)?\\d*',
  ].join('|')})$`,
);
/** Public services that many projects name; the last thing that is asked. */
const PUBLIC = new Set(
  'github.com githubusercontent.com googleusercontent.com gitlab.com bitbucket.org google.com googleapis.com gstatic.com googletagmanager.com google-analytics.com youtube.com youtu.be microsoft.com microsoftonline.com azure.com windows.net amazonaws.com amazon.com cloudfront.net cloudflare.com npmjs.org npmjs.com yarnpkg.com unpkg.com jsdelivr.net pypi.org python.org pythonhosted.org nodejs.org mozilla.org w3.org schema.org json-schema.org ietf.org apache.org gnu.org wikipedia.org docker.com docker.io ghcr.io quay.io k8s.io kubernetes.io facebook.com twitter.com x.com linkedin.com instagram.com slack.com discord.com discord.gg telegram.org stripe.com paypal.com sentry.io openai.com anthropic.com auth0.com okta.com vercel.com netlify.com heroku.com digitalocean.com stackoverflow.com medium.com reddit.com shields.io opencollective.com readthedocs.io readthedocs.org rust-lang.org crates.io golang.org go.dev debian.org ubuntu.com alpinelinux.org letsencrypt.org gravatar.com unsplash.com cloudinary.com loom.com vimeo.com zoom.us notion.so figma.com atlassian.net atlassian.com jetbrains.com apple.com'.split(
    ' ',
  ),
);

/** The domains of a tree, the likeliest to be the project's own first; hosts that a platform named are left out. */
export function rankDomains(hosts: readonly HostFacts[], projects: Projects): RankedDomain[] {
  const named = hosts.filter(({ platform }) => platform === undefined);
  const groups = [...groupBy(named, ({ domain }) => domain)];
  const most = groups.reduce((best, [, members]) => Math.max(best, strongIn(members)), 0);
  return groups
    .map(([domain, members]) => weigh(domain, members, projects, most))
    .sort((a, b) => b.weight - a.weight || b.occurrences - a.occurrences || (a.domain < b.domain ? -1 : 1))
    .map(({ weight: _, ...ranked }) => ranked);
}

function weigh(
  domain: string,
  hosts: readonly HostFacts[],
  projects: Projects,
  most: number,
): RankedDomain & { readonly weight: number } {
  const readings = hosts.map((facts) => readHost(facts, [])).filter(({ exact }) => exact);
  const environments = distinct(readings, ({ environment }) => environment);
  const services = distinct(readings, ({ kind }) => kind);
  const variables = hosts.reduce((sum, { names }) => sum + variablesIn(names), 0);
  const strong = strongIn(hosts);
  const called = calledLike(domain, readings, projects);
  const isPublic = PUBLIC.has(domain) && !called && !(environments.length > 0 && strong === most);
  const foreign = isPublic || PLACEHOLDERS.test(domain.split('.')[0]!);
  const evidence = [environments.length > 0, services.length > 0, variables > 1].filter(Boolean).length;
  const own = strong > 0 && !foreign && evidence >= (called ? 1 : 3);
  const points = (called ? 40 : 0) + (environments.length > 0 ? 15 : 0) + 5 * Math.min(3, environments.length);
  return {
    domain,
    hosts: [...hosts].sort((a, b) => b.occurrences - a.occurrences || (a.host < b.host ? -1 : 1)),
    occurrences: hosts.reduce((sum, { occurrences }) => sum + occurrences, 0),
    standing: own ? 'own' : foreign ? 'foreign' : 'unsure',
    why: [
      ...(called ? [called] : []),
      ...(environments.length > 0 ? [`hosts of ${environments.join(', ')}`] : []),
      ...(services.length > 0 ? [`hosts for ${services.slice(0, 5).join(', ')}`] : []),
      ...(variables > 0
        ? [`${variables === 1 ? 'once' : `${grouped(variables)} times`} the value of a variable such as API_URL`]
        : []),
      ...(foreign ? ['a public service or a name of examples'] : []),
    ],
    weight:
      (foreign ? -1000 : 0) +
      points +
      5 * Math.min(6, services.length) +
      Math.min(20, variables / 2) +
      25 * Math.log10(strong + 1),
  };
}

function strongIn(hosts: readonly HostFacts[]): number {
  return hosts.reduce((sum, { strong }) => sum + strong, 0);
}

function distinct(readings: readonly HostReading[], of: (reading: HostReading) => string | undefined): string[] {
  return [...new Set(readings.flatMap((reading) => of(reading) ?? []))];
}

function variablesIn(names: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, count] of names) if (/^[A-Z][A-Z0-9_]*_[A-Z0-9_]+$/.test(name)) sum += count;
  return sum;
}

/** How a domain, or a host of it, is called like the project, or that a home page is below it: a clause. */
function calledLike(domain: string, readings: readonly HostReading[], { names, homes }: Projects): string | undefined {
  const home = homes.find((host) => host === domain || host.endsWith(`.${domain}`));
  if (home !== undefined && !PUBLIC.has(domain)) return `the home page of a package is ${home}`;
  const label = domain.split('.')[0]!.replaceAll('-', '');
  const name = names.find((one) => {
    const plain = one.replace(/[^a-z0-9]/g, '');
    return plain.length >= 4 && (label.includes(plain) || (label.length >= 4 && plain.startsWith(label)));
  });
  const parts = new Set(names.flatMap((one) => one.split(/[^a-z0-9]+/)).filter((part) => part.length >= 4 && !COMMON.test(part)));
  const part = name ?? [...parts].find((one) => label.startsWith(one));
  if (part !== undefined) return `called like the project (${part})`;
  const below = readings.find(({ labels }) => labels.some((one) => parts.has(one)));
  return below && !PUBLIC.has(domain) ? `${below.host} is called like the project` : undefined;
}

/** Parts of project names that are no names. */
const COMMON =
  /^(?:apps?|docs|site|website|frontend|backend|server|client|core|root|main|project|repo|repository|monorepo|workspace|tree|code|source|test|tests|private|public|service|services|platform|blog|mail|demo|status|support|forum|community|developers?)$/;
