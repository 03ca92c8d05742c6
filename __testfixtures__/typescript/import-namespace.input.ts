import * as domains from '@/lib/domain-config';

export const auth = domains.STAGING_AUTH_URL;
export const api = 'https://api.old.ex.ai/x';
