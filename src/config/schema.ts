import { z } from 'zod';
import type { Delivery, RuleName, Severity } from '../types/policy.ts';
import { REASON_CODES } from '../types/reason.ts';

/** Every rule, in the order in which help and reports name them. */
export const RULE_NAMES = [
  'retired-host',
  'hard-coded-host',
  'unknown-host',
  'needs-review',
  'module-drift',
  'uncovered-host',
  'unimportable-module',
  'bad-suppression',
] as const satisfies readonly RuleName[];

const SEVERITIES = ['error', 'warn', 'off'] as const satisfies readonly Severity[];
const DELIVERIES = ['reference', 'literal', 'keep', 'ignore'] as const satisfies readonly Delivery[];

const address = z.string().meta({
  description:
    'A host, with a scheme, a port and a path prefix where they matter: `api.example.com`, `wss://api.example.com:8443/v1`.',
  examples: ['api.example.com'],
});

const pattern = z.string().meta({
  description: 'A host as above; `*` stands for one label or a part of one, `**` for one or more labels.',
  examples: ['api.old.example.com'],
});

const domain = z.string().meta({ examples: ['example.com'] });
const globs = z.array(z.string().meta({ examples: ['docs/**'] })).min(1);

const service = z
  .strictObject({
    host: address.describe('The canonical host. May carry a scheme, a port and a path prefix.'),
    scheme: z
      .string()
      .meta({ description: 'The scheme of the canonical address, where it is not https.', examples: ['wss'] })
      .optional(),
    bare: z.literal('safe').describe('Any string that is this host and nothing else may change.').optional(),
    retired: z.array(pattern).describe('Hosts that must no longer appear.').optional(),
  })
  .describe('A named endpoint.');

const environment = z
  .record(z.string(), service)
  .refine(filled, 'is empty; name a service with its host')
  .meta({
    description: 'The services of one environment, by name.',
    minProperties: 1,
    examples: [{ backend: { host: 'api.example.com' } }],
  });

const domainModule = z.strictObject({
  file: z.string().meta({
    description:
      'The file to write or adopt, relative to the configuration. Its name gives the language: Python, TypeScript, JavaScript, JSON or dotenv.',
    examples: ['shared/domain_config.py'],
  }),
  import: z
    .string()
    .meta({ description: 'The specifier by which other files import it.', examples: ['shared.domain_config'] })
    .optional(),
  scope: globs.describe('The files that may import it. Default: all files of its language.').optional(),
  adopt: z
    .boolean()
    .describe('The file exists and is your own: it is read, never written, and its constants are matched by value.')
    .optional(),
  symbols: z
    .record(z.string(), z.string().meta({ examples: ['DOMAINS.staging.backend'] }))
    .meta({
      description: 'For an adopted module: the expression to use for a value, by `environment.service.part` (host, url, ws).',
      examples: [{ 'staging.backend.url': 'DOMAINS.staging.backend' }],
    })
    .optional(),
});

const delivery = z.strictObject({
  files: globs.describe('Globs, relative to the configuration. With a reason they may be left out: everywhere.').optional(),
  reason: z
    .enum(REASON_CODES)
    .describe('The code of a reason for which places are left for review; `redomain explain CODE` tells about it.')
    .optional(),
  as: z
    .enum(DELIVERIES)
    .describe(
      'reference: by constant where possible. literal: host characters only. keep: count, do not touch. ignore: do not read. With a reason: literal or keep.',
    ),
});

const variable = z.string().meta({ examples: ['APP_ENV'] });
const environmentName = z.string().meta({ examples: ['staging'] });

const detection = z
  .strictObject({
    variables: z
      .array(variable)
      .min(1)
      .describe('Environment variables, in this order; the first that is set and not empty counts.'),
    aliases: z
      .record(z.string(), environmentName)
      .meta({
        description: 'Other values of these variables, with the environment that they name.',
        examples: [{ stage: 'staging' }],
      })
      .optional(),
    default: environmentName
      .describe('The environment where none of the variables is set. Without it that is an error.')
      .optional(),
    override: z
      .string()
      .meta({
        description: 'Name of the environment variable that gives a service another address at run time. Without it none does.',
        examples: ['{SERVICE}_URL'],
      })
      .optional(),
  })
  .describe('How the domain modules find out, at run time, in which environment a program is.');

const template = (part: string, suffix: string) =>
  z
    .string()
    .meta({
      description: `Name of the constant that holds ${part}.`,
      default: `{ENVIRONMENT}_{SERVICE}_${suffix}`,
      examples: [`{ENVIRONMENT}_{SERVICE}_${suffix}`],
    })
    .optional();

const severity = z.enum(SEVERITIES).optional();

/** What redomain.yaml may hold. What only meaning can tell (hosts, conflicts, paths) is checked where the policy is built. */
export const configuration = z.strictObject({
  $schema: z.string().describe('Where an editor finds this schema.').optional(),
  apex: z
    .array(domain)
    .describe('Registrable domains that this file governs: a host below one that nothing here names is reported as unknown.')
    .optional(),
  certificates: z
    .array(z.string().meta({ examples: ['*.example.com'] }))
    .describe(
      'What TLS covers: names, or PEM files of certificates (with a slash, or ending in .pem, .crt or .cer), relative to the configuration. A wildcard covers exactly one label (RFC 9525).',
    )
    .optional(),
  environments: z
    .record(z.string(), environment)
    .refine(filled, 'is empty; name an environment with its services')
    .meta({
      description: 'The services of each environment.',
      minProperties: 1,
      examples: [{ staging: { backend: { host: 'api.example.com' } } }],
    })
    .optional(),
  rename: z
    .record(z.string(), pattern)
    .describe('Hosts of no service, old to new; what a wildcard matched carries over.')
    .optional(),
  modules: z.array(domainModule).describe('The domain modules that redomain writes, or adopts.').optional(),
  detect: detection.optional(),
  deliver: z.array(delivery).describe('Exceptions by file; the first match wins.').optional(),
  names: z
    .strictObject({
      host: template('host and port', 'HOST'),
      url: template('the URL', 'URL'),
      ws: template('the WebSocket URL', 'WS_URL'),
    })
    .describe('Patterns of the constants’ names.')
    .optional(),
  emails: z
    .enum(['keep', 'literal', 'reference', 'review'])
    .describe('What becomes of addresses at a retired host. Default: keep.')
    .optional(),
  rules: z
    .strictObject(Object.fromEntries(RULE_NAMES.map((name) => [name, severity])) as Record<RuleName, typeof severity>)
    .describe('Severities.')
    .optional(),
});

export type Configuration = z.infer<typeof configuration>;
export type ServiceConfiguration = z.infer<typeof service>;
export type ModuleConfiguration = z.infer<typeof domainModule>;

function filled(value: object): boolean {
  return Object.keys(value).length > 0;
}

/** The JSON Schema (draft 7, which editors read) of the configuration file. */
export function configSchema(): object {
  const { $schema, ...body } = z.toJSONSchema(configuration, { target: 'draft-7' });
  return { $schema, title: 'redomain configuration', ...body };
}
