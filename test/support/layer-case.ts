/**
 * Layers in marked fixtures: valid prototxt, in which comments mark the line above. A mark below the name of a top shows its
 * shape, a mark below a token at fault the code of the problem:
 *
 *     layer { name: "s" type: "Softmax" bottom: "data" top: "prob" softmax_param { axis: 2 } }
 *     #                                                      ^^^^ 2×3
 *     #                                                                                  ^ layer/axis-out-of-range
 */
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { paramOf } from '#core/infer/param-of';
import type { InferredLayer } from '#core/infer/types';
import type { NetState } from '#core/net/model';
import type { SetUpResult } from '#core/net/rules';
import { formatShape, type Shape } from '#core/net/shape';
import { trainState } from '#core/net/state';
import { expect } from 'vitest';
import { dedent, drawMarks, readFixture, type Mark } from './marks';

/** Passes if the marks are exactly the engine's shapes and problems. */
export function check(fixture: string, dialect = bvlc): void {
  expect(draw(readFixture(fixture).text, trainState, dialect)).toBe(dedent(fixture));
}

/** The layers of a text that are not Input layers. */
export function layersOf(text: string): readonly InferredLayer[] {
  const { layers } = analyze(text, { dialect: bvlc, kind: 'net', states: [trainState] }).state(trainState);
  return layers.filter(({ layer }) => layer.type !== 'Input');
}

/** Runs a layer's rule again on bottoms of other shapes. */
export function setUpOn({ layer, rule }: InferredLayer, bottoms: readonly Shape[]): SetUpResult {
  if (!rule) throw new Error(`no rule for ${layer.type}`);
  return rule.setUp({
    layer,
    param: paramOf(layer, rule),
    bottoms,
    state: trainState,
    world: { datum: undefined, meanShape: () => undefined },
    written: [],
  });
}

/** The text with a mark for each shape and problem, except for advice and the tops of Input layers. */
export function draw(text: string, state: NetState = trainState, dialect = bvlc): string {
  const analysis = analyze(text, { dialect, kind: 'net', states: [state] });
  const marks: Mark[] = analysis
    .problemsIn(state)
    .filter(({ code }) => !code.startsWith('check/'))
    .map(({ code, span }) => ({ span, label: code }));
  for (const { layer, tops } of analysis.state(state).layers) {
    if (layer.type === 'Input') continue;
    layer.tops.forEach(({ span, automatic }, i) => {
      if (!automatic) marks.push({ span, label: formatShape(tops[i] ?? null) });
    });
  }
  return drawMarks(text, marks);
}
