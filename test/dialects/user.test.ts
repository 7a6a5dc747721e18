import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { infoOf } from '#core/problems/index';
import { readProto } from '#core/schema/from-proto';
import { chooserOf, knownTypes } from '#core/dialects/user-dialect';

const fragment = `syntax = "proto2";
message LayerParameter {
  // My own layer.
  optional FooParameter foo_param = 1001;
}
message FooParameter {
  // How many.
  optional uint32 count = 1 [default = 3];
  optional FillerParameter filler = 2;
  enum Mode { A = 0; B = 1; }
  optional Mode mode = 3;
}
`;
const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 6 dim: 6 } } }
layer { name: "f" type: "Foo" bottom: "d" top: "f" foo_param { count: 2 mode: B filler { type: "xavier" } } }
layer { name: "p" type: "Permute" bottom: "d" top: "p" permute_param { order: 0 order: 2 } }
layer { name: "x" type: "Bar" bottom: "f" top: "x" }
`;

test('a fragment adds to the dialect that the rest of the file is for', async () => {
  const proto = readProto(fragment, 'custom.proto', knownTypes());
  if (proto.kind !== 'proto') throw new Error(proto.reason.phrase);
  const analysis = analyze(net, { dialect: chooserOf(proto, 'custom.proto') });
  expect(analysis.dialect).toMatchObject({ id: 'custom.proto', label: 'SSD + custom.proto' });
  expect(analysis.problems.filter(({ code }) => infoOf(code).severity === 'error')).toEqual([]);
  expect(analysis.problems.map(({ code }) => code)).toContain('net/unlisted-layer-type');
  expect(analysis.dialect.schema.messages.get('FooParameter')?.fields.get('count')).toMatchObject({
    default: 3,
    doc: 'How many.',
  });
  const misspelt = analyze(net.replace('count: 2', 'cuont: 2'), { dialect: chooserOf(proto, 'custom.proto') });
  expect(misspelt.problems).toMatchObject([
    { code: 'schema/unknown-field', suggestion: 'count' },
    { code: 'net/unlisted-layer-type' },
  ]);
});

test('a complete proto replaces the schema, with the rules of similar forks', async () => {
  const whole = `package caffe;
message NetParameter { optional string name = 1; repeated LayerParameter layer = 100; }
message SolverParameter { optional string net = 24; }
message LayerParameter {
  optional string name = 1; optional string type = 2; repeated string bottom = 3; repeated string top = 4;
  optional InputParameter input_param = 143;
  optional PermuteParameter permute_param = 202;
  optional AnnotatedDataParameter annotated_data_param = 200; optional MultiBoxLossParameter multibox_loss_param = 201;
  optional PriorBoxParameter prior_box_param = 203; optional DetectionOutputParameter detection_output_param = 204;
  optional DetectionEvaluateParameter detection_evaluate_param = 205; optional NormalizeParameter norm_param = 206; optional VideoDataParameter video_data_param = 207;
}
message InputParameter { repeated BlobShape shape = 1; }
message BlobShape { repeated int64 dim = 1 [packed = true]; }
message PermuteParameter { repeated uint32 order = 1; }
message AnnotatedDataParameter {} message MultiBoxLossParameter {} message PriorBoxParameter {} message DetectionOutputParameter {}
message DetectionEvaluateParameter {} message NormalizeParameter {} message VideoDataParameter { optional Nowhere gap = 1; }
`;
  const proto = readProto(whole, 'caffe.proto', knownTypes());
  if (proto.kind !== 'proto') throw new Error(proto.reason.phrase);
  expect(proto.whole).toBe(true);
  const analysis = analyze(
    net
      .split('\n')
      .filter((line) => !/Foo|Bar/.test(line))
      .join('\n'),
    { dialect: chooserOf(proto, 'caffe.proto') },
  );
  const [state] = analysis.states;
  expect(analysis.problems).toEqual([]);
  expect(state && analysis.state(state).layers[1]?.tops).toEqual([[1, 6, 4, 6]]);
  expect(
    analyze('layer { name: "c" type: "Convolution" convolution_param { num_output: 1 } }', {
      dialect: chooserOf(proto, 'caffe.proto'),
    }).problems[0]?.code,
  ).toBe('schema/unknown-field');
});

describe('a field of another kind than BVLC has', () => {
  const proto = readProto(
    'message PoolingParameter { optional int32 pool = 1; }\n// @layer Other\nmessage LRNParameter { optional FillerParameter k = 5; }',
    'odd.proto',
    knownTypes(),
  );
  if (proto.kind !== 'proto') throw new Error(proto.reason.phrase);
  const stateOf = (layer: string): { problems: readonly string[]; tops: unknown } => {
    const text = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n${layer}`;
    const analysis = analyze(text, { dialect: chooserOf(proto, 'odd.proto') });
    const [state] = analysis.states;
    return {
      problems: analysis.problems.map(({ code }) => code),
      tops: state && analysis.state(state).layers[1]?.tops,
    };
  };
  const pooling = (fields: string): string =>
    `layer { name: "p" type: "Pooling" bottom: "d" top: "p" pooling_param { kernel_size: 2 stride: 2 ${fields} } }`;

  test('is listed with its line', () => {
    expect(proto.unread.map(({ line, reason }) => [line, reason.phrase])).toEqual([
      [0, 'other-type'],
      [2, 'other-type'],
    ]);
  });

  test('makes unknown what depends on it, where it is written', () => {
    expect(stateOf(pooling('pool: 1'))).toEqual({ problems: [], tops: [null] });
    expect(
      stateOf('layer { name: "n" type: "LRN" bottom: "d" top: "n" lrn_param { local_size: 4 k { type: "xavier" } } }'),
    ).toEqual({ problems: [], tops: [null] });
  });

  test('has the type that the proto gives it', () => {
    expect(stateOf(pooling('pool: MAX')).problems).toEqual(['schema/expected-type']);
    expect(stateOf(pooling('pool: 1 pool: 2')).problems).toEqual(['schema/set-twice']);
  });

  test('changes nothing where it is not written', () => {
    expect(stateOf(pooling(''))).toEqual({ problems: [], tops: [[1, 3, 4, 4]] });
  });
});

test('a broken proto says where', async () => {
  expect(readProto('message A {\n  optional int32 = 3;\n}\n', 'x', knownTypes())).toMatchObject({
    kind: 'broken',
    line: 1,
  });
});
