/** What a file is, told from its fields: many files named `.prototxt` are no Caffe nets (ONNX, TensorFlow, Triton, label maps). */
import type { FileKind } from './analysis';
import type { Schema } from './schema/types';
import type { Tree } from './text/tree';

/**
 * A file with layers is a net; else it is what most of its fields belong to, and `other` where that is less than half of
 * them. An empty file is an empty net.
 */
export function kindOf(tree: Tree, schema: Schema): FileKind {
  const netFields = schema.messages.get('NetParameter')?.fields;
  const solverFields = schema.messages.get('SolverParameter')?.fields;
  const { fields } = tree.root;
  let net = 0;
  let solver = 0;
  let layers = 0;
  for (const { name } of fields) {
    if (netFields?.has(name)) net++;
    if (solverFields?.has(name)) solver++;
    if (name === 'layer' || name === 'layers') layers++;
  }
  if (layers > 0) return 'net';
  if (Math.max(net, solver) * 2 < fields.length) return 'other';
  return solver > net ? 'solver' : 'net';
}
