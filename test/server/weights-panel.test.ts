/** What the panel of initial weights is sent, and what it writes. */
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { testState } from '#core/net/state';
import { alternatives, fillerEdits, weightsAnswer } from '#server/features/weights-panel';

const text = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 6 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "d" top: "ip"
  inner_product_param { num_output: 2 weight_filler { type: "xavier" } }
}
`;
const document = TextDocument.create('file:///a.prototxt', 'prototxt', 1, text);
const analysis = analyze(text, { dialect: bvlc });

test('layers with their lines, blobs and formulas; no seed without a solver', () => {
  const answer = weightsAnswer(document, analysis, testState, { solver: undefined, model: undefined }, english);
  expect(answer).toMatchObject({ lines: [[1, 4]], seed: undefined, pairing: undefined });
  expect(answer.layers.map(({ name }) => name)).toEqual(['ip']);
});

test('every filler that the blob may have instead, with its formula', () => {
  const found = alternatives(analysis, testState, 0);
  expect(found.map(({ filler }) => filler)).toEqual(expect.arrayContaining(['xavier', 'msra', 'gaussian', 'constant']));
  // √(2/6)
  expect(found.find(({ filler }) => filler === 'msra')).toMatchObject({ n: 6, std: Math.fround(Math.sqrt(1 / 3)) });
  expect(alternatives(analysis, testState, 9)).toEqual([]);
});

test('a choice is written in the place of the filler', () => {
  const choice = alternatives(analysis, testState, 0).find(({ filler }) => filler === 'msra')?.choice;
  const edits = (choice && fillerEdits(document, analysis, testState, 0, choice)) ?? [];
  expect(TextDocument.applyEdits(document, [...edits])).toBe(text.replace('xavier', 'msra'));
});
