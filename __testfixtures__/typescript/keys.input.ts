import { kind } from './kind';

export const limits = { 'https://api.old.ex.ai': 1, 'https://app.old.ex.ai/x': 2 };
export const computed = { ['https://api.old.ex.ai']: 1 };
export const { 'https://api.old.ex.ai': limit } = limits;

export class Handlers {
  count = 1
  'https://api.old.ex.ai' = 2;
  'https://app.old.ex.ai/x'() {
    return this.count;
  }
}

export function portOf(url: string): number {
  switch (url) {
    case 'https://api.old.ex.ai':
      return 1;
    case'https://app.old.ex.ai':
      return kind;
    default:
      return 3;
  }
}
