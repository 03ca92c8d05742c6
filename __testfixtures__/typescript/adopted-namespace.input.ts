import * as domains from '@/adopted/domains';

export const API_URL = 'https://api.old.ex.ai/v1';
export const SOCKET_URL = 'wss://api.old.ex.ai';
export const ALL = Object.values(domains.DOMAINS.staging);
