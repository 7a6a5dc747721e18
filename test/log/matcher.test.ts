/** The problem matcher in package.json, applied to Caffe's output. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly message?: number;
}

interface Manifest {
  readonly contributes: {
    readonly problemMatchers: readonly { readonly name: string; readonly pattern: readonly Pattern[] }[];
  };
}

const printed = [
  '[libprotobuf ERROR google/protobuf/text_format.cc:245] Error parsing text-format caffe.NetParameter: 394:9: Message type "caffe.LayerParameter" has no field named "foo".',
  'F1124 21:40:17.123456 12345 upgrade_proto.cpp:88] Check failed: ReadProtoFromTextFile(param_file, param) Failed to parse NetParameter file: models/net.prototxt',
];

test('$caffe finds file, line, column and message in two consecutive lines', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const [matcher] = contributes.problemMatchers;
  expect(matcher?.name).toBe('caffe');
  const found = matcher?.pattern.map((pattern, i) => {
    const groups = new RegExp(pattern.regexp).exec(printed[i] ?? '');
    return (['file', 'line', 'column', 'message'] as const).flatMap((part) =>
      pattern[part] === undefined ? [] : [groups?.[pattern[part]]],
    );
  });
  expect(found).toEqual([
    ['394', '9', 'Message type "caffe.LayerParameter" has no field named "foo".'],
    ['models/net.prototxt'],
  ]);
});
