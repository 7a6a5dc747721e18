/** Which quick fixes an editor may apply without asking: `isPreferred`. */
import { expect, test } from 'vitest';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { codeActions } from '#server/features/code-actions';
import { toDiagnostics } from '#server/to-lsp';

/** Title and preference of the quick fixes for the whole text, with all its diagnostics. */
function offered(text: string): readonly string[] {
  const document = TextDocument.create('file:///nets/net.prototxt', 'prototxt', 1, text);
  const analysis = analyze(text, { dialect: bvlc });
  const diagnostics = toDiagnostics(document, analysis.problems, english);
  const actions: readonly CodeAction[] = codeActions(document, analysis, {
    range: { start: 0, end: text.length },
    context: { diagnostics, only: [CodeActionKind.QuickFix] },
    creates: false,
    language: english,
  });
  return actions.map(({ title, isPreferred }) => `${title}: ${String(isPreferred)}`);
}

const layer = (fields: string): string =>
  `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n${fields}`;

test('prefers the only correct fix, but not suppressing the problem or fixing all of its kind', () => {
  expect(
    offered(layer('layer { name: "r" type: "ReLU" bottom: "d" top: "r" relu_param { negative_slop: 0.1 } }')),
  ).toMatchInlineSnapshot(`
    [
      "Replace with negative_slope: true",
      "Disable schema/unknown-field for this line: false",
    ]
  `);
});

test('does not prefer a guessed value', () => {
  const noOutputs = 'layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { kernel_size: 3 } }';
  expect(offered(layer(noOutputs))).toMatchInlineSnapshot(`
    [
      "Add num_output: 3: false",
      "Disable layer/num-output-missing for this line: false",
    ]
  `);
});

test('prefers the fix of one problem, but not the fix of all in the file', () => {
  const convolution = (name: string): string =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "d" top: "${name}" inner_product_param { num_output: 4 weight_filler { type: "xavier" std: 0.1 } } }\n`;
  expect(offered(layer(convolution('a') + convolution('b')))).toMatchInlineSnapshot(`
    [
      "Remove std: true",
      "Remove std: true",
      "Remove all fields without effect in this file (2): false",
    ]
  `);
});
