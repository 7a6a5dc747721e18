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
  const layer = statesOf(analysis)
    .flatMap((state) => analysis.state(state).net.layers)
    .find(({ tops }) => tops.some((top) => same(top.span, span)));
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
  const renamed = new Map<number, Span>();
  const kept = new Set<number>();
  for (const state of statesOf(analysis)) {
    const ids = new Set<number>();
    for (const layer of analysis.state(state).net.layers) visit(layer, ids);
  }
  for (const start of renamed.keys()) if (kept.has(start)) return undefined;
  const spans = [...renamed.values()].sort((a, b) => a.start - b.start);
  return spans.map((span) => replaceValue(analysis.text, span, name));

  function visit(layer: Layer, ids: Set<number>): void {
    const read = layer.bottoms.map(({ span, blob }) => mark(span, blob !== undefined && ids.has(blob.id)));
    layer.tops.forEach(({ name: top, span, blob, automatic }) => {
      if (automatic) return;
      const goesOn = layer.bottoms.some((bottom, i) => read[i] === true && bottom.name === top);
      if (mark(span, goesOn || tops.some((one) => same(one, span)))) ids.add(blob.id);
    });
  }

  function mark(span: Span, isRenamed: boolean): boolean {
    if (isRenamed) renamed.set(span.start, span);
    else kept.add(span.start);
    return isRenamed;
  }
}

/** The name itself, or the name with the smallest number that makes it unique. */
export function freeName({ names: { blobs } }: Analysis, wanted: string): string {
  if (!blobs.has(wanted)) return wanted;
  for (let i = 1; ; i++) if (!blobs.has(`${wanted}_${i}`)) return `${wanted}_${i}`;
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
