import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export const config = { matcher: 'https://new.ex.ai/x' };
export const settings = { url: `${STAGING_BACKEND_URL}/x` };
