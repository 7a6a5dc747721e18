/** One broken layer does not affect the others. */
import { parse } from '#core/text/parser';
import { describe, expect, it } from 'vitest';
import { outline } from '../support/outline';

const layer = (name: string): string => `layer {
  name: "${name}"
  param {
    lr_mult: 1
  }
  convolution_param {
    num_output: 3
    weight_filler { type: "xavier" }
  }
  top: "${name}"
}
`;

/** The original and damaged parts of the layer. */
const damages: readonly (readonly [string, string, string])[] = [
  ['the last bracket is missing', '  top: "b"\n}', '  top: "b"'],
  ['an inner bracket is missing', '"xavier" }\n  }', '"xavier" }'],
  ['the bracket of a line is missing', '"xavier" }', '"xavier"'],
  ['an extra bracket on its own line', '    lr_mult: 1\n  }', '    lr_mult: 1\n  }\n  }'],
  ['an extra bracket within a line', '"xavier" }', '"xavier" }}'],
  ['an opening bracket is missing', 'param {\n    lr_mult', 'param\n    lr_mult'],
  ['a quote is missing', '"xavier"', '"xavier'],
  ['a quote is missing before the name ends', 'name: "b"', 'name: "b'],
  ['a value is missing', 'num_output: 3', 'num_output:'],
  ['a colon is missing', 'num_output: 3', 'num_output 3'],
  ['a list is not closed', 'lr_mult: 1', 'lr_mult: [1, 2'],
  ['a bracket of the wrong kind', '"xavier" }', '"xavier" >'],
  ['junk', 'num_output: 3', 'num_output: 3 ) § $ %'],
  [
    'half a layer',
    '  convolution_param {\n    num_output: 3\n    weight_filler { type: "xavier" }\n  }\n  top: "b"\n}\n',
    '  convolution_param {\n    num_\n',
  ],
  ['just begun', layer('b'), 'layer {\n'],
];

describe.each(damages)('%s', (_, whole, broken) => {
  const damaged = layer('b').replace(whole, broken);
  const text = layer('a') + damaged + layer('c') + layer('d');
  const { tree, problems } = parse(text);

  it('leaves the other layers as they are', () => {
    expect(damaged).not.toBe(layer('b'));
    const layers = outline(tree)
      .split(/(?=layer \{)/)
      .map((part) => part.trim());
    for (const name of ['a', 'c', 'd']) expect(layers).toContain(outline(parse(layer(name)).tree));
  });

  it('is reported, and nothing else is', () => {
    expect(problems.length).toBeGreaterThan(0);
    const start = layer('a').length;
    const end = start + damaged.length;
    // What is missing at the end of the layer is detected at the name of the next.
    for (const { span } of problems) expect(span.start >= start && span.start <= end).toBe(true);
    expect(problems.length).toBeLessThanOrEqual(2);
  });
});
