import { element } from './element.ts';
import type { Keeper } from './marks.ts';
import { keepPreferences, type Preferences } from './preferences.ts';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;

/** The button that goes from one theme to the next; the page has the theme of the preferences from now on. */
export function themeButton(keeper: () => Keeper, preferences: Preferences): HTMLButtonElement {
  const button = element('button', { id: 'theme', click: () => set(NEXT[preferences.theme]) });
  const set = (theme: Preferences['theme']): void => {
    preferences.theme = theme;
    keepPreferences(keeper, preferences);
    document.documentElement.dataset.theme = theme;
    button.textContent = `Theme: ${theme}`;
    button.setAttribute('aria-label', `Theme: ${theme}. Change`);
  };
  set(preferences.theme);
  return button;
}
