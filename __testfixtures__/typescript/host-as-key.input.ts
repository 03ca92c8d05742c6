import { a } from './a';

export const twice = a({ 'https://api.old.ex.ai': 'https://api.old.ex.ai', old: 'https://api.old.ex.ai/x' });
