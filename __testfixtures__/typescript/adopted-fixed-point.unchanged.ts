import { DOMAINS, Hosts } from '@/adopted/domains';
import { store } from './store';

export const API_URL = DOMAINS.staging.backend;
export const SOCKET_URL = `${DOMAINS.staging['web-socket']}/ws`;
export const same = (host: string) => host === Hosts.FRONTEND;
store(DOMAINS.staging['api-host'], 'api.old.ex.ai');
