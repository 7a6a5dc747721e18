import { fillIn } from '../messages/fill-in';
import type { Language } from '../messages/language';
import type { Fix } from './change';

/** What a person reads of a fix, in a menu or a report. */
export function titleOf({ id, args }: Pick<Fix, 'id' | 'args'>, { fixes, phrases }: Language): string {
  return fillIn(fixes[id], args, phrases);
}
