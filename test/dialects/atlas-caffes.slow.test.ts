/** Caffes of the atlas whose layers are modelled. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { atlasCaffes, atlasLayers } from '#core/dialects/atlas-caffes';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { dialectIds, dialectOf, labelOf } from '#core/dialects/index';
import { atlas } from '#core/schema/atlas';
import { infoOf } from '#core/problems/index';

const data = 'input: "d" input_shape { dim: 1 dim: 75 dim: 8 dim: 8 }\n';

function topOf(text: string, name: string): unknown {
  const analysis = analyze(text, { dialect: chooseDialect });
  const [state] = analysis.states;
  const layer = state && analysis.state(state).layers.find((each) => each.layer.name === name);
  return layer?.tops[0];
}

test('are repositories of the atlas', () => {
  const named = atlasLayers.flatMap(({ repositories }) => repositories);
  expect(named.filter((name) => !atlas().repositories.includes(name))).toEqual([]);
});

test('have names of their own', () => {
  expect(new Set(dialectIds).size).toBe(dialectIds.length);
  for (const { id, label } of atlasCaffes) expect([dialectIds.includes(id), labelOf(id)]).toEqual([true, label]);
});

test('name only neutral fields that exist', () => {
  const wrong = atlasLayers.flatMap(({ repositories, neutral = [] }) => {
    const indices = repositories.map((name) => atlas().repositories.indexOf(name));
    return neutral.filter((name) => {
      const [message = '', field] = name.split('.');
      return field === undefined
        ? !atlas().hasMessage(message)
        : !atlas()
            .fieldOwners(message, field)
            .some((index) => indices.includes(index));
    });
  });
  expect(wrong).toEqual([]);
});

describe('selected by a name in the file', () => {
  const text = `${data}layer { name: "y" type: "Yolov3DetectionOutput" bottom: "d" top: "y" yolov3_detection_output_param { num_classes: 20 mask_group_num: 1 } }
layer { name: "u" type: "Upsample" bottom: "d" top: "u" upsample_param { scale: 2 } }\n`;

  test('have shapes, and one report of their names', () => {
    const { problems, dialect, reason } = analyze(text, { dialect: chooseDialect });
    expect(problems.filter(({ code }) => code.startsWith('schema/')).map(({ code }) => code)).toEqual([
      'schema/other-caffe',
    ]);
    expect([dialect.id, dialect.label, reason.kind]).toEqual(['yolo', 'YOLO ports', 'names']);
    expect(topOf(text, 'u')).toEqual([1, 75, 16, 16]);
    expect(topOf(text, 'y')).toEqual([1, 1, 1, 7]);
  });

  test('do not reject what another Caffe of the same names may accept', () => {
    const two = text.replace('type: "Upsample" bottom: "d"', 'type: "Upsample" bottom: "d" bottom: "d"');
    const errors = analyze(two, { dialect: chooseDialect }).problems.filter(
      ({ code }) => infoOf(code).severity === 'error',
    );
    expect(errors).toEqual([]);
  });

  test('extend a fork', () => {
    const permuted = `${text}layer { name: "p" type: "Permute" bottom: "u" top: "p" permute_param { order: 0 order: 2 order: 3 order: 1 } }
layer { name: "n" type: "Normalize" bottom: "u" top: "n" norm_param { across_spatial: false } }\n`;
    const { dialect } = analyze(permuted, { dialect: chooseDialect });
    expect(dialect.id).toMatch(/\+yolo$/);
    expect(topOf(permuted, 'p')).toEqual([1, 16, 16, 75]);
  });
});

test('reject what they reject if selected by the user', () => {
  const text = `# prototxt: schema=yolo\n${data}layer { name: "u" type: "Upsample" bottom: "d" bottom: "d" top: "u" upsample_param { scale: 2 } }\n`;
  expect(analyze(text, { dialect: chooseDialect }).problems.map(({ code }) => code)).toContain('net/bottom-count');
});

test.each(['ascend', 'cambricon', 'vitis', 'hisilicon'])(
  'report no error for a name that %s may have, even if the user selects it',
  (id) => {
    const text = `# prototxt: schema=${id}\n${data}layer { name: "u" type: "Wobble" bottom: "d" top: "u" wobble_param { scale: 2 } }
layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 3 kernel_size: 3 wobble: 1 } }
layer { name: "n_cpu" type: "ReLU" bottom: "c" top: "n_report" }\n`;
    const { problems } = analyze(text, { dialect: chooseDialect });
    expect(problems.filter(({ code }) => infoOf(code).severity === 'error')).toEqual([]);
    expect(topOf(text, 'c')).toBeNull();
  },
);

test('of a field that is not modelled: the shape is unknown, without a problem', () => {
  const text = `# prototxt: schema=synopsys\n${data}layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 3 kernel_size: 3 pad_l: 1 } }\n`;
  expect(analyze(text, { dialect: chooseDialect }).problems.filter(({ code }) => !code.startsWith('check/'))).toEqual(
    [],
  );
  expect(topOf(text, 'c')).toBeNull();
});

test('a chip whose layers state their shapes is detected', () => {
  const text = `${data}layer { name: "k" type: "Custom" bottom: "d" top: "k" custom_param { shape { dim: 1 dim: 7 } } }\n`;
  expect(analyze(text, { dialect: chooseDialect }).dialect.id).toBe('hisilicon');
  expect(topOf(text, 'k')).toEqual([1, 7]);
});

/** Any number of bottoms and axes, with the fields of any Caffe: a rule must not require a field to exist. */
describe('never throw', () => {
  const shapes = [
    '',
    'dim: 0',
    'dim: 3',
    'dim: 4 dim: 5',
    'dim: 2 dim: 3 dim: 4 dim: 5',
    'dim: 2 dim: 3 dim: 4 dim: 5 dim: 6',
  ];
  const inputs = shapes
    .map((dims, i) => `layer { name: "i${i}" type: "Input" top: "i${i}" input_param { shape { ${dims} } } }`)
    .join('\n');
  const repositories = [...new Set(atlasLayers.flatMap((each) => each.repositories))];

  test.each(repositories)('%s', (repository) => {
    const { layers } = merged(repository);
    const bodies = ['', 'num_output: 3', 'scale: 2', 'dim: 1 dim: 0'];
    const uses = layers.flatMap(({ type, param }) =>
      shapes.flatMap((_, i) =>
        bodies.map((body, k) => {
          const bottoms = Array.from({ length: k }, (__, j) => `bottom: "i${(i + j) % shapes.length}"`).join(' ');
          const own = param === undefined || body === '' ? '' : `${param} { ${body} }`;
          return `layer { name: "${type}${i}${k}" type: "${type}" ${bottoms} top: "t${type}${i}${k}" ${own} }`;
        }),
      ),
    );
    const text = `${inputs}\n${uses.join('\n')}\n`;
    const own = atlasCaffes.filter((each) => each.repositories.includes(repository));
    for (const dialect of [chooseDialect, ...own.flatMap(({ id }) => dialectOf(id) ?? [])])
      expect(() => analyze(text, { dialect }).problems).not.toThrow();
  });

  function merged(repository: string): { readonly layers: (typeof atlasLayers)[number]['layers'] } {
    return {
      layers: atlasLayers.filter((each) => each.repositories.includes(repository)).flatMap(({ layers }) => layers),
    };
  }
});
