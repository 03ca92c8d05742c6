import {
  STAGING_BACKEND_URL as _STAGING_BACKEND_URL,
  STAGING_FRONTEND_URL,
} from '@/lib/domain-config';

export function urls(STAGING_BACKEND_URL: string): string[] {
  return [STAGING_BACKEND_URL, `${_STAGING_BACKEND_URL}/x`];
}

export const env = { STAGING_FRONTEND_URL: process.env.STAGING_FRONTEND_URL ?? STAGING_FRONTEND_URL };
