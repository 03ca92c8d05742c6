import type { Flag } from './flag.ts';

/** The flags of `init` and `hosts`. */

export const apex = {
  name: 'apex',
  type: 'string',
  value: 'DOMAIN',
  describe: 'The domain to look at; may be given several times',
  docs: 'A registrable domain, such as `example.com`: every host below it counts. Without it, the domains are found. With `init` and `hosts` only.',
} as const satisfies Flag;

export const yes = {
  name: 'yes',
  alias: 'y',
  type: 'boolean',
  describe: 'Ask nothing: take what is proposed',
  docs: 'As without a terminal. With `init` only.',
} as const satisfies Flag;

export const force = {
  name: 'force',
  type: 'boolean',
  describe: 'Commit although the work tree has other changes; with init, replace a configuration',
  docs: 'With `--commit` or `init`. Files with changes that are not committed stay as they are.',
} as const satisfies Flag;

export const probe = {
  name: 'probe',
  type: 'boolean',
  describe: 'Connect to each canonical host, and say what certificate it presents',
  docs: 'With `hosts` only, and the only thing that connects anywhere: looks the name up, and makes a TLS handshake with it.',
} as const satisfies Flag;

export const history = {
  name: 'history',
  type: 'boolean',
  describe: 'Also count, commit by commit, the files that held retired and canonical hosts',
  docs: 'With `hosts` only. See [Hosts](hosts.md#over-time).',
} as const satisfies Flag;

export const timeout = {
  name: 'timeout',
  type: 'number',
  value: 'SECONDS',
  describe: 'How long each host may take to answer (default 10)',
  docs: 'With `--probe` only.',
} as const satisfies Flag;
