/** What can be typed at a place, in texts that are whole and in those that are just being written. */
import { directiveCompletions } from './completion/directives';
import { fieldCompletions } from './completion/fields';
import type { Completion, CompletionContext } from './completion/item';
import { placeAt } from './completion/place';
import { blockSkeletons, fileSkeletons, fillerSkeletons, layerSkeletons } from './completion/skeletons';
import { valueCompletions } from './completion/values';

/** The likeliest first. Which of them fit the letters that are there, the client finds out. */
export function completion(context: CompletionContext): readonly Completion[] {
  const place = placeAt(context.analysis, context.offset);
  switch (place?.kind) {
    case 'field':
      return [
        ...fileSkeletons(place, context),
        ...fillerSkeletons(place, context),
        ...fieldCompletions(place, context),
        ...layerSkeletons(place, context),
        ...blockSkeletons(place, context),
      ];
    case 'comment':
      return directiveCompletions(place, context);
    case 'value':
      return valueCompletions(place, context);
    case undefined:
      return [];
  }
}
