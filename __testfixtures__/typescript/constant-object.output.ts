import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export const endpoints = { api: { url: STAGING_BACKEND_URL, path: `${STAGING_BACKEND_URL}/x` } } as const;
const hosts = { api: 'https://new.ex.ai' } as const;
export type Host = (typeof hosts)['api'];
export const frozen = Object.freeze({ url: STAGING_BACKEND_URL });
