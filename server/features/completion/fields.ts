/** The fields that can be added to a message: those not yet set that the enclosing layer or filler reads. */
import type { LayerRule } from '#core/net/rules';
import { typeOfV1 } from '#core/net/upgrade/v1-types';
import { shown } from '#core/messages/shown';
import { str, type Message } from '#core/schema/message';
import type { FieldType } from '#core/schema/types';
import { describeField } from '../hover/field';
import type { Completion, CompletionContext } from './item';
import { labelled, literal } from './item';
import type { FieldPlace } from './place';

export function fieldCompletions(place: FieldPlace, context: CompletionContext): readonly Completion[] {
  const named = place.node && (place.node.value !== undefined || place.node.colon >= 0);
  const fields = allowedIn(place, context).filter(fitting(place.node));
  return fields.map(
    (field): Completion => ({
      ...labelled(field.name),
      kind: field.message ? 'message' : 'field',
      detail: shown(`${field.label === 'optional' ? '' : `${field.label} `}${field.typeName}`),
      doc: describeField(field, context.language),
      span: place.span,
      snippet: named ? literal(field.name) : snippetOf(field, context),
      ...(!named && (field.kind === 'string' || isLong(field)) ? { again: true } : {}),
    }),
  );
}

/** Fits a name to what follows it: a message field before brackets, a scalar field before a value. */
function fitting(node: FieldPlace['node']): (field: FieldType) => boolean {
  if (node?.value?.kind === 'message') return ({ message }) => message !== undefined;
  if (node?.value?.kind === 'scalar') return ({ message }) => message === undefined;
  return () => true;
}

function allowedIn(place: FieldPlace, context: CompletionContext): readonly FieldType[] {
  const { message, node } = place;
  const written = new Set(message.node?.fields.filter((field) => field !== node).map(({ name }) => name));
  const free = [...message.type.fields.values()].filter(
    ({ label, name }) => label === 'repeated' || !written.has(name),
  );
  return byMessage[message.type.name]?.(free, message, context, written) ?? free;
}

type Choose = (
  fields: readonly FieldType[],
  message: Message,
  context: CompletionContext,
  written: ReadonlySet<string>,
) => readonly FieldType[];

/** By message: which fields to omit, and which to propose first. */
const byMessage: Readonly<Record<string, Choose>> = {
  NetParameter: (fields, { node }, { analysis: { dialect, tree } }, written) => {
    const old = written.has('layers') || written.has('input');
    const rest = fields
      .filter(({ name }) => old || !['layers', 'input', 'input_dim', 'input_shape'].includes(name))
      .filter(({ name }) => name !== 'layer' || !written.has('layers'));
    // A file without fields may become a net or a solver.
    const solver = written.size > 0 || node !== tree.root ? undefined : dialect.schema.messages.get('SolverParameter');
    const known = new Set(fields.map(({ name }) => name));
    return first(
      [...rest, ...[...(solver?.fields.values() ?? [])].filter(({ name }) => !known.has(name))],
      ['layer', 'name', ...(solver ? solverOrder : [])],
    );
  },
  SolverParameter: (fields) => first(fields, solverOrder),
  LayerParameter: (fields, message, { analysis: { dialect } }, written) =>
    layerFields(fields, dialect.layers.get(str(message, 'type')), written),
  V1LayerParameter: (fields, message, { analysis: { dialect } }, written) =>
    layerFields(
      fields.filter(({ name }) => name !== 'layer'),
      dialect.layers.get(typeOfV1(str(message, 'type'))),
      written,
    ),
  FillerParameter: (fields, message, { analysis: { dialect } }, written) => {
    const rule = dialect.fillers.get(str(message, 'type'));
    return written.has('type') && rule
      ? fields.filter(({ name }) => rule.reads.includes(name) || name === 'type')
      : fields;
  },
};

/** The usual order in solvers. */
const solverOrder: readonly string[] = [
  'net',
  'test_iter',
  'test_interval',
  'base_lr',
  'lr_policy',
  'gamma',
  'power',
  'stepsize',
  'stepvalue',
  'max_iter',
  'momentum',
  'weight_decay',
  'type',
  'display',
  'snapshot',
  'snapshot_prefix',
  'solver_mode',
  'random_seed',
];

function layerFields(
  fields: readonly FieldType[],
  rule: LayerRule | undefined,
  written: ReadonlySet<string>,
): readonly FieldType[] {
  const own = rule ? [...(rule.param === undefined ? [] : [rule.param]), ...(rule.alsoReads ?? [])] : [];
  const allowed = fields.filter(({ name }) => {
    if (name === 'blobs') return false;
    if (name === 'include') return !written.has('exclude');
    if (name === 'exclude') return !written.has('include');
    if (name === 'bottom' || name === 'propagate_down') return rule?.arity.bottoms.max !== 0;
    if (name === 'top') return rule?.arity.tops.max !== 0;
    return !rule || rule.facts !== undefined || !name.endsWith('_param') || own.includes(name);
  });
  return first(allowed, ['name', 'type', 'bottom', 'top', ...own]);
}

function first(fields: readonly FieldType[], names: readonly string[]): readonly FieldType[] {
  const rank = ({ name }: FieldType): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...fields].sort((a, b) => rank(a) - rank(b));
}

function snippetOf(field: FieldType, context: CompletionContext): string {
  const { name, kind, message, enumeration } = field;
  if (message) return messageSnippet(field, context);
  if (enumeration) return isLong(field) ? `${name}: $1` : `${name}: \${1|${[...enumeration.values.keys()].join(',')}|}`;
  if (kind === 'bool') return `${name}: \${1|${field.default === true ? 'false,true' : 'true,false'}|}`;
  return kind === 'string' || kind === 'bytes' ? `${name}: "$1"` : `${name}: $1`;
}

/** Too many values for a choice in the snippet: they are proposed after the colon instead. */
function isLong({ enumeration }: FieldType): boolean {
  return enumeration !== undefined && enumeration.values.size > 8;
}

/** The field with its brackets, and in them what is required; short messages on one line, as is usual. */
function messageSnippet({ name, message }: FieldType, { analysis }: CompletionContext): string {
  if (message?.name === 'FillerParameter') return `${name} { type: "$1" }`;
  if (message?.name === 'BlobShape') return `${name} { dim: $1 }`;
  const required = [...(message?.fields.values() ?? [])]
    .filter(({ label }) => label === 'required')
    .map((field, i) => `${field.name}: $${i + 1}`);
  const body = required.length > 0 ? required : [bodyOf(name, analysis) ?? '$1'];
  const lines = body.join('\n').replaceAll('\n', '\n  ');
  return `${name} {\n  ${lines}\n}`;
}

/** The initial content of a layer's own parameter message. */
function bodyOf(param: string, { dialect: { layers } }: CompletionContext['analysis']): string | undefined {
  for (const type of layers.types) {
    const rule = layers.get(type);
    if (rule?.param === param && rule.skeleton?.body !== undefined) return rule.skeleton.body;
  }
  return undefined;
}
