import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export const Links = () => (
  <p>
    <a>ws-new.ex.ai{STAGING_BACKEND_URL}</a>
    <a>new.ex.ai</a>
  </p>
);
