export const config = { matcher: 'https://api.old.ex.ai/x' };
export const settings = { url: 'https://api.old.ex.ai/x' };
