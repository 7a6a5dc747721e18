import { expect, test } from 'vitest';
import { graphOf, outerPrefixes } from '#webview/net/graph';
import { neighbour, search } from '#webview/net/search';
import { answerOf, conv, data, inPlace, join } from './answer';

/** One line per edge, such as `a + ReLU -> b [2×4×9×9]`; nodes without edges alone. */
function drawn(text: string, ...collapsed: readonly string[]): readonly string[] {
  const { nodes, edges } = graphOf(answerOf(text), new Set(collapsed));
  const named = new Map(
    nodes.map(({ id, name, folded, status, kind }) => [
      id,
      `${[name, ...folded].join(' + ')}${kind === 'chip' ? '*' : ''}${status === 'fine' ? '' : ` (${status})`}`,
    ]),
  );
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...edges.map(
      ({ from, to, shape }) => `${named.get(from) ?? ''} -> ${named.get(to) ?? ''} [${shape?.join('×') ?? '?'}]`,
    ),
    ...nodes.filter(({ id }) => !ends.has(id)).map(({ id }) => named.get(id) ?? ''),
  ];
}

test('folds in-place layers into the layer whose blob they change', () => {
  expect(drawn(data + conv('c', 'data') + inPlace('BatchNorm', 'c') + inPlace('ReLU', 'c') + conv('d', 'c'))).toEqual([
    'data -> c + BatchNorm + ReLU [2×3×9×9]',
    'c + BatchNorm + ReLU -> d [2×4×9×9]',
  ]);
});

test('connects a reader between two in-place layers to the same node', () => {
  expect(drawn(data + conv('c', 'data') + inPlace('ReLU', 'c') + conv('d', 'c') + conv('e', 'c'))).toContain(
    'c + ReLU -> e [2×4×9×9]',
  );
});

test("gives a distant reader of a data layer's blob its own node for it", () => {
  expect(drawn(data + conv('c', 'data') + join('SoftmaxWithLoss', 'loss', 'c', 'label'))).toContain(
    'label* -> loss (error) [2]',
  );
  const { nodes } = graphOf(
    answerOf(data + conv('c', 'data') + join('EuclideanLoss', 'loss', 'c', 'label')),
    new Set(),
  );
  expect(nodes.map(({ name }) => name)).toEqual(['data', 'c', 'label', 'loss']);
});

test('gives a late reader of the data its own node too', () => {
  const chain = Array.from({ length: 9 }, (_, i) => conv(`c${i}`, i === 0 ? 'data' : `c${i - 1}`)).join('');
  expect(drawn(`${data}${conv('beside', 'data')}${chain}${join('Crop', 'crop', 'c8', 'data')}`)).toContain(
    'data* -> crop [2×3×9×9]',
  );
  expect(drawn(data + conv('beside', 'data') + conv('c', 'data') + join('Crop', 'crop', 'c', 'data'))).toContain(
    'data -> crop [2×3×9×9]',
  );
});

test('shows a blob that no layer produces as an error at its reader', () => {
  expect(drawn(data + conv('c', 'nothing'))).toEqual(['nothing* (error) -> c (error) [?]', 'data']);
});

test('shows an unknown shape', () => {
  expect(
    drawn(
      `${data}layer { name: "m" type: "Python" bottom: "data" top: "m" python_param { module: "m" layer: "L" } }\n${conv('c', 'm')}`,
    ),
  ).toEqual(['data -> m (unknown) [2×3×9×9]', 'm (unknown) -> c (unknown) [?]']);
});

test('shows a collapsed prefix as one node, with its inputs and outputs', () => {
  const text =
    data +
    conv('a/x', 'data') +
    inPlace('ReLU', 'a/x') +
    conv('a/b/y', 'a/x') +
    conv('a/b/z', 'a/b/y') +
    join('Concat', 'out', 'a/x', 'a/b/z');
  expect(drawn(text, 'a/')).toEqual(['data -> a/ [2×3×9×9]', 'a/ -> out [2×4×9×9]', 'a/ -> out [2×4×9×9]']);
  expect(drawn(text, 'a/b/')).toContain('a/x + ReLU -> a/b/ [2×4×9×9]');
  expect(drawn(text, 'a/', 'a/b/')).toEqual(drawn(text, 'a/'));
  expect(outerPrefixes(answerOf(text + conv('lone/one', 'out')).layers)).toEqual(['a/']);
});

test('finds names, types and blobs by search, and follows the blobs with arrow keys', () => {
  const net = answerOf(
    data +
      conv('left', 'data') +
      inPlace('ReLU', 'left') +
      conv('right', 'data') +
      join('Concat', 'sum', 'left', 'right'),
  );
  const graph = graphOf(net, new Set());
  const found = (wanted: string): readonly string[] =>
    search(net, graph, wanted).map((id) => graph.nodes.find((node) => node.id === id)?.name ?? '');
  expect([found('relu'), found('CONV'), found('sum'), found(' '), found('nowhere')]).toEqual([
    ['left'],
    ['left', 'right'],
    ['sum'],
    [],
    [],
  ]);
  const walk = (...keys: readonly string[]): string | undefined => {
    const end = keys.reduce<string | undefined>((at, key) => neighbour(graph, at, key) ?? at, undefined);
    return graph.nodes.find(({ id }) => id === end)?.name;
  };
  expect(walk('ArrowDown')).toBe('data');
  expect(walk('Home', 'ArrowDown', 'ArrowRight')).toBe('right');
  expect(walk('Home', 'ArrowDown', 'ArrowDown', 'ArrowUp')).toBe('left');
  expect(walk('End')).toBe('sum');
});
