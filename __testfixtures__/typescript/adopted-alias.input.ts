import { DOMAINS as domains } from '@/adopted/domains';

export const API_URL = 'https://api.old.ex.ai/v1';
export const OTHER_URL = domains.staging.auth;
export function host(Hosts: string[]): string {
  return Hosts[0] ?? { host: 'app.old.ex.ai' }.host;
}
