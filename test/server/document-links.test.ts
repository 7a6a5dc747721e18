/** Links to the files that a text names. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { placesOfNets } from '#project/solvers';
import { foldersFor } from '#project/paths';
import { documentLinks, netOfSolver } from '#server/features/document-links';
import { filesOf } from '../support/session';

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
