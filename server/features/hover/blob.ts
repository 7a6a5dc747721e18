import type { Blob, Layer } from '#core/net/model';
import { sayMarkdown } from '#core/messages/language';
import { asMarkdown, inMarkdown, joined, paragraphs, type Markdown } from '#core/messages/shown';
import { formatShape } from '#core/net/shape';
import type { StateAnalysis } from '#core/infer/types';
import { valueSpan } from '#core/schema/message';
import { lineOf } from '#core/text/lines';
import type { Finder } from './answer';
import { entryAt } from './at';
import { measuredLines } from './measured';

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
  if (!blob) return { ...sayMarkdown(hover, 'blob/unmade', { name, state: state.state.phase }), span };
  const maker = state.net.layers[blob.layer];
  const top = maker?.tops[blob.top];
  const parts = [sayMarkdown(hover, 'blob/title', { name, shape: formatShape(state.shapes[blob.id] ?? null) })];
  if (maker && top) {
    const args = { layer: maker.name, type: maker.type, line: lineOf(analysis.text, top.span.start) };
    parts.push(sayMarkdown(hover, top.inPlaceOf >= 0 ? 'blob/made-in-place' : 'blob/made-by', args));
  }
  const readers = state.net.layers.filter((layer) => layer.bottoms.some((bottom) => bottom.blob === blob));
  parts.push(
    readers.length === 0
      ? asMarkdown(hover['blob/no-readers'])
      : sayMarkdown(hover, 'blob/readers', { layers: joined(namesOf(readers), ', ') }),
  );
  const versions = state.net.blobs.filter((other) => other.name === name).length;
  if (versions > 1) parts.push(sayMarkdown(hover, 'blob/version', { version: blob.version + 1, versions }));
  if (maker) parts.push(measuredLines(context, maker, blob.top));
  return { ...paragraphs(parts), span };
};

/** More are too many to read. */
const mostReaders = 20;

function namesOf(layers: readonly Layer[]): readonly Markdown[] {
  const names = layers.slice(0, mostReaders).map(({ name }) => asMarkdown(`**${inMarkdown(name).markdown}**`));
  return [...names, ...(layers.length > mostReaders ? [asMarkdown('…')] : [])];
}

/** The version of the blob that is produced or read here. */
function blobAt({ net }: StateAnalysis, start: number, end: number): Blob | undefined {
  for (const layer of net.layers) {
    for (const ref of [...layer.bottoms, ...layer.tops])
      if (ref.span.start >= start && ref.span.end <= end) return ref.blob;
  }
  return undefined;
}
