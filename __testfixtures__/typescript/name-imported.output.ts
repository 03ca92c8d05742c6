import {
  STAGING_BACKEND_URL as _STAGING_BACKEND_URL,
  STAGING_FRONTEND_URL as _STAGING_FRONTEND_URL,
  STAGING_WEBSOCKET_WS_URL as _STAGING_WEBSOCKET_WS_URL,
} from '@/lib/domain-config';
import { STAGING_BACKEND_URL } from './other';

export const both = () => [STAGING_BACKEND_URL, `${_STAGING_BACKEND_URL}/x`];
export const app = () => {
  if (both) var STAGING_FRONTEND_URL = 1;
  return [STAGING_FRONTEND_URL, `${_STAGING_FRONTEND_URL}/x`];
};
export const socket = typeof STAGING_WEBSOCKET_WS_URL === 'string' ? '' : `${_STAGING_WEBSOCKET_WS_URL}/x`;
