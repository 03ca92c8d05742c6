export const limits = { 'https://api.old.ex.ai': 1, 'https://auth.old.ex.ai': 2 };
export const names = new Map([['https://api.old.ex.ai', 'a'], ['https://auth.old.ex.ai', 'b']]);
export const known = new Set(['https://api.old.ex.ai', 'https://auth.old.ex.ai']);

export function portOf(url: string): number {
  switch (url) {
    case 'https://api.old.ex.ai':
      return 1;
    case 'https://auth.old.ex.ai':
      return 2;
    default:
      return 3;
  }
}
