import {
  STAGING_BACKEND_URL,
  STAGING_WEBSOCKET_HOST,
} from '@/lib/domain-config';

// What stands behind an address with two slashes is a path of it, before the run and after.
export const joined = [f(`${STAGING_BACKEND_URL}//ws-new.ex.ai`), f(`${STAGING_BACKEND_URL}/a//ws-new.ex.ai`), f(`//${STAGING_WEBSOCKET_HOST}/a`)];
