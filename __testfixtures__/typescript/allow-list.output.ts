import cors from 'cors';
import { STAGING_FRONTEND_URL } from '@/lib/domain-config';

export const middleware = cors({ origin: ['https://app.old.ex.ai'], methods: ['GET'] });
export const client = { redirectUris: ['https://auth.old.ex.ai/callback'], home: `${STAGING_FRONTEND_URL}/home` };
