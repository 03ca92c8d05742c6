import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { a } from './a';

export const A = (
  <p>
    {a} at
      {STAGING_BACKEND_URL}/x now
  </p>
);
