/** Language and theme of every document of the site: as chosen, else as the browser asks for. */
import { choiceOf, keepChoice } from './storage';

export const languages = ['en', 'zh-cn'] as const;
export type LanguageId = (typeof languages)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function languageInUse(): LanguageId {
  const chosen = choiceOf('language');
  const known = languages.find((language) => language === chosen);
  return known ?? (/^zh\b/i.test(navigator.language) ? 'zh-cn' : 'en');
}

export function chooseLanguage(language: LanguageId): void {
  keepChoice('language', language);
}

export function chosenTheme(): Theme {
  const chosen = choiceOf('theme');
  return themes.find((theme) => theme === chosen) ?? 'auto';
}

export function chooseTheme(theme: Theme): void {
  keepChoice('theme', theme === 'auto' ? undefined : theme);
}

const darkWanted = matchMedia('(prefers-color-scheme: dark)');

/** Calls back when the browser asks for another theme. */
export function onThemeWanted(changed: () => void): void {
  darkWanted.addEventListener('change', changed);
}

export function isDark(): boolean {
  const theme = chosenTheme();
  return theme === 'auto' ? darkWanted.matches : theme === 'dark';
}

/** Sets the language and the theme of a document, with the classes that VS Code gives the body of a panel. */
export function applyLook({ documentElement, body }: Document): void {
  documentElement.lang = languageInUse();
  documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  body.classList.toggle('vscode-dark', isDark());
  body.classList.toggle('vscode-light', !isDark());
}
