import { STAGING_AUTH_URL, STAGING_FRONTEND_URL } from '@/lib/domain-config';

// A text that becomes a constant names nothing, and neither does the constant.
export function sorts(text: string): boolean {
  const same = ('api.old.ex.ai' === text) === (STAGING_AUTH_URL === text);
  const kept = check('auth.old.ex.ai', text) === STAGING_AUTH_URL;
  switch (STAGING_FRONTEND_URL) {
    case 'app.old.ex.ai\n':
      return same;
    default:
      return kept;
  }
}
