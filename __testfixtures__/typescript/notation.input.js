export const first = 1

'https://api.old.ex.ai/statement'.split('/')
export const continued = 'https://api.old.ex.ai/a\
b'
export const label = t('Ask https://api.old.ex.ai')
export const snapshot = () => expect(first).toMatchInlineSnapshot('https://api.old.ex.ai')
