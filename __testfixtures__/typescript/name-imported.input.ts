import { STAGING_BACKEND_URL } from './other';

export const both = () => [STAGING_BACKEND_URL, 'https://api.old.ex.ai/x'];
export const app = () => {
  if (both) var STAGING_FRONTEND_URL = 1;
  return [STAGING_FRONTEND_URL, 'https://app.old.ex.ai/x'];
};
export const socket = typeof STAGING_WEBSOCKET_WS_URL === 'string' ? '' : 'wss://api.old.ex.ai/x';
