/** Nodes of a graph and what they read, by the names of values. */
import type { Attribute, ElementType, ForwardDraw } from '../net/graph';

export interface GraphValue {
  readonly type: ElementType;
  readonly shape: readonly number[];
}

export interface GraphNode {
  /** The layer's name, with the operator where there are several; unique in the net. */
  readonly name: string;
  readonly operator: string;
  /** Names of values; empty for an omitted one. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** As in `Node`. */
  readonly isExact?: true;
}

export interface GraphConstant extends GraphValue {
  readonly name: string;
  readonly data: ArrayLike<number>;
}

export interface GraphDraw {
  readonly name: string;
  readonly shape: readonly number[];
  readonly draw: ForwardDraw;
}

export interface GraphParam {
  readonly name: string;
  /** Index in `DrawPlan.blobs` of the blob whose values it has. */
  readonly param: number;
  readonly shape: readonly number[];
}

/** What a layer adds to the graph. */
export interface Written {
  readonly nodes: readonly GraphNode[];
  readonly constants: readonly GraphConstant[];
  readonly draws: readonly GraphDraw[];
  readonly params: readonly GraphParam[];
}
