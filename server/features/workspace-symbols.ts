/** Layers by name, for the symbol search over a workspace. */
import type { Analysis } from '#core/analysis/analysis';
import { placeOfName } from '#core/net/heads';
import { writtenLayers } from '#core/net/written-layers';
import type { Span } from '#core/problems/index';
import { entryOf, str } from '#core/schema/message';

export interface FoundLayer {
  readonly name: string;
  readonly type: string;
  readonly span: Span;
}

/** All named layers of a net; empty if the text is not a net. */
export function layersOf({ kind, message }: Analysis): readonly FoundLayer[] {
  if (kind !== 'net' || !message) return [];
  return writtenLayers(message).flatMap(({ named }): readonly FoundLayer[] => {
    const name = entryOf(named, 'name');
    return name && name.value !== '' ? [{ ...placeOfName(name), type: str(named, 'type') }] : [];
  });
}

/** True if the name contains the letters of the query in order, ignoring case, like the filter of editors. */
export function fitsQuery(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
