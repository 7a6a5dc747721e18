/** Highlights, definitions and references of the name at the cursor. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { definition, references } from '#server/features/blob-places';
import { highlights } from '#server/features/highlights';
import { dedent, drawMarks, readFixture } from '../support/marks';

/** Marks what is found for the name at the cursor, and compares with the marks of the fixture. */
function check(fixture: string): void {
  const { text, cursor } = readFixture(fixture);
  const analysis = analyze(text, { dialect: bvlc });
  const made = new Set(definition(analysis, cursor).map(({ start }) => start));
  const marks = highlights(analysis, cursor).map(({ span, kind }) => ({
    span,
    label: made.has(span.start) ? `${kind}, definition` : kind,
  }));
  expect(references(analysis, cursor)).toEqual(marks.map(({ span }) => span));
  expect(drawMarks(text, marks)).toBe(dedent(fixture).replace('$0', ''));
}

test('finds where a blob is produced, changed in place and read', () => {
  check(`
    layer { name: "d" type: "Input" top: "d" }
    #                                     ^ made, definition
    layer { name: "r" type: "ReLU" bottom: "$0d"
    #                                       ^ read
            top: "d" }
    #             ^ made
    layer { name: "e" type: "ReLU" bottom: "d"
    #                                       ^ read
            top: "e" }`);
});

test('defines a blob at its last version before the layer', () => {
  check(`
    layer { name: "d" type: "Input" top: "d" }
    #                                     ^ made
    layer { name: "r" type: "ReLU" bottom: "d"
    #                                       ^ read
            top: "d" }
    #             ^ made, definition
    layer { name: "e" type: "ReLU" bottom: "$0d" top: "e" }
    #                                       ^ read`);
});

test('finds the producer in each state', () => {
  check(`
    layer { name: "x" type: "Input" top: "d" include { phase: TRAIN } }
    #                                     ^ made, definition
    layer { name: "y" type: "Input" top: "d" include { phase: TEST } }
    #                                     ^ made, definition
    layer { name: "e" type: "ReLU" bottom: "$0d" top: "e" }
    #                                       ^ read`);
});

test('lists the owner of a shared param first', () => {
  check(`
    layer { name: "a" param { name: "w" } }
    #                                ^ made, definition
    layer { name: "b" param { name: "$0w" } }
    #                                ^ made`);
});

test('finds both layers of one name', () => {
  check(`
    layer { name: "$0d" type: "Data" top: "d" include { phase: TRAIN } }
    #              ^ made, definition
    layer { name: "d" type: "Data" top: "d" include { phase: TEST } }
    #              ^ made`);
});

test('lists only uses: the readers of a blob, the layers that share a param', () => {
  const net = analyze('layer { top: "d" param { name: "w" } }\nlayer { bottom: "d" param { name: "w" } }', {
    dialect: bvlc,
  });
  const lineOf = (offset: number): number => net.text.slice(0, offset).split('\n').length;
  for (const name of ['"d"', '"w"'])
    expect(references(net, net.text.indexOf(name) + 1, 'uses').map(({ start }) => lineOf(start))).toEqual([2]);
});
