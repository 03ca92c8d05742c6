import { STAGING_AUTH_URL, STAGING_BACKEND_URL } from '@/lib/domain-config';
import { z } from 'zod';

export const auth = z.literal(STAGING_AUTH_URL);
export const api = STAGING_BACKEND_URL;
