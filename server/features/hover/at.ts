import type { InferredLayer } from '#core/infer/types';
import type { Entry } from '#core/schema/message';
import type { HoverContext } from './answer';

/** The innermost entry if the offset is in its name or value. */
export function entryAt({ located }: HoverContext): Entry | undefined {
  const entry = located.path.at(-1);
  return entry && located.field === entry.node && (located.part === 'name' || located.part === 'value')
    ? entry
    : undefined;
}

/** The layer around the offset in the shown state. */
export function layerAt({ state, offset }: HoverContext): InferredLayer | undefined {
  return state?.layers.find(
    ({ layer }) => layer.message.node && layer.span.start <= offset && offset <= layer.span.end,
  );
}
