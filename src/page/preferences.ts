import type { Keeper } from './marks.ts';

/** How a reader likes the page, the same for all reports. */
export interface Preferences {
  theme: 'auto' | 'light' | 'dark';
  split: boolean;
  keys: boolean;
}

const KEY = 'redomain-review';
const STANDARD: Preferences = { theme: 'auto', split: true, keys: true };

export function readPreferences(keeper: () => Keeper): Preferences {
  try {
    const kept = JSON.parse(keeper().getItem(KEY) ?? '{}') as Partial<Preferences>;
    const theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'auto';
    return { theme, split: kept.split !== false, keys: kept.keys !== false };
  } catch {
    return { ...STANDARD };
  }
}

/** Keeps them where the browser lets it; else they last until the page is closed. */
export function keepPreferences(keeper: () => Keeper, preferences: Preferences): void {
  try {
    keeper().setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is denied: nothing is lost but the memory of a taste.
  }
}
