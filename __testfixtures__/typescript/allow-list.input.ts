import cors from 'cors';

export const middleware = cors({ origin: ['https://app.old.ex.ai'], methods: ['GET'] });
export const client = { redirectUris: ['https://auth.old.ex.ai/callback'], home: 'https://app.old.ex.ai/home' };
