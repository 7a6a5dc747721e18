/** Problems of nets exported as ONNX; explained in `docs/problems/onnx.md`. */
import type { ProblemKind } from './kind';

export const onnxProblems = {
  'onnx/no-output': {
    severity: 'warning',
    says: 'No blob of the net is an output in this state.',
    help: 'Name the outputs (--to).',
  },
  'onnx/no-such-blob': {
    severity: 'warning',
    says: 'No blob in this state is named {blob}.',
    help: 'Check the names of inputs and outputs (--from, --to).',
  },
  'onnx/too-large': {
    severity: 'warning',
    says: 'The ONNX file would have {size} bytes; protobuf allows at most 2147483647.',
    help: 'Export a part of the net (--from, --to).',
  },
  'onnx/unknown-weights': {
    severity: 'warning',
    says: 'The values of {blob} are unknown, because its shape or filler is unknown.',
    help: 'Use the weights of a .caffemodel.',
  },
} as const satisfies Record<string, ProblemKind>;
