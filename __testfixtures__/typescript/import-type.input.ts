import type { STAGING_AUTH_URL } from '@/lib/domain-config';

export type Auth = typeof STAGING_AUTH_URL;
export const api = 'https://api.old.ex.ai';
