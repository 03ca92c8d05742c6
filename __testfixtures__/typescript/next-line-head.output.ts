import { STAGING_BACKEND_URL } from '@/lib/domain-config';

// eslint-disable-next-line no-undef

report(STAGING_BACKEND_URL);

export const last = 1;
