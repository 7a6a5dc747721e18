/** Advice in marked fixtures: training nets, where a comment line marks what is reported above it. */
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Dialect } from '#core/dialects/dialect';
import { expect } from 'vitest';
import { dedent, drawMarks, readFixture } from './marks';

/** Passes if the marks are exactly the advice and warnings reported. Errors and shapes are not compared. */
export function check(fixture: string, dialect: Dialect = bvlc): void {
  const { text } = readFixture(fixture);
  const marks = analyze(text, { dialect, kind: 'net' }).problems.map(({ code, span }) => ({ span, label: code }));
  expect(drawMarks(text, marks)).toBe(dedent(fixture));
}

export const data =
  'layer { name: "data" type: "DummyData" top: "data" top: "label" dummy_data_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } shape { dim: 2 } } }';
export const loss = 'layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" }';
