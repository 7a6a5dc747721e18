/**
 * Detects what a file is from its fields: many `.prototxt` files are no Caffe nets (ONNX, TensorFlow, Triton, label
 * maps).
 */
import type { FieldType, Schema } from '../schema/types';
import type { FieldNode, Tree } from '../text/tree';

/** `other`: neither a Caffe net nor a solver; only its syntax is checked. */
export type FileKind = 'net' | 'solver' | 'other';

/**
 * A file with layers is a net. Otherwise it is the kind that most of its fields belong to, and `other` where that is
 * less than half of them. An empty file is an empty net.
 */
export function kindOf(tree: Tree, schema: Schema): FileKind {
  const netFields = schema.messages.get('NetParameter')?.fields;
  const solverFields = schema.messages.get('SolverParameter')?.fields;
  // Files of every kind have a `name`, so it says nothing.
  const fields = tree.root.fields.filter(({ name }) => name !== 'name');
  if (fields.some(({ name }) => name === 'layer' || name === 'layers')) return 'net';
  const net = fields.filter((field) => isUse(field, netFields)).length;
  const solver = fields.filter((field) => isUse(field, solverFields)).length;
  if (Math.max(net, solver) * 2 < fields.length) return 'other';
  return solver > net ? 'solver' : 'net';
}

/**
 * True for a field of the message with a value of its type; `input { … }` of a model server is not the string field of
 * a net.
 */
function isUse({ name, value }: FieldNode, fields: ReadonlyMap<string, FieldType> | undefined): boolean {
  const field = fields?.get(name);
  if (!field) return false;
  const [first] = value?.kind === 'list' ? value.items : [value];
  return !first || (first.kind === 'message') === (field.kind === 'message');
}
