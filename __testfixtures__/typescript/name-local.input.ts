export function urls(STAGING_BACKEND_URL: string): string[] {
  return [STAGING_BACKEND_URL, 'https://api.old.ex.ai/x'];
}

export const env = { STAGING_FRONTEND_URL: process.env.STAGING_FRONTEND_URL ?? 'https://app.old.ex.ai' };
