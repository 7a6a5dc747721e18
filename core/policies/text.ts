/** Formulas in plain text. */
import { formatNumber, shortestFloat32 } from '../numbers';
import { num, type Message } from '../schema/message';

/** A field's value in its shortest decimal form. */
export function value(solver: Message, name: string): string {
  return formatNumber(shortestFloat32(num(solver, name)));
}
