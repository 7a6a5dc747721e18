import { say, type Language } from '../messages/language';
import type { TargetVerdict } from './portability';

/** What a target makes of a layer, in one or two words. */
export function verdictInWords({ verdict, fields }: TargetVerdict, { portability }: Language): string {
  return say(portability, verdict, { fields });
}
