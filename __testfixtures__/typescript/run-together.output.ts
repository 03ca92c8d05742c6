import {
  STAGING_AUTH_URL,
  STAGING_BACKEND_URL,
  STAGING_DOCS_URL,
  STAGING_WEBSOCKET_WS_URL,
} from "@/lib/domain-config";

export const both = `${STAGING_DOCS_URL}${STAGING_BACKEND_URL}`;
export const three = `${STAGING_DOCS_URL}${STAGING_WEBSOCKET_WS_URL}/ws${STAGING_AUTH_URL}`;
export const otherPage = "https://www.ex.ai/docs-httpsonly";
