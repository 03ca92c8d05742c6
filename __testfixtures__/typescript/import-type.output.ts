import type { STAGING_AUTH_URL } from '@/lib/domain-config';
import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export type Auth = typeof STAGING_AUTH_URL;
export const api = STAGING_BACKEND_URL;
