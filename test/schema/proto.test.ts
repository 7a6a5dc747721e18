/** Protos are read as protobufjs reads them; what is none says where. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english } from '#core/messages/en/index';
import { phraseOf } from '#core/messages/render';
import { readProto } from '#core/schema/from-proto';
import { knownTypes } from '#core/dialects/user-dialect';
import { rawSchema } from '../../scripts/lib/read-proto.mjs';

const known = knownTypes();
const protos = ['schemas', 'schemas/forks', 'schemas/forks/shared'].flatMap((folder) =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.proto') ? [`${folder}/${name}`] : [])),
);

test.each(protos)('%s, as protobufjs reads it', (path) => {
  const source = readFileSync(path, 'utf8');
  const reading = readProto(source, path, known);
  if (reading.kind === 'broken') throw new Error(phraseOf(reading.reason, english));
  const { messages, enums } = reading.fork;
  expect({ messages, enums }).toEqual(rawSchema(source));
});

test('declarations of every kind', () => {
  const source = `syntax = "proto2"; import public "a.proto"; package my.caffe;
option java_package = "x"; option (deep).er = { a: 1 b { c: [1, 2] } };
/* Of a
 * message. */
message A {
  reserved 5, 9 to 11; reserved "old"; extensions 100 to max;
  optional .my.caffe.B b = 1 [deprecated = true, default = X, (o) = { a: [1] }];
  // Two
  // lines.
  repeated int32 many = 0x2 [packed = true];
  optional group Inner = 3 { optional caffe.Phase phase = 1; } // Not this.
  oneof which { string one = 6; sint64 other = 010 [default = -0x10]; }
  map<string, int32> map = 20; optional string map_ = 21 [default = "a\\x41\\101\\n" 'b'];
  extend B { optional int32 z = 200; }
  message B { enum B { P = -1; Q = 0x7; } } ;
  optional B.B nested = 30; optional Nowhere gone = 31; // Behind it.
  optional float inf = 32 [default = -inf]; required bool yes = 33 [default = true];
}
enum B { option allow_alias = true; X = 0; reserved 3; Y = 0; }
service S { rpc f (A) returns (stream A) { option x = 1; } rpc g (A) returns (A); };`;
  const reading = readProto(source, 'x', known);
  if (reading.kind === 'broken') throw new Error(phraseOf(reading.reason, english));
  const { messages, enums } = reading.fork;
  expect(messages).toEqual([
    [
      'A',
      'Of a message.',
      [
        ['b', 1, 0, 'B', 'X', ''],
        ['many', 2, 2, 'int32', null, 'Two lines.'],
        ['inner', 3, 0, 'A.Inner', null, ''],
        ['one', 6, 0, 'string', null, ''],
        ['other', 8, 0, 'int64', -16, ''],
        ['map_', 21, 0, 'string', 'aAA\nb', ''],
        ['nested', 30, 0, 'A.B.B', null, ''],
        ['inf', 32, 0, 'float', -Infinity, ''],
        ['yes', 33, 1, 'bool', true, ''],
      ],
    ],
    ['A.Inner', '', [['phase', 1, 0, 'Phase', null, '']]],
    ['A.B', '', []],
  ]);
  expect(enums).toEqual([
    [
      'A.B.B',
      '',
      [
        ['P', -1, ''],
        ['Q', 7, ''],
      ],
    ],
    [
      'B',
      '',
      [
        ['X', 0, ''],
        ['Y', 0, ''],
      ],
    ],
  ]);
});

describe('what is no proto says where', () => {
  test.each<[string, number, string]>([
    ['message A {\n  optional int32 = 3;\n}\n', 1, 'expected a name, found “=”'],
    ['message A {\n  optional int32 a = b;\n}\n', 1, 'expected a field number, found “b”'],
    ['message A {\n  optional int32 a = 3', 1, 'expected “;”, found the end of the file'],
    ['\nmessage A { optional int32 a = 1; optional int32 a = 2; }', 1, 'a is defined twice in A'],
    ['message A {} message A {}', 0, 'A is defined twice in this file'],
    ['enum E { A = 0;\nA = 1; }', 1, 'A is defined twice in E'],
    ['message A { optional int32 a = 1 [default = "x"]; }', 0, 'expected an integer, found “x”'],
    ['message A { optional string a = 1 [default = 5]; }', 0, 'expected a string in quotes, found “5”'],
    ['\n/* never', 1, 'a comment is not closed'],
    ['option a = "never\n";', 0, 'a string is not closed on its line'],
    ['message A {'.repeat(40), 0, 'messages are nested more than 32 deep'],
    [`message ${'A'.repeat(300)} {}`, 0, 'a name has 300 characters (limit 200)'],
    ['layer { name: "a" }', 0, 'expected a message, an enum or another declaration, found “layer”'],
    [
      'message NetParameter {\n  optional int32 name = 1;\n}',
      1,
      'name of NetParameter is int32, but Caffe reads string',
    ],
    ['message Phase {}', 0, 'Phase is a message, but Caffe has an enum of this name'],
    [
      'message FillerParameter { optional int32 std = 1; }\nmessage A {}\nenum BlobShape { X = 0; }',
      2,
      'BlobShape is an enum, but Caffe has a message of this name',
    ],
  ])('%j', (source, line, reason) => {
    const reading = readProto(source, 'x', known);
    if (reading.kind !== 'broken') throw new Error('it was read');
    expect([reading.line, phraseOf(reading.reason, english)]).toEqual([line, reason]);
  });

  test.each([
    ['NetParameter', ['name', 'input', 'input_shape', 'input_dim', 'force_backward', 'state', 'layer', 'layers']],
    [
      'LayerParameter',
      ['name', 'type', 'bottom', 'top', 'phase', 'loss_weight', 'param', 'include', 'exclude', 'convolution_param'],
    ],
  ])('the fields of %s, which every rule reads, of another type', (message, fields) => {
    for (const field of fields) {
      for (const type of ['bool', 'Other']) {
        const source = `message ${message} {\n repeated ${type} ${field} = 1; }\nmessage Other {}`;
        const reading = readProto(source, 'x', known);
        const ownType = type === 'bool' && field === 'force_backward';
        expect([field, type, reading.kind]).toEqual([field, type, ownType ? 'proto' : 'broken']);
        if (reading.kind === 'broken') expect(reading.line).toBe(1);
      }
    }
  });
});
