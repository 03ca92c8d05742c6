import { STAGING_AUTH_URL, STAGING_BACKEND_URL } from '@/lib/domain-config';

export const origins = [STAGING_BACKEND_URL, STAGING_AUTH_URL];
export const mirrors = ['https://api.old.ex.ai', 'https://backend-7f3a.run.example.net'];
