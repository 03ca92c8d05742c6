import { fewHosts } from '../few-hosts.ts';
import type { Guard } from '../guard.ts';

export const assembledHost = {
  code: 'assembled-host',
  title: 'a host put together at run time',
  sentence: ({ hosts }) => `this host is put together at run time, and may be ${hosts}`,
  why: `The program fills a part of this host at run time. The result may be one of several retired hosts, and each may have
another canonical host.`,
  settle: `Replace the expression with constants of the domain module, or with a table that has the canonical address of each
service.`,
  deliver: ['keep'],
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = f"https://{service}.old.ex.ai/v1"' },
      { file: 'web/client.ts', text: 'export const url = (service: string) => `https://${service}.old.ex.ai/v1`;' },
      { file: 'infra/main.tf', text: 'url = "https://${var.service}.old.ex.ai/v1"' },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = f"https://api.old.ex.ai/{path}"' },
      { file: 'infra/main.tf', text: 'url = "https://api.old.ex.ai/${var.path}"' },
    ],
  },
  standings: ['partial'],
  holds: ({ hit, standing }) => hit.hole === true && standing.state === 'partial' && { hosts: fewHosts(standing.candidates) },
} satisfies Guard;
