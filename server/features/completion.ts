/** Completion, in complete texts and in those still being typed. */
import { directiveCompletions } from './completion/directives';
import { fieldCompletions } from './completion/fields';
import type { Completion, CompletionContext } from './completion/item';
import { placeAt } from './completion/place';
import { fileSkeletons, fillerSkeletons, layerSkeletons } from './completion/skeletons';
import { valueCompletions } from './completion/values';

/** All completions at the place, the most likely first. The client filters them by what is typed. */
export function completion(context: CompletionContext): readonly Completion[] {
  const place = placeAt(context.analysis, context.offset);
  switch (place?.kind) {
    case 'field':
      return [
        ...fileSkeletons(place, context),
        ...fillerSkeletons(place, context),
        ...fieldCompletions(place, context),
        ...layerSkeletons(place, context),
      ];
    case 'comment':
      return directiveCompletions(place, context);
    case 'value':
      return valueCompletions(place, context);
    case undefined:
      return [];
  }
}
