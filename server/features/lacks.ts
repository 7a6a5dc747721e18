/** What a net lacks for the figures of the panels: the first cause only, since later layers depend on it. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import { datumIn, shapeIn } from '#core/comments/values';
import { suggestedDatum } from '#core/edit/fixes/data';
import { writeDatum } from '#core/edit/write-datum';
import { writeShape } from '#core/edit/write-shape';
import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import type { Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { NetState } from '#core/net/model';
import { isKnown } from '#core/net/shape';
import { formatState } from '#core/net/state';
import { isError } from '#core/problems/index';
import type { Lack, WrittenShape } from '#protocol/lacks';
import { linesOf, toTextEdits } from '../to-lsp';

/** Offered besides the one that the file suggests: ImageNet before cropping, and MNIST. */
const usual = ['3x256x256', '1x28x28'];

export function lacksOf(
  document: TextDocument,
  analysis: Analysis,
  state: NetState | undefined,
  language: Language,
): readonly Lack[] {
  if (!state || analysis.kind !== 'net')
    return [{ kind: 'net', file: analysis.kind === 'solver' ? 'solver' : 'other' }];
  if (!analysis.tree.root.fields.some(({ name }) => /^(layers?|input)$/.test(name)))
    return [{ kind: 'net', file: 'empty' }];
  const inState = analysis.state(state);
  if (inState.layers.length === 0) return [{ kind: 'layers', state: formatState(state) }];
  const cause = firstUnknown(inState);
  return cause ? [lackOf(document, analysis, inState, cause, language)] : [];
}

/** The first layer that leaves something unknown that later layers need. */
function firstUnknown({ layers }: StateAnalysis): InferredLayer | undefined {
  const lastUnknown = layers.findLastIndex(({ params }) => params.some(({ count }) => count === null));
  return layers.find(({ layer, bottoms, tops }, i) => {
    // What follows from an earlier layer is not its own cause.
    if (tops.length === 0 || layer.bottoms.some(({ blob }, j) => blob && !isKnown(bottoms[j] ?? null))) return false;
    if (layer.bottoms.length === 0) return !isKnown(tops[0] ?? null);
    return i < lastUnknown && tops.some((shape) => !isKnown(shape));
  });
}

function lackOf(
  document: TextDocument,
  analysis: Analysis,
  { problems }: StateAnalysis,
  { layer, rule }: InferredLayer,
  language: Language,
): Lack {
  const own = problems.filter(({ span }) => span.start >= layer.span.start && span.end <= layer.span.end);
  const at = { layer: layer.name, line: linesOf(document, layer.span)[0] };
  const records = own.find(({ code }) => code === 'data/unknown-record-shape');
  const error = own.find(isError);
  if (!rule) return { kind: 'type', ...at, type: layer.type, schema: analysis.dialect.label };
  if (error) return { kind: 'error', ...at, message: messageOf(error, language) };
  if (!records) return { kind: 'shape', ...at, type: layer.type };
  return { kind: 'records', ...at, shapes: [...new Set([suggestedDatum(analysis, records.span), ...usual])] };
}

/** Null if the shape is not one, or there is no such layer. */
export function shapeEdits(
  document: TextDocument,
  analysis: Analysis,
  state: NetState | undefined,
  written: WrittenShape,
): readonly TextEdit[] | null {
  if (written.kind === 'datum')
    return datumIn(written.shape) ? toTextEdits(document, [writeDatum(analysis.text, written.shape)]) : null;
  if (!state || !shapeIn(written.shape)) return null;
  const found = analysis.state(state).net.layers.find(({ span }) => linesOf(document, span)[0] === written.line);
  const change = found && writeShape(analysis.text, found, written.shape);
  return change ? toTextEdits(document, [change]) : null;
}
