import { expect, test } from 'vitest';
import { graphOf, outerPrefixes } from '#webview/net/graph';
import { neighbour, search } from '#webview/net/search';
import { answerOf, conv, data, inPlace, join } from './answer';

/** `a + ReLU -> b [2×4×9×9]`, an edge a line; nodes without edges by themselves. */
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

test('layers that work in place are folded into the one whose blob they change', () => {
  expect(drawn(data + conv('c', 'data') + inPlace('BatchNorm', 'c') + inPlace('ReLU', 'c') + conv('d', 'c'))).toEqual([
    'data -> c + BatchNorm + ReLU [2×3×9×9]',
    'c + BatchNorm + ReLU -> d [2×4×9×9]',
  ]);
});

test('a reader between two in-place layers reads the same node', () => {
  expect(drawn(data + conv('c', 'data') + inPlace('ReLU', 'c') + conv('d', 'c') + conv('e', 'c'))).toContain(
    'c + ReLU -> e [2×4×9×9]',
  );
});

test('what a data layer hands to a distant reader gets a node there', () => {
  expect(drawn(data + conv('c', 'data') + join('SoftmaxWithLoss', 'loss', 'c', 'label'))).toContain(
    'label* -> loss (error) [2]',
  );
  const { nodes } = graphOf(
    answerOf(data + conv('c', 'data') + join('EuclideanLoss', 'loss', 'c', 'label')),
    new Set(),
  );
  expect(nodes.map(({ name }) => name)).toEqual(['data', 'c', 'label', 'loss']);
});

test('so does the data itself, where a late layer looks at it again', () => {
  const chain = Array.from({ length: 9 }, (_, i) => conv(`c${i}`, i === 0 ? 'data' : `c${i - 1}`)).join('');
  expect(drawn(`${data}${conv('beside', 'data')}${chain}${join('Crop', 'crop', 'c8', 'data')}`)).toContain(
    'data* -> crop [2×3×9×9]',
  );
  expect(drawn(data + conv('beside', 'data') + conv('c', 'data') + join('Crop', 'crop', 'c', 'data'))).toContain(
    'data -> crop [2×3×9×9]',
  );
});

test('a blob that no layer makes is an error at its reader', () => {
  expect(drawn(data + conv('c', 'nothing'))).toEqual(['nothing* (error) -> c (error) [?]', 'data']);
});

test('a shape that is not known is told', () => {
  expect(
    drawn(
      `${data}layer { name: "m" type: "Python" bottom: "data" top: "m" python_param { module: "m" layer: "L" } }\n${conv('c', 'm')}`,
    ),
  ).toEqual(['data -> m (unknown) [2×3×9×9]', 'm (unknown) -> c (unknown) [?]']);
});

test('a collapsed prefix is one node, with what goes in and comes out', () => {
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

test('the search finds names, types and blobs; arrow keys follow the blobs', () => {
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
