import { f } from './f';

export const glob = ['https://api.old.ex.ai*.old.ex.ai', 'https://api.old.ex.ai*api.old.ex.ai'];
export const bold = ['**api.old.ex.ai**', '*https://api.old.ex.ai*.'];
export const held = f(`notapi.old.ex.ai${((function a() { return 'https://api.old.ex.ai'; })).call('https://api.old.ex.ai')}`);
