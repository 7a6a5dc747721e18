/** Problems of nets exported as ONNX; explained in `docs/problems/onnx.md`. */
import type { ProblemKind } from './kind';

export const onnxProblems = {
  'onnx/no-output': {
    severity: 'warning',
    says: 'No blob of the net is an output in this state.',
    help: 'Name blobs with --to.',
  },
  'onnx/no-such-blob': {
    severity: 'warning',
    says: 'No blob in this state is named {blob}.',
    help: 'Check the names after --from and --to.',
  },
  'onnx/too-large': {
    severity: 'warning',
    says: 'The ONNX file would have {size} bytes; protobuf allows at most 2147483647.',
    help: 'Cut it with --from and --to.',
  },
  'onnx/unknown-weights': {
    severity: 'warning',
    says: 'The values of {blob} are unknown, because its shape or filler is unknown.',
    help: 'Use the weights of a .caffemodel.',
  },
} as const satisfies Record<string, ProblemKind>;
