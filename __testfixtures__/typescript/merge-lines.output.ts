import {
	STAGING_AUTH_URL, // who
	STAGING_BACKEND_URL,
	STAGING_DOCS_URL,
	STAGING_FRONTEND_URL as home,
	STAGING_WEBSOCKET_WS_URL
} from '../lib/domain-config'

export const known = [STAGING_AUTH_URL, STAGING_DOCS_URL, home]
export const api = STAGING_BACKEND_URL
export const live = STAGING_WEBSOCKET_WS_URL
export const app = home
