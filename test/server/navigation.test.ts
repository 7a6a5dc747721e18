import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { definition, references } from '#server/features/blob-places';
import { documentLinks, netOfSolver } from '#server/features/document-links';
import { highlights } from '#server/features/highlights';
import { fitsQuery, layersOf } from '#server/features/workspace-symbols';
import { placesOfNets } from '#project/solvers';
import { foldersFor } from '#project/paths';
import { drawMarks, dedent, readFixture } from '../support/marks';
import { filesOf } from '../support/session';

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

const files = filesOf({
  'file:///zoo/net.prototxt': '',
  'file:///zoo/a/val.prototxt': '',
  'file:///zoo/a/solver.prototxt': '',
  'file:///zoo/w1.caffemodel': '',
  'file:///zoo/w2.caffemodel': '',
  'file:///abs.prototxt': '',
});

test('links to existing files: beside the text, above it, in the workspace', async () => {
  const text =
    'train_net: "net.prototxt" test_net: \'val.prototxt\' test_net: "none.prototxt" test_net: "/abs.prototxt" weights: "w1.caffemodel, w2.caffemodel" snapshot_prefix: "net.prototxt"';
  const links = await documentLinks(
    analyze(text, { dialect: bvlc }),
    'file:///zoo/a/solver.prototxt',
    ['file:///zoo'],
    files,
  );
  expect(links.map(({ span, target }) => `${text.slice(span.start, span.end)} → ${target}`)).toEqual([
    'net.prototxt → file:///zoo/net.prototxt',
    'val.prototxt → file:///zoo/a/val.prototxt',
    '/abs.prototxt → file:///abs.prototxt',
    'w1.caffemodel → file:///zoo/w1.caffemodel',
    'w2.caffemodel → file:///zoo/w2.caffemodel',
  ]);
});

test('finds a net above the opened folder for its link and for its solver', async () => {
  const solver = analyze('net: "net.prototxt"', { dialect: bvlc });
  const opened = ['file:///zoo/a'];
  const links = await documentLinks(solver, 'file:///zoo/a/solver.prototxt', opened, files);
  expect(links.map(({ target }) => target)).toEqual(['file:///zoo/net.prototxt']);
  const found = await placesOfNets('file:///zoo/a/solver.prototxt', solver.references, opened, files);
  expect([...found]).toEqual([['net.prototxt', { kind: 'file', uri: 'file:///zoo/net.prototxt', size: 0 }]]);
});

test('proposes no folder above the workspace', () => {
  expect(foldersFor('file:///zoo/a/b/net.prototxt', ['file:///zoo/a'])).toEqual(['file:///zoo/a/b', 'file:///zoo/a']);
});

test('finds layers of a workspace by their letters', () => {
  const found = layersOf(
    analyze(
      'layer { name: "res2a_branch1" type: "Convolution" }\nlayer { name: "pool" type: "Pooling" }\nlayers { layer { name: "old" type: "conv" } }',
      { dialect: bvlc },
    ),
  );
  expect(found.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'res2a_branch1 Convolution',
    'pool Pooling',
    'old conv',
  ]);
  expect(fitsQuery('res2a_branch1', 'Res1')).toBe(true);
  expect(fitsQuery('res2a_branch1', '1res')).toBe(false);
});

test('finds the net that a solver names', async () => {
  const netOf = (text: string): Promise<string | undefined> =>
    netOfSolver(analyze(text, { dialect: bvlc }), 'file:///zoo/a/solver.prototxt', ['file:///zoo'], files);
  expect(await netOf('net: "net.prototxt" base_lr: 0.1')).toBe('file:///zoo/net.prototxt');
  expect(await netOf('train_net: "val.prototxt" test_net: "net.prototxt"')).toBe('file:///zoo/a/val.prototxt');
  expect(await netOf('net: "none.prototxt" base_lr: 0.1')).toBeUndefined();
  expect(
    await netOf('name: "a" layer { name: "b" type: "Data" data_param { source: "net.prototxt" } }'),
  ).toBeUndefined();
});
