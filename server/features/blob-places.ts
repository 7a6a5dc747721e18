/** Where blobs and shared params are produced and used, over all states of the file. */
import type { Analysis } from '#core/analysis/analysis';
import type { Blob, Net, Occurrence } from '#core/net/model';
import type { Span } from '#core/problems/index';

/** For a bottom, the tops that produce it in each state: the last version before this layer. For a top, its first producer. */
export function definition(analysis: Analysis, offset: number): readonly Span[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (!occurrence) return [];
  if (occurrence.role === 'param')
    return (analysis.names.params.get(occurrence.name) ?? []).slice(0, 1).map(({ span }) => span);
  if (occurrence.role === 'layer') return [occurrence.span];
  const spans = analysis.states.flatMap((state) => makersIn(analysis.state(state).net, occurrence));
  if (spans.length > 0) return unique(spans);
  // Nothing produces it earlier in any state: any other occurrence of the name is the best answer.
  return (analysis.names.blobs.get(occurrence.name) ?? [])
    .filter(({ role }) => role !== 'bottom')
    .slice(0, 1)
    .map(({ span }) => span);
}

/**
 * All occurrences of the name, or only its uses: for a blob where it is read, for a param where a layer other than its owner
 * shares it.
 */
export function references(analysis: Analysis, offset: number, which: 'all' | 'uses' = 'all'): readonly Span[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (!occurrence) return [];
  const places = sameName(analysis, occurrence);
  const used =
    which === 'all' ? places : places.filter(({ role }, i) => role === 'bottom' || (role === 'param' && i > 0));
  return used.map(({ span }) => span);
}

export function occurrenceAt({ names }: Analysis, offset: number): Occurrence | undefined {
  for (const index of [names.blobs, names.params, names.layers]) {
    for (const occurrences of index.values()) {
      const found = occurrences.find(({ span }) => span.start <= offset && offset <= span.end);
      if (found) return found;
    }
  }
  return undefined;
}

export function sameName({ names }: Analysis, { role, name }: Occurrence): readonly Occurrence[] {
  const index = role === 'param' ? names.params : role === 'layer' ? names.layers : names.blobs;
  return index.get(name) ?? [];
}

function makersIn(net: Net, { span, role, name }: Occurrence): readonly Span[] {
  for (const layer of net.layers) {
    const bottom = layer.bottoms.find((ref) => ref.span.start === span.start);
    if (bottom) return bottom.blob ? [topOf(net, bottom.blob)] : [];
    if (role !== 'bottom' && layer.tops.some((ref) => ref.span.start === span.start)) {
      const first = net.blobs.find((blob) => blob.name === name);
      return first ? [topOf(net, first)] : [];
    }
  }
  return [];
}

function topOf(net: Net, blob: Blob): Span {
  return net.layers[blob.layer]?.tops[blob.top]?.span ?? { start: 0, end: 0 };
}

function unique(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span, i) => spans.findIndex(({ start }) => start === span.start) === i);
}
