import type { Blob } from '#core/net/model';
import { say } from '#core/messages/language';
import { formatShape } from '#core/net/shape';
import type { StateAnalysis } from '#core/infer/types';
import { valueSpan } from '#core/schema/message';
import { lineOf } from '#core/text/lines';
import type { Finder } from './answer';
import { entryAt } from './at';
import { plain } from './format';

const blobFields: ReadonlySet<string> = new Set(['bottom', 'top', 'input']);

/** On a blob's name: its shape, what produces it, what reads it. */
export const blobHover: Finder = (context) => {
  const {
    state,
    analysis,
    located,
    options: {
      language: { hover },
    },
  } = context;
  const entry = entryAt(context);
  if (
    !state ||
    !entry ||
    located.part !== 'value' ||
    !blobFields.has(entry.field.name) ||
    typeof entry.value !== 'string'
  )
    return undefined;
  const span = valueSpan(entry);
  const name = entry.value;
  const blob = blobAt(state, span.start, span.end);
  if (!blob) return { markdown: say(hover, 'blob/unmade', { name: plain(name), state: state.state.phase }), span };
  const maker = state.net.layers[blob.layer];
  const top = maker?.tops[blob.top];
  const parts = [say(hover, 'blob/title', { name: plain(name), shape: formatShape(state.shapes[blob.id] ?? null) })];
  if (maker && top) {
    const args = { layer: plain(maker.name), type: plain(maker.type), line: lineOf(analysis.text, top.span.start) };
    parts.push(say(hover, top.inPlaceOf >= 0 ? 'blob/made-in-place' : 'blob/made-by', args));
  }
  const readers = state.net.layers.filter((layer) => layer.bottoms.some((bottom) => bottom.blob === blob));
  parts.push(
    readers.length === 0
      ? hover['blob/no-readers']
      : say(hover, 'blob/readers', { layers: readers.map((layer) => `**${plain(layer.name)}**`) }),
  );
  const versions = state.net.blobs.filter((other) => other.name === name).length;
  if (versions > 1) parts.push(say(hover, 'blob/version', { version: blob.version + 1, versions }));
  return { markdown: parts.join('\n\n'), span };
};

/** The version of the blob that is produced or read here. */
function blobAt({ net }: StateAnalysis, start: number, end: number): Blob | undefined {
  for (const layer of net.layers) {
    for (const ref of [...layer.bottoms, ...layer.tops])
      if (ref.span.start >= start && ref.span.end <= end) return ref.blob;
  }
  return undefined;
}
