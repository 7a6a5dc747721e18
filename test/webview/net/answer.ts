/** The server's answer about a net, for tests of the page's own code. */
import { formatShape } from '#core/net/shape';
import type { TableOptions } from '#webview/net/rows';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { netAnswer, netBefore } from '#server/features/net-panel';
import type { NetAnswer, NetBefore } from '#protocol/net';

export function answerOf(text: string): NetAnswer {
  const analysis = analyze(text, { dialect: bvlc, kind: 'net' });
  const [state] = analysis.states;
  if (!state) throw new Error('a net has a state');
  return netAnswer(TextDocument.create('file:///net.prototxt', 'prototxt', 1, text), analysis, state, english);
}

export function beforeOf(text: string): NetBefore {
  const analysis = analyze(text, { dialect: bvlc, kind: 'net' });
  const [state] = analysis.states;
  const before = state && netBefore(analysis, state);
  if (!before) throw new Error('a net');
  return before;
}

export const data =
  'layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 2 dim: 3 dim: 9 dim: 9 } shape { dim: 2 } } }\n';

export function conv(name: string, bottom: string, outputs = 4): string {
  return `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: ${outputs} kernel_size: 1 } }\n`;
}

export function inPlace(type: string, blob: string): string {
  return `layer { name: "${blob}_${type}" type: "${type}" bottom: "${blob}" top: "${blob}" }\n`;
}

export function join(type: string, name: string, ...bottoms: readonly string[]): string {
  return `layer { name: "${name}" type: "${type}" ${bottoms.map((bottom) => `bottom: "${bottom}"`).join(' ')} top: "${name}" }\n`;
}

/** The table of all layers, without blocks, filter and changes. */
export const flatTable: TableOptions = {
  sorting: undefined,
  grouped: 'flat',
  toggled: new Set(),
  filter: '',
  changes: undefined,
  shapeOf: ({ tops }) => tops.map(({ shape }) => formatShape(shape)).join(', '),
};
