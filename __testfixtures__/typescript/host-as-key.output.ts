import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { a } from './a';

export const twice = a({ [STAGING_BACKEND_URL]: STAGING_BACKEND_URL, old: 'https://api.old.ex.ai/x' });
