import { STAGING_BACKEND_URL, STAGING_FRONTEND_URL } from '@/lib/domain-config'
import { id, name } from './ids'

export const plain = STAGING_BACKEND_URL
export const path = `${STAGING_BACKEND_URL}/users/${id}`
export const nested = `${STAGING_BACKEND_URL}/${name ? `next=${STAGING_FRONTEND_URL}/${name}` : `${STAGING_BACKEND_URL}/none`}`
export const sum = 'GET ' + `${STAGING_BACKEND_URL}/users/` + id
export const lines = `
  url: ${STAGING_BACKEND_URL}/a
  \`quoted\` \${kept}
`
