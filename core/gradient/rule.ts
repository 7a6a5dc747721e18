/** The interface of gradient rules: one per ONNX operator, in reverse mode. */
import type { Attribute, Node, Value } from '../net/graph';

export interface Differentiated {
  readonly node: Node;
  readonly inputs: readonly (Value | undefined)[];
  /** The first output. */
  readonly output: Value;
  /** The gradient of the first output, which has its shape. No operator passes on gradients of other outputs. */
  readonly gradient: Value;
  /** Whether the gradient of an input is needed. */
  readonly wants: (input: number) => boolean;
}

/**
 * The gradients of the inputs, in their order and with their shapes; undefined where there is none, such as for
 * indices and conditions, and where none is needed. No list at all: these gradients are not supported.
 */
export type GradientRule = (of: Differentiated) => readonly (Value | undefined)[] | undefined;

/** An attribute that is a float. */
export function floatOf(attribute: Attribute | undefined): number {
  return typeof attribute === 'object' && 'float' in attribute ? attribute.float : 0;
}

/** An attribute that is a list of integers; empty if absent. */
export function intsOf(attribute: Attribute | undefined): readonly number[] {
  return Array.isArray(attribute) ? (attribute as readonly number[]) : [];
}

/** An attribute that is an integer; 0 if absent. */
export function intOf(attribute: Attribute | undefined): number {
  return typeof attribute === 'number' ? attribute : 0;
}

/** The numbers of a constant input. */
export function constantOf(input: Value | undefined): readonly number[] {
  return input?.kind === 'constant' ? Array.from(input.data) : [];
}
