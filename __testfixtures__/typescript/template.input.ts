import { id, name } from './ids'

export const plain = `https://api.old.ex.ai`
export const path = `https://api.old.ex.ai/users/${id}`
export const nested = `https://api.old.ex.ai/${name ? `next=https://app.old.ex.ai/${name}` : 'https://api.old.ex.ai/none'}`
export const sum = 'GET ' + 'https://api.old.ex.ai/users/' + id
export const lines = `
  url: https://api.old.ex.ai/a
  \`quoted\` \${kept}
`
