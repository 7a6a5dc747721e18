/**
 * Writes graphs in ONNX's binary form (onnx.proto, IR version 8 to 10), as far as they are used here; see `wire` for
 * why no library does it.
 */
import { dataTypes } from '../graph/operators';
import type { Attribute, ElementType } from '../net/graph';
import { bytesField, floatField, intField, packedInts, textField, type Piece } from '../wire';
import type { GraphConstant, GraphNode } from './nodes';
import { forOpset } from './opsets';

/** A dimension by its size, or by a symbolic name. */
export type ModelDim = number | string;

export interface ModelValue {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly ModelDim[];
}

/** Values that are written later, float32 and little-endian. */
export interface ModelWeight<Bulk> {
  readonly name: string;
  readonly shape: readonly number[];
  readonly bulk: Bulk;
}

export interface Model<Bulk = never> {
  readonly name: string;
  readonly producer: string;
  readonly opset: number;
  readonly nodes: readonly GraphNode[];
  readonly constants: readonly GraphConstant[];
  readonly weights: readonly ModelWeight<Bulk>[];
  readonly inputs: readonly ModelValue[];
  readonly outputs: readonly ModelValue[];
}

export function modelPieces<Bulk = never>(model: Model<Bulk>): readonly Piece<Bulk>[] {
  return piecesOf(
    model,
    model.weights.flatMap((weight) => bytesField(fields.graph.initializer, weightPieces(weight))),
  );
}

/** The same model with its weights one after another in a separate block of bytes, which it refers to by the name `beside`. */
export function withoutWeights(model: Model<unknown>, beside: string): readonly Piece<never>[] {
  let offset = 0;
  const initializers = model.weights.flatMap((weight) => {
    const length = weightBytes(weight);
    const place = { location: beside, offset, length };
    offset += length;
    return bytesField(fields.graph.initializer, placePieces(weight, place));
  });
  return piecesOf(model, initializers);
}

/** In bytes. */
export function weightBytes({ shape }: Pick<ModelWeight<unknown>, 'shape'>): number {
  return 4 * shape.reduce((product, dim) => product * dim, 1);
}

function piecesOf<Bulk>(model: Model<unknown>, weights: readonly Piece<Bulk>[]): readonly Piece<Bulk>[] {
  const { opset, nodes, constants } = forOpset(model);
  const graph = [
    ...nodes.flatMap((node) => bytesField<Bulk>(fields.graph.node, nodePieces(node))),
    ...textField<Bulk>(fields.graph.name, model.name),
    ...constants.flatMap((constant) => bytesField<Bulk>(fields.graph.initializer, constantPieces(constant))),
    ...weights,
    ...model.inputs.flatMap((value) => bytesField<Bulk>(fields.graph.input, valuePieces(value))),
    ...model.outputs.flatMap((value) => bytesField<Bulk>(fields.graph.output, valuePieces(value))),
  ];
  return [
    intField(fields.model.irVersion, irVersionOf(opset)),
    ...textField<Bulk>(fields.model.producer, model.producer),
    ...bytesField(fields.model.graph, graph),
    ...bytesField<Bulk>(fields.model.opset, [...textField(1, ''), intField(2, opset)]),
  ];
}

/** Field numbers of onnx.proto. */
const fields = {
  model: { irVersion: 1, producer: 2, graph: 7, opset: 8 },
  graph: { node: 1, name: 2, initializer: 5, input: 11, output: 12 },
  node: { input: 1, output: 2, name: 3, operator: 4, attribute: 5 },
  attribute: { name: 1, float: 2, int: 3, text: 4, ints: 8, type: 20 },
  tensor: { dims: 1, type: 2, name: 8, raw: 9, place: 13, placeKind: 14 },
  value: { name: 1, type: 2 },
} as const;

/** Numbers of AttributeProto.AttributeType. */
const attributeTypes = { float: 1, int: 2, text: 3, ints: 7 } as const;

/** Readers of an opset support this version and all earlier ones. */
function irVersionOf(opset: number): number {
  return opset < 19 ? 8 : opset < 21 ? 9 : 10;
}

function nodePieces({ name, operator, inputs, outputs, attributes }: GraphNode): readonly Piece<never>[] {
  const { node } = fields;
  return [
    ...inputs.flatMap((input) => textField(node.input, input)),
    ...outputs.flatMap((output) => textField(node.output, output)),
    ...textField(node.name, name),
    ...textField(node.operator, operator),
    ...Object.entries(attributes).flatMap(([key, value]) => bytesField(node.attribute, attributePieces(key, value))),
  ];
}

function attributePieces(name: string, value: Attribute): readonly Piece<never>[] {
  const { attribute } = fields;
  const typed = (type: number, content: readonly Piece<never>[]): readonly Piece<never>[] => [
    ...textField(attribute.name, name),
    ...content,
    intField(attribute.type, type),
  ];
  if (typeof value === 'number') return typed(attributeTypes.int, [intField(attribute.int, value)]);
  if (typeof value === 'string') return typed(attributeTypes.text, textField(attribute.text, value));
  if ('float' in value) return typed(attributeTypes.float, [floatField(attribute.float, value.float)]);
  return typed(attributeTypes.ints, packedInts(attribute.ints, value));
}

function constantPieces({ name, type, shape, data }: GraphConstant): readonly Piece<never>[] {
  const { tensor } = fields;
  return [
    ...packedInts(tensor.dims, shape),
    intField(tensor.type, dataTypes[type]),
    ...textField(tensor.name, name),
    ...bytesField(tensor.raw, [rawOf(type, data)]),
  ];
}

function rawOf(type: ElementType, data: ArrayLike<number>): Uint8Array {
  const width = { float: 4, int64: 8, bool: 1 }[type];
  const view = new DataView(new ArrayBuffer(width * data.length));
  for (let i = 0; i < data.length; i++) {
    const value = data[i] ?? 0;
    if (type === 'float') view.setFloat32(4 * i, value, true);
    else if (type === 'bool') view.setUint8(i, value);
    else {
      view.setUint32(8 * i, value >>> 0, true);
      view.setInt32(8 * i + 4, Math.floor(value / 2 ** 32), true);
    }
  }
  return new Uint8Array(view.buffer);
}

function weightPieces<Bulk>(weight: ModelWeight<Bulk>): readonly Piece<Bulk>[] {
  const { bulk } = weight;
  return [...weightHead<Bulk>(weight), ...bytesField(fields.tensor.raw, [{ size: weightBytes(weight), bulk }])];
}

/** Values that are elsewhere: StringStringEntryProto says where. */
function placePieces(
  weight: ModelWeight<unknown>,
  place: Readonly<Record<string, string | number>>,
): readonly Piece<never>[] {
  const { tensor } = fields;
  const external = 1;
  return [
    ...weightHead(weight),
    ...Object.entries(place).flatMap(([key, value]) =>
      bytesField(tensor.place, [...textField(1, key), ...textField(2, String(value))]),
    ),
    intField(tensor.placeKind, external),
  ];
}

function weightHead<Bulk = never>({ name, shape }: ModelWeight<unknown>): readonly Piece<Bulk>[] {
  const { tensor } = fields;
  return [
    ...packedInts<Bulk>(tensor.dims, shape),
    intField(tensor.type, dataTypes.float),
    ...textField<Bulk>(tensor.name, name),
  ];
}

function valuePieces({ name, type, shape }: ModelValue): readonly Piece<never>[] {
  const dims = shape.flatMap((dim) => bytesField(1, typeof dim === 'number' ? [intField(1, dim)] : textField(2, dim)));
  const tensorType = [intField(1, dataTypes[type]), ...bytesField(2, dims)];
  return [...textField(fields.value.name, name), ...bytesField(fields.value.type, bytesField(1, tensorType))];
}
