import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { f } from './f';

export const glob = ['https://api.old.ex.ai*.old.ex.ai', 'https://api.old.ex.ai*api.old.ex.ai'];
export const bold = ['**api.old.ex.ai**', `*${STAGING_BACKEND_URL}*.`];
export const held = f(`notapi.old.ex.ai${((function a() { return STAGING_BACKEND_URL; })).call(STAGING_BACKEND_URL)}`);
