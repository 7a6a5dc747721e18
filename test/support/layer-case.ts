/**
 * Layers in marked fixtures: valid prototxt, where a comment line marks what lies above it. Under the name of a top stands
 * its shape, under a token at fault the code of the problem:
 *
 *     layer { name: "s" type: "Softmax" bottom: "data" top: "prob" softmax_param { axis: 2 } }
 *     #                                                      ^^^^ 2×3
 *     #                                                                                  ^ layer/axis-out-of-range
 */
import { analyze } from '#core/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { InferredLayer } from '#core/infer/types';
import type { NetState } from '#core/net/model';
import type { SetUpResult } from '#core/net/rules';
import { formatShape, type Shape } from '#core/net/shape';
import type { Span } from '#core/problems';
import { subOrEmpty } from '#core/schema/message';
import { expect } from 'vitest';

const train: NetState = { phase: 'TRAIN', level: 0, stages: [] };

/** Passes if the marks of the fixture are just what the engine says of its layers: every shape and every problem. */
export function check(fixture: string, dialect = bvlc): void {
  const text = dedent(fixture);
  expect(draw(withoutMarks(text), train, dialect)).toBe(text);
}

/** The layers of a text that are not Input layers. */
export function layersOf(text: string): readonly InferredLayer[] {
  const { layers } = analyze(text, { dialect: bvlc, kind: 'net', states: [train] }).state(train);
  return layers.filter(({ layer }) => layer.type !== 'Input');
}

/** The rule of a layer, run again on bottoms of other shapes. */
export function setUpOn({ layer, rule }: InferredLayer, bottoms: readonly Shape[]): SetUpResult {
  if (!rule) throw new Error(`no rule for ${layer.type}`);
  const param = rule.param === undefined ? layer.message : subOrEmpty(layer.message, rule.param);
  return rule.setUp({ layer, param, bottoms, state: train, world: { datum: undefined, meanShape: () => undefined }, written: [] });
}

/** The text with a mark for each shape and problem, but for advice and what Input layers make. */
export function draw(text: string, state: NetState = train, dialect = bvlc): string {
  const analysis = analyze(text, { dialect, kind: 'net', states: [state] });
  const marks: Mark[] = analysis.problemsIn(state).filter(({ code }) => !code.startsWith('check/')).map(({ code, span }) => ({ span, label: code }));
  for (const { layer, tops } of analysis.state(state).layers) {
    if (layer.type === 'Input') continue;
    layer.tops.forEach(({ span, automatic }, i) => {
      if (!automatic) marks.push({ span, label: formatShape(tops[i] ?? null) });
    });
  }
  marks.sort((a, b) => a.span.start - b.span.start);
  let offset = 0;
  const lines = text.split('\n').flatMap((line) => {
    const start = offset;
    const end = (offset += line.length + 1);
    return [line, ...marks.filter(({ span }) => span.start >= start && span.start < end).map((mark) => drawMark(mark, start))];
  });
  return lines.join('\n');
}

interface Mark {
  readonly span: Span;
  readonly label: string;
}

function drawMark({ span, label }: Mark, line: number): string {
  return `#${' '.repeat(Math.max(0, span.start - line - 1))}${'^'.repeat(Math.max(1, span.end - span.start))} ${label}`;
}

function withoutMarks(text: string): string {
  return text.split('\n').filter((line) => !/^#\s*\^/.test(line)).join('\n');
}

/** Without the first and last line break, and the indentation that all lines share. */
function dedent(fixture: string): string {
  const lines = fixture.replace(/^\n/, '').replace(/\n\s*$/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}
