export const API_URL = process.env.NEXT_PUBLIC_API_URL ?? 'https://api.staging.harbor-systems.com';
export const APP_URL = 'https://app.staging.harbor-systems.com';
export const LIVE_URL = 'https://app.harbor-systems.com';
