/** What a pasted log of Caffe says of a document. */
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { explained } from '#server/features/explain-log';

const text = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "s" type: "Softmax" bottom: "d" top: "s" softmax_param { axis: 4 } }
`;

function explain(log: string): ReturnType<typeof explained> {
  const document = TextDocument.create('file:///a.prototxt', 'prototxt', 1, text);
  return explained(document, analyze(text, { dialect: bvlc }), log, english);
}

test('the problem that a CHECK is about, at its line and column', () => {
  const [first] = explain(
    'I0101 00:00:00.000000 1 net.cpp:84] Creating Layer s\nF0101 00:00:00.000000 1 blob.hpp:122] Check failed: axis_index < num_axes() (4 vs. 2) axis 4 out of range for 2-D Blob with shape 1 3 (3)\n',
  );
  expect(first?.range).toEqual({ start: { line: 1, character: 77 }, end: { line: 1, character: 78 } });
  expect(first?.message).toContain('4');
});

test('points at the first error of the file where no line is a known message', () => {
  expect(explain('I0101 00:00:00.000000 1 caffe.cpp:1] Use CPU.\n')).toEqual([
    {
      message: 'No line is a known message, but BVLC Caffe would report 1 error in this file. The first is here.',
      range: { start: { line: 1, character: 77 }, end: { line: 1, character: 78 } },
    },
  ]);
});
