import { fewHosts } from '../few-hosts.ts';
import type { Guard } from '../guard.ts';

export const domainSuffix = {
  code: 'domain-suffix',
  title: 'a domain suffix',
  sentence: ({ hosts }) => `this is a suffix of ${hosts}`,
  standings: ['partial'],
  holds: ({ hit, standing }) => hit.hole !== true && standing.state === 'partial' && { hosts: fewHosts(standing.candidates) },
} satisfies Guard;
