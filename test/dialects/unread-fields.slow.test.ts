/** A proto that defines one of BVLC's fields with values of another kind: whichever it is, nothing throws and nothing is red. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { chooserOf, knownTypes } from '#core/dialects/user-dialect';
import { deployText } from '#core/edit/refactor/deploy';
import { format, usualStyle } from '#core/edit/format/index';
import { upgradeChanges } from '#core/edit/upgrade/index';
import { bvlcLayers } from '#core/layers/index';
import { english } from '#core/messages/en/index';
import { infoOf } from '#core/problems/index';
import { bvlcSchema } from '#core/schema/compiled';
import { readProto } from '#core/schema/from-proto';
import type { FieldType, MessageType } from '#core/schema/types';
import { nothingAround } from '#project/surroundings';
import { displayState } from '#server/display-state';
import { completion } from '#server/features/completion';
import { hover } from '#server/features/hover';
import { inlayHints } from '#server/features/inlay-hints';
import { netAnswer } from '#server/features/net-panel';
import { semanticTokens } from '#server/features/semantic-tokens';
import { weightsAnswer } from '#server/features/weights-panel';

const layerMessage = bvlcSchema.messages.get('LayerParameter');
const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }\n';

/** Each field of the messages that a net or a solver can have, below the layer itself, and the text around it. */
function places(): readonly (readonly [owner: string, field: FieldType, around: (field: string) => string])[] {
  const usual = ['net: "x.prototxt"', 'base_lr: 0.1', 'lr_policy: "fixed"', 'max_iter: 10'];
  const solver = [...(bvlcSchema.messages.get('SolverParameter')?.fields.values() ?? [])].map((field) => {
    const others = usual.filter((line) => !line.startsWith(`${field.name}:`));
    return [field.owner, field, (text: string) => `${[text, ...others].join('\n')}\n`] as const;
  });
  const layers = bvlcLayers.types.flatMap((type) => {
    const param = bvlcLayers.get(type)?.param ?? '';
    const message = layerMessage?.fields.get(param)?.message;
    const layer = (text: string): string =>
      `${input}layer { name: "p" type: "${type}" bottom: "d" top: "p" ${param} { ${text} } }\n` +
      'layer { name: "r" type: "ReLU" bottom: "p" top: "r" }\n';
    return message ? fieldsIn(message, layer) : [];
  });
  return [...solver, ...layers];
}

function fieldsIn(message: MessageType, around: (text: string) => string): ReturnType<typeof places> {
  return [...message.fields.values()].flatMap((field) => {
    const inner = field.message && fieldsIn(field.message, (text) => around(`${field.name} { ${text} }`));
    return [[field.owner, field, around] as const, ...(inner ?? [])];
  });
}

/** Another kind than the field has, and a value of it. */
function otherwise({ kind }: FieldType): readonly [type: string, value: string][] {
  const kinds: readonly [string, string][] = [
    ['string', ': "x"'],
    ['int32', ': 3'],
    ['FillerParameter', ' { value: 1 }'],
  ];
  const isRead = { string: 'string', bytes: 'string', message: 'FillerParameter' }[kind as string];
  const isNumber = /^u?int|float|double/.test(kind);
  return kinds.filter(([type]) => type !== isRead && !(type === 'int32' && isNumber));
}

test('throws nothing, and nothing is red', () => {
  const red: string[] = [];
  let tried = 0;
  for (const [owner, field, around] of places()) {
    for (const [type, value] of otherwise(field)) {
      const source = `message ${owner} {\n  ${field.label} ${type} ${field.name} = ${field.number};\n}`;
      const proto = readProto(source, 'odd.proto', knownTypes());
      if (proto.kind !== 'proto') throw new Error(`${owner}.${field.name} as ${type}: ${proto.reason.phrase}`);
      expect(proto.unread.map(({ line }) => line)).toEqual([1]);
      const text = around(`${field.name}${value}`);
      tried++;
      for (const code of errorsIn(text, chooserOf(proto, 'odd.proto'))) red.push(`${text}: ${code}`);
    }
  }
  expect(tried).toBeGreaterThan(500);
  expect(red).toEqual([]);
});

/** After all features have answered, at the value. */
function errorsIn(text: string, dialect: ReturnType<typeof chooserOf>): readonly string[] {
  const analysis = analyze(text, { dialect });
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  const state = displayState(analysis);
  const all = { start: 0, end: text.length };
  for (const offset of [text.indexOf('"p"') + 1, text.lastIndexOf('r') + 1]) {
    hover(analysis, offset, { language: english });
    completion({ analysis, offset, state, stagesAround: [], language: english });
  }
  semanticTokens(analysis, all);
  format(analysis, usualStyle);
  upgradeChanges(analysis);
  deployText(analysis);
  if (state) {
    inlayHints(analysis, all, { state, language: english, shapes: true, fillers: true, cost: true });
    netAnswer(document, analysis, state, english);
    weightsAnswer(document, analysis, state, nothingAround, english);
  }
  // The text around the field may use the same message, or lack a field that it requires.
  return analysis.problems
    .map(({ code }) => code)
    .filter((code) => infoOf(code).severity === 'error' && !code.startsWith('schema/'));
}
