export type Base = 'https://new.ex.ai';
export interface Hosts {
  'https://new.ex.ai': number;
  url: 'https://new.ex.ai/x' | `https://new.ex.ai/${string}`;
}
export enum Url {
  Api = 'https://new.ex.ai',
}
export const enum Fast {
  Api = 'https://new.ex.ai',
}
export const urls = ['https://new.ex.ai', 'https://www.new.ex.ai'] as const;
export type Known = (typeof urls)[number];
export const exact = 'https://new.ex.ai' as const;
declare const given: 'https://new.ex.ai';
declare module 'https://new.ex.ai/m.js' {
  export const at: 'https://new.ex.ai';
}
export const typed = (value: 'https://new.ex.ai'): boolean => value === given;
