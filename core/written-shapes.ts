/** Shapes that a person tells in a layer, for tops that nothing else tells: `# shape: 1x256x14x14`, one comment a top. */
import type { Shape } from './net/shape';
import type { Span } from './problems';
import type { Tree } from './text/tree';

/** Of the layer at a place, in the order of its comments; undefined where no comment tells any. */
export function writtenShapes({ text, comments }: Tree): ((layer: Span) => readonly Shape[]) | undefined {
  const written: { readonly at: number; readonly shape: Shape }[] = [];
  for (const { start, end } of comments) {
    const match = /^#\s*shape:\s*(scalar|[\d?]+(?:\s*[x×,]\s*[\d?]+)*)\s*$/.exec(
      text.slice(start, Math.min(end, start + maxLength)),
    );
    if (match?.[1] !== undefined) written.push({ at: start, shape: shapeOf(match[1]) });
  }
  if (written.length === 0) return undefined;
  return (layer) => written.filter(({ at }) => at > layer.start && at < layer.end).map(({ shape }) => shape);
}

const maxLength = 200;

/** `?` is a dimension that is not known. */
function shapeOf(text: string): Shape {
  if (text === 'scalar') return [];
  return text.split(/\s*[x×,]\s*/).map((dim) => (/^\d{1,9}$/.test(dim) ? Number(dim) : null));
}
