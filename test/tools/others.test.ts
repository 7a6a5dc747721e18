/** The tools targets, explain_log, upgrade, and the lists of what a Caffe has. */
import { expect, test } from 'vitest';
import { explainLog } from '#tools/explain-log';
import { fields } from '#tools/fields';
import { fillers } from '#tools/fillers';
import { layers } from '#tools/layers';
import { targets } from '#tools/targets';
import { upgrade } from '#tools/upgrade';
import { smallNet } from '../support/small-nets';
import { answered, complaintOf, toolContext } from '../support/tools';

test('targets: what a converter makes of a net', async () => {
  const text = smallNet.replace('"ReLU"', '"BatchReindex"');
  expect(await answered(targets, { text, targets: ['ncnn'] })).toMatchObject({
    state: 'TEST',
    targets: [{ name: 'ncnn', layers: { taken: 2, unsupported: 1 } }],
    problems: [{ target: 'ncnn', code: 'target/unsupported-layer', line: 9 }],
    left: 0,
  });
  expect(await complaintOf(targets, { text, targets: ['nccn'] })).toMatch(
    /^There is no target nccn; there are ncnn, opencv/,
  );
});

test('explain_log: from a message to its field', async () => {
  const text = smallNet.replace('bottom: "data"', 'bottom: "dat"');
  const log = "F0101 00:00:00.1 1 net.cpp:774] Unknown bottom blob 'dat' (layer 'conv', bottom index 0)";
  expect(await answered(explainLog, { text, log })).toMatchObject({
    explanations: [
      { line: 5, source: 'bottom: "dat"', problem: { code: 'net/unknown-bottom', fixes: [expect.anything()] } },
    ],
  });
});

test('upgrade: edits, or what prevents them', async () => {
  const old = 'layers { name: "a" type: RELU bottom: "x" top: "x" }';
  expect(await answered(upgrade, { text: old.replace('RELU', 'RELUU') })).toMatchObject({
    edits: [],
    prevented: { code: 'schema/unknown-enum-value', line: 1 },
  });
  expect(await answered(upgrade, { text: old })).toEqual({
    edits: [
      { line: 1, column: 1, endLine: 1, endColumn: 7, oldText: 'layers', newText: 'layer' },
      { line: 1, column: 26, endLine: 1, endColumn: 30, oldText: 'RELU', newText: '"ReLU"' },
    ],
  });
  expect(await answered(upgrade, { text: smallNet })).toEqual({ edits: [] });
});

test('layers: the types of a Caffe, and one of them', async () => {
  const bvlc = (await answered(layers, {})) as { layers: readonly { type: string }[] };
  const ssd = (await answered(layers, { schema: 'ssd' })) as { layers: readonly { type: string }[] };
  expect(bvlc.layers.some(({ type }) => type === 'PriorBox')).toBe(false);
  expect(ssd.layers).toContainEqual({ type: 'PriorBox', summary: expect.stringMatching(/\.$/) });
  expect(await answered(layers, { type: 'Pooling' })).toMatchObject({
    layer: {
      type: 'Pooling',
      bottoms: { min: 1, max: 1 },
      param: 'pooling_param',
      fields: expect.arrayContaining([
        expect.objectContaining({ name: 'pool', default: 'MAX', values: ['MAX', 'AVE', 'STOCHASTIC'] }),
        expect.objectContaining({ name: 'stride', type: 'uint32', default: '1' }),
      ]),
    },
  });
  expect(await complaintOf(layers, { type: 'Convolutoin' })).toMatch(/Did you mean Convolution/);
});

test('fields: by the name of the message or of the field that holds it', async () => {
  const byName = await answered(fields, { message: 'FillerParameter' });
  expect(byName).toMatchObject({
    fields: expect.arrayContaining([expect.objectContaining({ name: 'std', default: '1' })]),
  });
  expect(await answered(fields, { message: 'weight_filler' })).toEqual(byName);
  expect(await complaintOf(fields, { message: 'convolution_params' })).toMatch(/Did you mean convolution_param/);
});

test('fillers: with the fields that each reads', async () => {
  expect(await answered(fillers, { schema: 'bvlc' })).toMatchObject({
    fillers: expect.arrayContaining([
      {
        type: 'constant',
        summary: expect.any(String),
        fields: [expect.objectContaining({ name: 'value' }), expect.objectContaining({ name: 'sparse' })],
      },
    ]),
  });
});

test("a user's own proto is a Caffe too", async () => {
  const proto =
    'message LayerParameter { optional MyParameter my_param = 999; }\nmessage MyParameter { optional float slope = 1 [default = 0.5]; }';
  const context = toolContext({ 'my.proto': proto });
  expect(await answered(fields, { message: 'my_param', schema: 'my.proto' }, context)).toMatchObject({
    fields: [{ name: 'slope', type: 'float', default: '0.5', doc: '' }],
  });
  expect(await complaintOf(fields, { message: 'my_param', schema: 'gone.proto' }, context)).toMatch(
    /^Cannot read gone/,
  );
});
