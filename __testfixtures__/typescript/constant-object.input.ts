export const endpoints = { api: { url: 'https://api.old.ex.ai', path: 'https://api.old.ex.ai/x' } } as const;
const hosts = { api: 'https://api.old.ex.ai' } as const;
export type Host = (typeof hosts)['api'];
export const frozen = Object.freeze({ url: 'https://api.old.ex.ai' });
