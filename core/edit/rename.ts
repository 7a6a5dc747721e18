/** Renames a blob, a layer or a shared param everywhere in a net, in all of its states. */
import type { Analysis } from '../analysis/analysis';
import type { Language } from '../messages/language';
import type { Arguments } from '../problems';
import { lineOf } from '../text/lines';
import type { TextChange } from './change';
import { escaped } from './quoted';
import { writtenNames, type WrittenName } from './written-names';

export type Renamed =
  | { readonly kind: 'changes'; readonly changes: readonly TextChange[] }
  /** The reason. The sentence is in `messages/en/rename.ts`. */
  | { readonly kind: 'refused'; readonly sentence: keyof Language['rename']; readonly args: Arguments };

/** The name at the offset, or ending at it; undefined where no name can be changed. */
export function renamableAt({ kind, message }: Analysis, offset: number): WrittenName | undefined {
  if (kind !== 'net' || !message) return undefined;
  return writtenNames(message).find(({ span }) => span.start <= offset && offset <= span.end);
}

/** Rejects a name that is in use: Caffe would connect, share or load by it. */
export function rename(analysis: Analysis, offset: number, newName: string): Renamed {
  const { message, text } = analysis;
  const at = renamableAt(analysis, offset);
  if (!at || !message) return { kind: 'refused', sentence: 'nothing', args: {} };
  const { naming, name } = at;
  if (newName === '') return { kind: 'refused', sentence: 'empty', args: {} };
  if (/[\n\r\0]/.test(newName)) return { kind: 'refused', sentence: 'line-break', args: {} };
  if (newName === name) return { kind: 'changes', changes: [] };
  const sameKind = writtenNames(message).filter((one) => one.naming === naming);
  const taken = sameKind.find((one) => one.name === newName);
  if (taken)
    return {
      kind: 'refused',
      sentence: `${naming}-taken`,
      args: { name: newName, line: lineOf(text, taken.span.start) },
    };
  const changes = sameKind
    .filter((one) => one.name === name)
    .map(({ span }) => ({ span, newText: spelled(text, span.start, newName) }));
  return { kind: 'changes', changes };
}

/** Within the existing quotes, or in new ones where the old name is written in several pieces or with escapes. */
function spelled(text: string, start: number, name: string): string {
  const before = text.charAt(start - 1);
  const plain = before === '"' || before === "'";
  const quote = plain ? before : text.charAt(start) === "'" ? "'" : '"';
  const inside = escaped(name, quote);
  return plain ? inside : `${quote}${inside}${quote}`;
}
