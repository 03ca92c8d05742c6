import * as domains from '@/lib/domain-config';

export const auth = domains.STAGING_AUTH_URL;
export const api = `${domains.STAGING_BACKEND_URL}/x`;
