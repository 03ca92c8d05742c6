import '@/lib/domain-config';
export * from '@/lib/domain-config';
export { STAGING_BACKEND_URL } from '@/lib/domain-config';

export const api = 'https://api.old.ex.ai';
