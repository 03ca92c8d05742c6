export const readToken = (): string => localStorage.getItem('lumen.token') ?? '';
