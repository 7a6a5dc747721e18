/** Formulas in plain text. */
import { formatNumber, shortestFloat32 } from '../numbers';
import { num, type Message } from '../schema/message';

/** A field's value in its shortest decimal form. */
export function value(solver: Message, name: string): string {
  return formatNumber(shortestFloat32(num(solver, name)));
}

/** In a formula; more are too many to read. */
const mostListed = 20;

/** Values or parts of a formula, separated by commas. */
export function listed(values: readonly (number | string)[]): string {
  const shown = values.slice(0, mostListed);
  return [...shown, ...(values.length > mostListed ? ['…'] : [])].join(', ');
}
