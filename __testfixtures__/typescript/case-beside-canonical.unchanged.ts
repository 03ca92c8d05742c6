export function f(x: string) {
  switch (x) {
    case 'https://new.ex.ai':
      return 'https://api.old.ex.ai/a';
    case 'https://api.old.ex.ai':
    default:
  }
}
