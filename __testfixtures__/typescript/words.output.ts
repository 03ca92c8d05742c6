import { STAGING_BACKEND_URL } from '@/lib/domain-config';

export function words(map: Record<string, number>) {
  for (const url of[STAGING_BACKEND_URL])console.log(url);
  if (STAGING_BACKEND_URL in map) throw`${STAGING_BACKEND_URL}/thrown`;
  return STAGING_BACKEND_URL;
}
export const lazy = async () => await STAGING_BACKEND_URL;
export default STAGING_BACKEND_URL;
