/** The available languages, and the one for a locale. */
import { english } from './en';
import type { Language } from './language';
import { simplifiedChinese } from './zh-cn';

/** The first is the default. */
export const languages: readonly [Language, ...Language[]] = [english, simplifiedChinese];

/** For `zh-CN`, `zh_CN.UTF-8` or `zh`: that language, or another variant of it; English where there is none. */
export function languageOf(locale: string | undefined): Language {
  const asked = (locale ?? '')
    .toLowerCase()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-');
  const tongue = (id: string): string => id.slice(0, id.includes('-') ? id.indexOf('-') : id.length);
  return (
    languages.find(({ id }) => id === asked) ?? languages.find(({ id }) => tongue(id) === tongue(asked)) ?? english
  );
}
