/** Large texts: an algorithm with quadratic cost would hang an editor, and makes a test here run into its timeout. */
import { english } from '#core/messages/en/index';
import { expect, test } from 'vitest';
import { analyze, maxLength } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { format, usualStyle } from '#core/edit/format/index';
import { deployText } from '#core/edit/refactor/deploy';
import { upgradeChanges } from '#core/edit/upgrade/index';
import { foldingRanges } from '#server/features/folding';

const layers = 10_000;

test('does not analyze a text above the size limit', () => {
  const line = 'layer { name: "a" type: "ReLU" bottom: "x" top: "y" } ';
  const { kind, problems } = analyze(line.repeat(Math.ceil((maxLength + 1) / line.length)), { dialect: bvlc });
  expect(kind).toBe('other');
  expect(problems.map(({ code }) => code)).toEqual(['file/too-large']);
});

test('handles as many unknown bottoms as layers', () => {
  const { problems } = analyze('layer { name: "a" type: "ReLU" bottom: "x" top: "y" }\n'.repeat(layers), {
    dialect: bvlc,
  });
  expect(problems.filter(({ code }) => code === 'net/unknown-bottom')).toHaveLength(layers);
});

test('handles as many damaged layers as unknown bottoms', () => {
  const text = 'layer { name: "a" type: "ReLU" bottom: "x" top: "y" kernel: }\n'.repeat(layers);
  const { problems } = analyze(text, { dialect: bvlc });
  expect(problems.some(({ code }) => code === 'syntax/expected-value')).toBe(true);
  // Every bottom might be the top that a damaged layer has lost.
  expect(problems.filter(({ code }) => code === 'net/unknown-bottom')).toEqual([]);
});

test('handles a deploy net with an auxiliary loss and many layers that lead only to it', () => {
  const chain = Array.from(
    { length: layers },
    (_, i) => `layer { name: "r${i}" type: "ReLU" bottom: "${i === 0 ? 'ip' : `r${i - 1}`}" top: "r${i}" }\n`,
  ).join('');
  const loss = (name: string, bottom: string, weight: number): string =>
    `layer { name: "${name}" type: "SoftmaxWithLoss" bottom: "${bottom}" bottom: "label" top: "${name}" loss_weight: ${weight} }\n`;
  const text = `layer { name: "d" type: "Data" top: "data" top: "label" data_param { source: "x" batch_size: 1 } transform_param { crop_size: 8 } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 2 } }
${loss('loss', 'ip', 1)}${chain}${loss('help', `r${layers - 1}`, 0.3)}`;
  expect(deployText(analyze(text, { dialect: bvlc }))?.match(/^layer/gm)).toHaveLength(3);
});

test('handles folds of as many layers on one line', () => {
  expect(
    foldingRanges(
      analyze('layer { name: "a" type: "ReLU" bottom: "x" top: "y" relu_param { } } '.repeat(layers), {
        dialect: bvlc,
      }),
      english,
    ),
  ).toEqual([]);
});

test('handles runs of as many layers on one line', () => {
  const pairs = Array.from({ length: layers / 2 }, (_, i) => `layer { name: "${i}/a" } layer { name: "${i}/b" } `);
  expect(foldingRanges(analyze(pairs.join(''), { dialect: bvlc }), english)).toEqual([]);
});

test('formats and upgrades as many layers of an old net on one line', () => {
  const text = Array.from(
    { length: 4 * layers },
    (_, i) => `layers{name:"r${i}" type: CONVOLUTION bottom: "d" top: "r${i}" blobs_lr: 1 blobs_lr: 2}`,
  ).join(' ');
  const analysis = analyze(text, { dialect: bvlc });
  expect(format({ tree: analysis.tree, textProblems: [] }, usualStyle).length).toBeGreaterThan(4 * layers);
  expect(upgradeChanges(analysis).length).toBeGreaterThan(4 * layers);
});
