import * as domains from '@/adopted/domains';

export const API_URL = `${domains.DOMAINS.staging.backend}/v1`;
export const SOCKET_URL = domains.DOMAINS.staging['web-socket'];
export const ALL = Object.values(domains.DOMAINS.staging);
