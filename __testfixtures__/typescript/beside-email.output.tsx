import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export const Contact = () => (
  <ul>
    <li>https://docs.new.ex.ai, {STAGING_BACKEND_URL} or help@api.old.ex.ai</li>
    <li>
      https://docs.new.ex.ai, <b>at last</b> help@api.old.ex.ai
    </li>
    <li>{STAGING_BACKEND_URL}</li>
  </ul>
);
