export type Base = 'https://api.old.ex.ai';
export interface Hosts {
  'https://api.old.ex.ai': number;
  url: 'https://api.old.ex.ai/x' | `https://api.old.ex.ai/${string}`;
}
export enum Url {
  Api = 'https://api.old.ex.ai',
}
export const enum Fast {
  Api = 'https://api.old.ex.ai',
}
export const urls = ['https://api.old.ex.ai', 'https://app.old.ex.ai'] as const;
export type Known = (typeof urls)[number];
export const exact = 'https://api.old.ex.ai' as const;
declare const given: 'https://api.old.ex.ai';
declare module 'https://api.old.ex.ai/m.js' {
  export const at: 'https://api.old.ex.ai';
}
export const typed = (value: 'https://api.old.ex.ai'): boolean => value === given;
