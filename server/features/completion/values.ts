/** Values of a field: those of its type, and names with a meaning to Caffe. */
import { v0Types } from '#core/net/upgrade/v0-types';
import { described, layerDescribed, type DescribedLayer } from '#core/messages/described';
import { solverTypes } from '#core/solver/solver-type';
import type { Completion, CompletionContext } from './item';
import { labelled, literal, quotedAt } from './item';
import { nameCompletions } from './names';
import type { ValuePlace } from './place';
import { fillerField } from './skeletons';
import { fillersByUse, layersByUse } from './usage';

export function valueCompletions(place: ValuePlace, context: CompletionContext): readonly Completion[] {
  const { field, span } = place;
  const { language } = context;
  if (field.enumeration) {
    return [...field.enumeration.values.values()].map(({ name, doc, owners }) => ({
      ...labelled(name),
      kind: 'value',
      span,
      snippet: literal(name),
      doc: described(language, { doc, ...(owners && { owners }) }),
      ...(field.default === name ? { detail: language.completion.default } : {}),
    }));
  }
  if (field.kind === 'bool')
    return ['true', 'false'].map((value) => ({ label: value, kind: 'value', span, snippet: value }));
  if (field.kind !== 'string') return [];
  return typeCompletions(place, context) ?? nameCompletions(place, context);
}

/** Undefined if the field's values are not a closed set. */
function typeCompletions(
  place: ValuePlace,
  { analysis: { dialect }, language }: CompletionContext,
): readonly Completion[] | undefined {
  const {
    field: { owner, name },
    span,
  } = place;
  const plain = (values: readonly string[]): readonly Completion[] =>
    values.map((value) => ({ ...labelled(value), kind: 'type', span, snippet: quotedAt(place, value) }));
  const ruled = (
    types: readonly string[],
    registry: { get: (type: string) => DescribedLayer | undefined },
  ): readonly Completion[] =>
    types.map((type) => ({
      ...labelled(type),
      kind: 'type',
      doc: layerDescribed(language, registry.get(type) ?? { summary: '' }),
      span,
      snippet: quotedAt(place, type),
    }));
  switch (`${owner}.${name}`) {
    case 'LayerParameter.type':
      return ruled(layersByUse(dialect.layers), dialect.layers);
    case 'FillerParameter.type':
      return ruled(fillersByUse(dialect.fillers, fillerField(place)), dialect.fillers);
    case 'V0LayerParameter.type':
      return plain(v0Types);
    case 'SolverParameter.type':
      return plain(solverTypes);
    case 'SolverParameter.lr_policy':
      return plain(dialect.solver.policies.types);
    case 'SolverParameter.regularization_type':
      return plain(['L1', 'L2']);
    case 'WindowDataParameter.crop_mode':
      return plain(['warp', 'square']);
    default:
      return undefined;
  }
}
