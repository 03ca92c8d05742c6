import { STAGING_BACKEND_URL as _STAGING_BACKEND_URL } from '@/lib/domain-config';

export const STAGING_BACKEND_URL = _STAGING_BACKEND_URL;
export const health = `${STAGING_BACKEND_URL}/health`;
