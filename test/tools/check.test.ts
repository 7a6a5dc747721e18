import { expect, test } from 'vitest';
import { check } from '#tools/check';
import { smallNet } from '../support/small-nets';
import { answered, toolContext } from '../support/tools';

test('finds nothing in a net that Caffe accepts', async () => {
  expect(await answered(check, { text: smallNet, severity: 'warning' })).toEqual({
    kind: 'net',
    schema: 'bvlc',
    states: ['TRAIN', 'TEST'],
    rejected: false,
    counts: { error: 0, warning: 0, information: expect.any(Number), hint: 0 },
    problems: [],
    left: 0,
  });
});

test('gives each problem with its line and a fix as edits', async () => {
  const text = smallNet.replace('kernel_size', 'kernal_size');
  expect(await answered(check, { text, severity: 'error', schema: 'bvlc' })).toMatchObject({
    rejected: true,
    problems: [
      {
        code: 'schema/unknown-field',
        severity: 'error',
        line: 7,
        column: 37,
        endLine: 7,
        endColumn: 48,
        source: 'convolution_param { num_output: 4 kernal_size: 3 weight_filler { type: "xavier" } }',
        fixes: [
          {
            title: 'Replace with kernel_size',
            edits: [{ line: 7, column: 37, endLine: 7, endColumn: 48, oldText: 'kernal_size', newText: 'kernel_size' }],
          },
        ],
      },
    ],
  });
});

test('lists the worst first, and says how many it left out', async () => {
  const text = smallNet.replace('weight_filler { type: "xavier"', 'weight_filler { type: "xavier" std: 1 sparse: 2');
  const { problems, left } = (await answered(check, { text, severity: 'hint', limit: 1 })) as {
    problems: readonly { severity: string }[];
    left: number;
  };
  expect(problems.map(({ severity }) => severity)).toEqual(['error']);
  expect(left).toBeGreaterThan(0);
});

test('joins the certain fixes if asked', async () => {
  const text = smallNet.replace('type: "xavier"', 'type: "xavier" std: 1 value: 2');
  const answer = (await answered(check, { text, severity: 'hint', fixes: 'all' })) as { fixAll: readonly object[] };
  expect(answer.fixAll).toEqual([expect.objectContaining({ newText: '' })]);
  expect(await answered(check, { text, fixes: 'none', severity: 'hint' })).toMatchObject({
    problems: [{ code: 'filler/dead-field' }, { code: 'filler/dead-field' }],
  });
});

test('reads the files around a path, and in place of the file a text', async () => {
  const files = { 'net.prototxt': smallNet, 'solver.prototxt': 'net: "gone.prototxt" base_lr: 0.1' };
  expect(await answered(check, { path: 'solver.prototxt' }, toolContext(files))).toMatchObject({
    kind: 'solver',
    problems: expect.arrayContaining([expect.objectContaining({ code: 'solver/net-not-found', line: 1 })]),
  });
  const text = smallNet.replace('bottom: "data"', 'bottom: "dat"');
  expect(await answered(check, { path: 'net.prototxt', text }, toolContext(files))).toMatchObject({ rejected: true });
});

test('takes the text of an open editor for that of the file', async () => {
  const context = { ...toolContext({ 'net.prototxt': smallNet }), openText: () => 'layer {' };
  expect(await answered(check, { path: 'net.prototxt' }, context)).toMatchObject({ rejected: true });
});

test('takes what is usual in the editor or given to the command', async () => {
  const text = smallNet.replace('kernel_size: 3', 'kernel_size: 3 my_own: 1');
  const context = toolContext();
  const usual = { ...context.usual, acceptedNames: ['my_own'] };
  expect(await answered(check, { text }, context)).toMatchObject({ counts: { warning: 1 } });
  expect(await answered(check, { text }, { ...context, usual })).toMatchObject({ counts: { warning: 0 } });
});
