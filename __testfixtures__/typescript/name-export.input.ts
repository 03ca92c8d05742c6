export const STAGING_BACKEND_URL = 'https://api.old.ex.ai';
export const health = `${STAGING_BACKEND_URL}/health`;
