import {
  STAGING_BACKEND_HOST,
  STAGING_BACKEND_URL,
  STAGING_DOCS_URL,
  STAGING_FRONTEND_URL,
  STAGING_WEBSOCKET_WS_URL,
} from '@/lib/domain-config';

export const base = STAGING_BACKEND_URL;
export const health = `${STAGING_BACKEND_URL}/health`;
export const query = `${STAGING_BACKEND_URL}/find?q=\`a\`&t=\${b}&p=C:\\x`;
export const quoted = `it's at ${STAGING_BACKEND_URL}/it's, "there"`;
export const price = `costs $${STAGING_BACKEND_URL}/$`;
export const lines = `first\n${STAGING_BACKEND_URL}/x\u00e9\x41\0`;
export const two = `${STAGING_BACKEND_URL}/login?next=${STAGING_FRONTEND_URL}/home`;
export const credentials = `https://user:pw@${STAGING_BACKEND_HOST}:8443/x`;
export const socket = `${STAGING_WEBSOCKET_WS_URL}/live`;
export const docsUrl = `${STAGING_DOCS_URL}/start`;
export const host = STAGING_BACKEND_HOST;
