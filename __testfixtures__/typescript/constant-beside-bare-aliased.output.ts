import { STAGING_AUTH_URL as _STAGING_AUTH_URL } from '@/lib/domain-config';

// The name that takes the constant's place is another one here, and says as little.
export function choose(STAGING_AUTH_URL: string): boolean {
  return check('auth.old.ex.ai', STAGING_AUTH_URL) === _STAGING_AUTH_URL;
}
