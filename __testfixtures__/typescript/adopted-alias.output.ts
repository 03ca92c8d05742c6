import { DOMAINS as domains, Hosts as _Hosts } from '@/adopted/domains';

export const API_URL = `${domains.staging.backend}/v1`;
export const OTHER_URL = domains.staging.auth;
export function host(Hosts: string[]): string {
  return Hosts[0] ?? { host: _Hosts.FRONTEND }.host;
}
