import { STAGING_BACKEND_URL, STAGING_FRONTEND_URL } from '@/lib/domain-config';
import { kind } from './kind';

export const limits = { [STAGING_BACKEND_URL]: 1, [`${STAGING_FRONTEND_URL}/x`]: 2 };
export const computed = { [STAGING_BACKEND_URL]: 1 };
export const { [STAGING_BACKEND_URL]: limit } = limits;

export class Handlers {
  count = 1
  ;[STAGING_BACKEND_URL] = 2;
  [`${STAGING_FRONTEND_URL}/x`]() {
    return this.count;
  }
}

export function portOf(url: string): number {
  switch (url) {
    case STAGING_BACKEND_URL:
      return 1;
    case STAGING_FRONTEND_URL:
      return kind;
    default:
      return 3;
  }
}
