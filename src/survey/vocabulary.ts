import { wordsOf } from '../guards/words.ts';

/** What labels and names call an environment, by the name that a configuration gives it. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  production: 'production prod prd',
  staging: 'staging stage stg',
  development: 'development dev devel develop',
  test: 'test testing tst',
  qa: 'qa',
  uat: 'uat',
  preproduction: 'preproduction preprod',
  sandbox: 'sandbox',
  preview: 'preview previews',
  demo: 'demo',
};

/** What labels and names call a service, by the kind of service. */
const SERVICES: Readonly<Record<string, string>> = {
  backend: 'api apis backend server rest graphql',
  auth: 'auth authentication login sso oauth identity idp accounts account',
  frontend: 'app apps frontend web ui client portal site website www webapp',
  websocket: 'ws wss websocket websockets socket sockets realtime live stream',
  docs: 'docs doc documentation',
  admin: 'admin backoffice',
  dashboard: 'dashboard console',
  cdn: 'cdn static assets media',
  status: 'status',
  metrics: 'metrics monitoring grafana prometheus analytics telemetry',
  mail: 'mail smtp email',
  hooks: 'hooks webhooks webhook',
  chat: 'chat',
  blog: 'blog',
};

/** Words in a name that say that its value is a network host. */
const HOSTS =
  'host hosts hostname url urls uri uris origin origins domain domains endpoint endpoints server servers address addr base fqdn netloc issuer audience callback redirect webhook proxy upstream ingress gateway href site homepage';

const byWord = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)));

const environments = byWord(ENVIRONMENTS);
const services = byWord(SERVICES);
const hosts = new Set(HOSTS.split(' '));

/** The environment that a word of a label or name stands for. */
export function environmentOf(word: string): string | undefined {
  return environments.get(word);
}

/** The kind of service that a word of a label or name stands for. */
export function serviceOf(word: string): string | undefined {
  return services.get(word);
}

/** The kinds of service that a name speaks of, in the order of its words: `AUTH_SERVICE_URL` of `auth`. */
export function servicesIn(name: string): string[] {
  return [...new Set(wordsOf(name).flatMap((word) => services.get(word) ?? []))];
}

/** Whether a name says that its value is a network host. */
export function namesHost(name: string): boolean {
  return wordsOf(name).some((word) => hosts.has(word) || services.has(word) || /^(?:base)?(?:url|host|uri)$/.test(word));
}
