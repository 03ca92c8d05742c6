import { STAGING_BACKEND_URL } from '@/lib/domain-config';

f('https://api.old.ex.aihttps://api.old.ex.ai*-notapi.old.ex.ai');
export const last = STAGING_BACKEND_URL;
