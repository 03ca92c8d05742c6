import { fewHosts } from '../few-hosts.ts';
import type { Guard } from '../guard.ts';

export const assembledHost = {
  code: 'assembled-host',
  title: 'a host put together at run time',
  sentence: ({ hosts }) => `this host is put together at run time, and may be ${hosts}`,
  standings: ['partial'],
  holds: ({ hit, standing }) => hit.hole === true && standing.state === 'partial' && { hosts: fewHosts(standing.candidates) },
} satisfies Guard;
