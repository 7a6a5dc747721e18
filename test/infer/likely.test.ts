/** Caffes with the same names: what one of them accepts is no error unless the text shows which one it is for. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { isError } from '#core/problems/index';

function auto(text: string): Analysis {
  return analyze(text, { dialect: chooseDialect });
}

function errorsOf(text: string): readonly string[] {
  return auto(text)
    .problems.filter(isError)
    .map(({ code }) => code);
}

function topsOf(text: string, layer: string): unknown {
  const analysis = auto(text);
  const [state] = analysis.states;
  return state && analysis.state(state).layers.find((one) => one.layer.name === layer)?.tops;
}

/** An input of the net. */
function input(name: string, ...shape: readonly number[]): string {
  return `input: "${name}" input_shape { ${shape.map((dim) => `dim: ${dim}`).join(' ')} }\n`;
}

function layer(name: string, type: string, bottoms: readonly string[], fields = ''): string {
  return `layer { name: "${name}" type: "${type}" ${bottoms.map((each) => `bottom: "${each}"`).join(' ')} top: "${name}" ${fields} }\n`;
}

const regions = ['a', 'b', 'c', 'd'].map((name) => input(name, 4, 8)).join('');
const ofThree = layer('l3', 'SmoothL1Loss', ['a', 'b', 'c']);
const ofFour = layer('l4', 'SmoothL1Loss', ['a', 'b', 'c', 'd']);
const withSigma = layer('s', 'SmoothL1Loss', ['a', 'b'], 'smooth_l1_loss_param { sigma: 3 }');

test('SmoothL1Loss of Fast R-CNN has one bottom for weights, that of Faster R-CNN two', () => {
  expect(errorsOf(regions + ofThree)).toEqual([]);
  expect(errorsOf(regions + ofFour)).toEqual([]);
  expect(topsOf(regions + ofThree, 'l3')).toEqual([[]]);
});

test('the other number of bottoms shows that a net is for Faster R-CNN', () => {
  expect(errorsOf(regions + ofFour + ofThree)).toEqual(['net/bottom-count']);
});

test("R-FCN's Caffe has the field of sigma too, and takes three bottoms", () => {
  expect(errorsOf(regions + withSigma + ofThree)).toEqual([]);
  expect(errorsOf(`# prototxt: schema=fast-rcnn\n${regions}${withSigma}${ofThree}`)).toEqual(['net/bottom-count']);
});

test('a Caffe that a file names has its own rules only', () => {
  expect(errorsOf(`# prototxt: schema=fast-rcnn\n${regions}${ofThree}`)).toEqual(['net/bottom-count']);
});

const image = input('x', 1, 3, 64, 64);
const shape = 'reshape_param { shape { dim: 0 dim: -1 dim: 32 dim: 32 } }';
const inPlace = `layer { name: "r" type: "Reshape" bottom: "x" top: "x" ${shape} }\n`;
const pooled = layer('p', 'ROIPooling', ['x', 'r'], 'roi_pooling_param { pooled_h: 6 pooled_w: 6 }');

test('Reshape works in place in Caffes that are older than its condition', () => {
  const net = image + input('r', 4, 5) + inPlace + pooled;
  expect(errorsOf(net)).toEqual([]);
  expect(topsOf(net, 'p')).toEqual([[4, 12, 6, 6]]);
  for (const schema of ['fast-rcnn', 'hed'])
    expect(errorsOf(`# prototxt: schema=${schema}\n${image}${inPlace}`)).toEqual([]);
});

test('a Caffe that is not modelled may be older than that', () => {
  const own = layer('own', 'RegionPooling', ['x'], 'region_pooling_param { pooled_h: 7 }');
  expect(errorsOf(image + inPlace)).toEqual(['layer/in-place']);
  expect(errorsOf(image + inPlace + own)).toEqual([]);
});

test('Reorg without stride may be for a Caffe that has a default', () => {
  const planes = input('x', 1, 4, 26, 26);
  const one = layer('r', 'Reorg', ['x']);
  expect(errorsOf(planes + one)).toEqual([]);
  expect(topsOf(planes + one, 'r')).toEqual([[1, null, null, null]]);
  expect(errorsOf(`# prototxt: schema=intel\n${planes}${one}`)).toEqual(['fork/field-missing']);
});

describe('pooling beside the Upsample of YOLO', () => {
  const maps = input('x', 1, 3, 13, 13) + input('l', 1, 3, 26, 26);
  const pool = (window: string): string => maps + layer('p', 'Pooling', ['x'], `pooling_param { ${window} }`);
  const up = layer('u', 'Upsample', ['p'], 'upsample_param { scale: 2 }');
  const joined = up + layer('c', 'Concat', ['u', 'l']);

  test("has a size that is unknown where Darknet's is larger", () => {
    expect(topsOf(pool('kernel_size: 2 stride: 1') + up, 'p')).toEqual([[1, 3, null, null]]);
    expect(topsOf(pool('kernel_size: 2 stride: 1') + up, 'u')).toEqual([[1, 3, null, null]]);
    expect(topsOf(pool('kernel_size: 2 stride: 2') + up, 'p')).toEqual([[1, 3, 7, 7]]);
    expect(topsOf(pool('kernel_size: 3 stride: 1 pad: 1') + up, 'p')).toEqual([[1, 3, 13, 13]]);
    expect(topsOf(pool('kernel_size: 2 stride: 1'), 'p')).toEqual([[1, 3, 12, 12]]);
  });

  test('has the size that fits the rest of the net', () => {
    expect(errorsOf(pool('kernel_size: 2 stride: 1') + joined)).toEqual([]);
    expect(topsOf(pool('kernel_size: 2 stride: 1') + joined, 'c')).toEqual([[1, 6, 26, 26]]);
    expect(errorsOf(pool('kernel_size: 2 stride: 1 round_mode: CEIL') + joined)).toEqual([
      'layer/concat-shapes-differ',
    ]);
    expect(errorsOf(pool('kernel_size: 4 stride: 1') + joined)).toEqual(['layer/concat-shapes-differ']);
  });
});

test('names that the user accepts are accepted in the other Caffe too', () => {
  const net =
    input('x', 1, 3, 13, 13) +
    input('l', 1, 3, 26, 26) +
    layer('p', 'Pooling', ['x'], 'pooling_param { kernel_size: 2 stride: 1 }') +
    layer('u', 'Upsample', ['p'], 'upsample_param { scale: 2 }') +
    layer('c', 'Concat', ['u', 'l']);
  const accepted = new Set(['Upsample', 'upsample_param']);
  expect(auto(net).problems.map(({ code }) => code)).toContain('schema/other-caffe');
  expect(analyze(net, { dialect: chooseDialect, accepted }).problems).toEqual([]);
});

describe('the boxes of PriorBox', () => {
  /** A detector on one map of 4×4, with this many boxes per position in its other layers. */
  function detector(fields: string, boxes: number, rest = ''): string {
    const [locations, scores] = [4, 2].map((values) => values * boxes * 16);
    return (
      input('x', 1, 8, 4, 4) +
      input('image', 1, 3, 128, 128) +
      input('locations', 1, locations ?? 0) +
      input('scores', 1, scores ?? 0) +
      layer('boxes', 'PriorBox', ['x', 'image'], `prior_box_param { ${fields} }`) +
      layer(
        'detections',
        'DetectionOutput',
        ['locations', 'scores', 'boxes'],
        'detection_output_param { num_classes: 2 code_type: CENTER_SIZE }',
      ) +
      rest
    );
  }
  const wrong = ['fork/bottom-size', 'fork/bottom-size'];

  test.each([
    ['SSD', 'min_size: 30 aspect_ratio: 2', 3],
    ['TextBoxes', 'min_size: 30 aspect_ratio: 2', 6],
    ['SSD', 'min_size: 32 min_size: 64 min_size: 128 step: 32', 3],
    ['FaceBoxes', 'min_size: 32 min_size: 64 min_size: 128 step: 32', 21],
  ])('may be as in %s: %s', (_, fields, boxes) => {
    expect(errorsOf(detector(fields, boxes))).toEqual([]);
    expect(topsOf(detector(fields, boxes), 'boxes')).toEqual([[1, 2, boxes * 64]]);
  });

  test.each([
    ['no Caffe has so many', 'min_size: 30 aspect_ratio: 2', 4],
    ['a field that TextBoxes lacks', 'min_size: 30 aspect_ratio: 2 step: 32', 6],
    ['sizes that TextBoxes does not accept', 'min_size: 30 min_size: 60', 4],
    ['other sizes than in FaceBoxes', 'min_size: 30 min_size: 60 step: 32', 21],
  ])('differ from the other bottoms: %s', (_, fields, boxes) => {
    expect(errorsOf(detector(fields, boxes))).toEqual(wrong);
  });

  test('an unrelated error changes nothing', () => {
    const rest = layer('ip', 'InnerProduct', ['x']);
    const fields = 'min_size: 30 aspect_ratio: 2';
    const [unrelated = ''] = errorsOf(detector(fields, 3, rest));
    expect(errorsOf(detector(fields, 6, rest))).toEqual([unrelated]);
    expect([...errorsOf(detector(fields, 4, rest))].sort()).toEqual([...wrong, unrelated].sort());
  });
});
