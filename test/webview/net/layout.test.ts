import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prefixBoxes } from '#webview/net/boxes';
import { labelledEdges, labelOfEdge } from '#webview/net/edge-labels';
import { graphOf } from '#webview/net/graph';
import { layoutOf, type Layout, type PlacedNode } from '#webview/net/layout';
import { svgFile } from '#webview/net/render';
import { sceneOf, type Colours } from '#webview/net/scene';
import { answerOf, conv, data, inPlace, join } from './answer';

function layoutFor(text: string, ...collapsed: readonly string[]): Layout {
  return layoutOf(graphOf(answerOf(text), new Set(collapsed)));
}

function overlaps(a: PlacedNode, b: PlacedNode): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const block = (name: string, bottom: string): string =>
  conv(`${name}/a`, bottom) +
  inPlace('ReLU', `${name}/a`) +
  conv(`${name}/b`, `${name}/a`) +
  join('Eltwise', `${name}/sum`, bottom, `${name}/b`);

const nets = {
  chain: data + conv('a', 'data') + conv('b', 'a') + conv('c', 'b'),
  branches:
    data +
    conv('a', 'data') +
    conv('b', 'data') +
    conv('c', 'data') +
    join('Concat', 'd', 'a', 'b', 'c') +
    join('EuclideanLoss', 'loss', 'd', 'label'),
  blocks: data + conv('stem', 'data') + block('one', 'stem') + block('two', 'one/sum') + block('three', 'two/sum'),
  loose: data + conv('a', 'data') + conv('b', 'nothing'),
  skips:
    data +
    conv('a', 'data') +
    conv('b', 'a') +
    conv('c', 'b') +
    conv('d', 'c') +
    join('Concat', 'e', 'd', 'b') +
    join('Concat', 'f', 'e', 'a'),
  one: data,
  siamese: readFileSync('examples/siamese_train_test.prototxt', 'utf8'),
  segmentation: readFileSync('examples/segmentation_upsample.prototxt', 'utf8'),
};

test.each(Object.entries(nets))(
  '%s: has no overlapping nodes, readers below, and edges that end at their nodes',
  (_, text) => {
    const { nodes, edges, width, height } = layoutFor(text);
    for (const [i, a] of nodes.entries()) {
      expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
      for (const b of nodes.slice(i + 1)) expect(overlaps(a, b), `${a.node.name} and ${b.node.name}`).toBe(false);
    }
    const byId = new Map(nodes.map((placed) => [placed.node.id, placed]));
    for (const { edge, points } of edges) {
      const [from, to] = [byId.get(edge.from) as PlacedNode, byId.get(edge.to) as PlacedNode];
      expect(from.y + from.height, `${edge.from} -> ${edge.to}`).toBeLessThan(to.y);
      expect(points[0]).toMatchObject({
        x: expect.closeTo(from.x + from.width / 2, 3),
        y: expect.closeTo(from.y + from.height, 3),
      });
      expect(points.at(-1)).toMatchObject({ x: expect.closeTo(to.x + to.width / 2, 3), y: expect.closeTo(to.y, 3) });
    }
  },
);

test('lays out equal blocks equally', () => {
  const { nodes } = layoutFor(nets.blocks);
  const at = (name: string): PlacedNode => nodes.find(({ node }) => node.name === name) as PlacedNode;
  for (const part of ['a', 'b']) {
    expect(at(`two/${part}`).x - at('one/sum').x).toBeCloseTo(at(`three/${part}`).x - at('two/sum').x, 6);
    expect(at(`two/${part}`).y - at('one/sum').y).toBeCloseTo(at(`three/${part}`).y - at('two/sum').y, 6);
  }
});

test('frames a prefix if no other node is among its own', () => {
  expect(
    prefixBoxes(layoutFor(nets.blocks))
      .map(({ prefix }) => prefix)
      .sort(),
  ).toEqual(['one/', 'three/', 'two/']);
  expect(
    prefixBoxes(layoutFor(nets.blocks, 'one/'))
      .map(({ prefix }) => prefix)
      .sort(),
  ).toEqual(['three/', 'two/']);
  const mixed = data + conv('p/a', 'data') + conv('q', 'p/a') + conv('p/b', 'q');
  expect(prefixBoxes(layoutFor(mixed))).toEqual([]);
});

test.each(Object.entries(nets))(
  '%s: has every shape inside the picture, and inside the frame of its layer',
  (_, text) => {
    const layout = layoutFor(text);
    const boxes = prefixBoxes(layout);
    for (const placed of labelledEdges(layout.edges)) {
      const label = labelOfEdge(placed);
      if (!label) throw new Error('an edge has points');
      expect(label.x + label.width).toBeLessThanOrEqual(layout.width);
      const { node } = layout.nodes.find(({ node: { id } }) => id === placed.edge.from) ?? {};
      const box = boxes.find(({ prefix }) => prefix === node?.prefix);
      if (box) expect(label.x + label.width, label.text).toBeLessThanOrEqual(box.x + box.width);
    }
  },
);

test('has readable texts in nodes whose shapes are unknown', () => {
  const colours = {
    foreground: 'text',
    quiet: 'quiet',
    unknown: 'faint',
    background: '#fff',
    roles: {},
    font: 'monospace',
  };
  const python = 'layer { name: "p" type: "Python" top: "p" python_param { module: "m" layer: "l" } }\n';
  const layout = layoutFor(python + conv('a', 'p'));
  const items = sceneOf(layout, [], colours as unknown as Colours, { ofGroup: () => '' });
  expect(layout.nodes.map(({ node }) => node.status)).toContain('unknown');
  expect(items.flatMap((item) => (item.kind === 'text' ? [item.colour] : []))).not.toContain('faint');
});

test('draws the names of frames above the edges', () => {
  const layout = layoutFor(nets.blocks);
  const kinds = sceneOf(layout, prefixBoxes(layout), { roles: {} } as Colours, { ofGroup: () => '' });
  const texts = kinds.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  expect(texts.slice(-3).sort()).toEqual(['▾ one/', '▾ three/', '▾ two/']);
});

test('draws every name and shape, and escapes markup in them', () => {
  const text = nets.chain.replaceAll('"b"', '"<b>&\\""');
  const layout = layoutFor(text);
  const colours = { background: '#fff', roles: {}, font: 'monospace' } as Colours;
  const svg = svgFile(
    sceneOf(layout, [], colours, { ofGroup: () => '' }),
    layout.width,
    layout.height,
    '#fff',
    'monospace',
  );
  for (const part of ['&#60;b&#62;&#38;&#34;', '2×4×9×9', 'Convolution', '>data<']) expect(svg).toContain(part);
  expect(svg).not.toContain('<b>');
});
