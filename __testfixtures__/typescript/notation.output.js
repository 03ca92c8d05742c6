export const first = 1

'https://new.ex.ai/statement'.split('/')
export const continued = 'https://new.ex.ai/a\
b'
export const label = t('Ask https://new.ex.ai')
export const snapshot = () => expect(first).toMatchInlineSnapshot('https://new.ex.ai')
