/** Where blobs and shared params are made and used, over all states of the file. */
import type { Analysis } from '#core/analysis/analysis';
import type { Blob, Net, Occurrence } from '#core/net/model';
import type { Span } from '#core/problems/index';

/** The tops that make the blob at the offset in each state: the last version before this layer. For a top, its first maker. */
export function definition(analysis: Analysis, offset: number): readonly Span[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (!occurrence) return [];
  if (occurrence.role === 'param')
    return (analysis.names.params.get(occurrence.name) ?? []).slice(0, 1).map(({ span }) => span);
  if (occurrence.role === 'layer') return [occurrence.span];
  const spans = analysis.states.flatMap((state) => makersIn(analysis.state(state).net, occurrence));
  if (spans.length > 0) return unique(spans);
  // In no state does anything make it before: whatever bears its name elsewhere is the best there is.
  return (analysis.names.blobs.get(occurrence.name) ?? [])
    .filter(({ role }) => role !== 'bottom')
    .slice(0, 1)
    .map(({ span }) => span);
}

/** Everywhere the name stands, or only where it is used: a blob where it is read, a param where it is not its owner's. */
export function references(analysis: Analysis, offset: number, which: 'all' | 'uses' = 'all'): readonly Span[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (!occurrence) return [];
  const places = alike(analysis, occurrence);
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

export function alike({ names }: Analysis, { role, name }: Occurrence): readonly Occurrence[] {
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
