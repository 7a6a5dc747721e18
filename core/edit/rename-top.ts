/** Renames one version of a blob: its top, its readers, and the later versions made from it in place. */
import type { Analysis } from '../analysis/analysis';
import type { Layer } from '../net/model';
import type { Span } from '../problems';
import type { Fix, TextChange } from './change';
import { replaceValue } from './replace-value';
import { statesOf } from './states';

/**
 * Gives the top at `span` a name that no blob has, in all states. Undefined where some name in the text refers to this
 * blob in one state and to another blob in another.
 */
export function renameTop(analysis: Analysis, span: Span): Fix | undefined {
  const [layer] = statesOf(analysis).flatMap((state) => producerIn(analysis.state(state).net.layers, span) ?? []);
  if (!layer) return undefined;
  const name = freeName(analysis, layer.name === '' ? `${analysis.text.slice(span.start, span.end)}_1` : layer.name);
  const changes = changesTo(analysis, [span], name);
  return changes && { id: 'rename-top', args: { name }, changes };
}

/**
 * Renames the blobs made by the tops at these spans, with all later versions, everywhere. Undefined where a span to be
 * renamed refers to another blob in some state.
 */
export function changesTo(analysis: Analysis, tops: readonly Span[], name: string): readonly TextChange[] | undefined {
  const states = statesOf(analysis).map((state) => {
    const { layers } = analysis.state(state).net;
    return { layers, renamed: renamedIn(layers, tops) };
  });
  const all = new Map(states.flatMap(({ renamed }) => [...renamed]));
  const differ = states.some(({ layers, renamed }) =>
    layers.some((layer) => spansOf(layer).some(({ start }) => all.has(start) && !renamed.has(start))),
  );
  if (differ) return undefined;
  const spans = [...all.values()].sort((a, b) => a.start - b.start);
  return spans.map((span) => replaceValue(analysis.text, span, name));
}

function producerIn(layers: readonly Layer[], span: Span): Layer | undefined {
  return layers.find(({ tops }) => tops.some((top) => same(top.span, span)));
}

/** The names of the blobs, and of their later versions, in one state; by offset. */
function renamedIn(layers: readonly Layer[], tops: readonly Span[]): ReadonlyMap<number, Span> {
  const renamed = new Map<number, Span>();
  const ids = new Set<number>();
  for (const layer of layers) {
    const read = layer.bottoms.filter(({ blob }) => blob !== undefined && ids.has(blob.id));
    for (const { span } of read) renamed.set(span.start, span);
    for (const { name, span, blob, automatic } of layer.tops) {
      if (automatic || !(read.some((bottom) => bottom.name === name) || tops.some((one) => same(one, span)))) continue;
      renamed.set(span.start, span);
      ids.add(blob.id);
    }
  }
  return renamed;
}

function spansOf({ bottoms, tops }: Layer): readonly Span[] {
  return [...bottoms, ...tops.filter(({ automatic }) => !automatic)].map(({ span }) => span);
}

/** The name itself, or the name with the smallest number that makes it unique. */
export function freeName({ names: { blobs } }: Analysis, wanted: string): string {
  if (!blobs.has(wanted)) return wanted;
  for (let i = 1; ; i++) if (!blobs.has(`${wanted}_${i}`)) return `${wanted}_${i}`;
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
