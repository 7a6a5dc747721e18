/** The messages of the initial weights panel in the language of the page. */
import { inLanguage } from '../words';
import { chinese } from './chinese';
import { english, type Words } from './english';

export const words: Words = inLanguage<Words>({ en: english, 'zh-cn': chinese });
