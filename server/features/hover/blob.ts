import type { Blob } from '#core/net/model';
import { formatShape } from '#core/net/shape';
import type { StateAnalysis } from '#core/infer/types';
import type { Finder } from './answer';
import { entryAt } from './at';
import { lineOf, plain } from './words';

const blobFields: ReadonlySet<string> = new Set(['bottom', 'top', 'input']);

/** On a blob's name: its shape, who makes it, who reads it. */
export const blobHover: Finder = (context) => {
  const { state, analysis, located } = context;
  const entry = entryAt(context);
  if (!state || !entry || located.part !== 'value' || !blobFields.has(entry.field.name) || typeof entry.value !== 'string') return undefined;
  const span = { start: entry.valueNode.start, end: entry.valueNode.end };
  const name = entry.value;
  const blob = blobAt(state, span.start, span.end);
  if (!blob) return { markdown: `**${plain(name)}**\n\nNothing before makes this blob in ${state.state.phase}.`, span };
  const maker = state.net.layers[blob.layer];
  const top = maker?.tops[blob.top];
  const parts = [`**${plain(name)}** · ${formatShape(state.shapes[blob.id] ?? null)}`];
  if (maker && top) {
    const inPlace = top.inPlaceOf >= 0 ? ', in place' : '';
    parts.push(`made by **${plain(maker.name)}** (${plain(maker.type)}${inPlace}), line ${lineOf(analysis.text, top.span.start)}`);
  }
  const readers = state.net.layers.filter((layer) => layer.bottoms.some((bottom) => bottom.blob === blob));
  parts.push(readers.length === 0 ? 'read by no layer: an output of the net' : `read by ${readers.map((layer) => `**${plain(layer.name)}**`).join(', ')}`);
  const versions = state.net.blobs.filter((other) => other.name === name).length;
  if (versions > 1) parts.push(`version ${blob.version + 1} of ${versions}: layers that work in place make new ones`);
  return { markdown: parts.join('\n\n'), span };
};

/** The version of the blob that this place makes or reads. */
function blobAt({ net }: StateAnalysis, start: number, end: number): Blob | undefined {
  for (const layer of net.layers) {
    for (const ref of [...layer.bottoms, ...layer.tops]) if (ref.span.start >= start && ref.span.end <= end) return ref.blob;
  }
  return undefined;
}
