import { STAGING_AUTH_URL, STAGING_FRONTEND_URL } from '@/lib/domain-config';

switch (f(new URL(STAGING_AUTH_URL, base), "auth.old.ex.ai\n")) {
  case STAGING_AUTH_URL:
    f(1);
}

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
