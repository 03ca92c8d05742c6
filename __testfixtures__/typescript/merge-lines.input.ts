import {
	STAGING_AUTH_URL, // who
	STAGING_DOCS_URL,
	STAGING_FRONTEND_URL as home
} from '../lib/domain-config'

export const known = [STAGING_AUTH_URL, STAGING_DOCS_URL, home]
export const api = 'https://api.old.ex.ai'
export const live = 'wss://api.old.ex.ai'
export const app = 'https://app.old.ex.ai'
