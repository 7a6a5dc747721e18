/** The nets that people look at: each is drawn, without an error anywsession. */
import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { readShared, sharedIsAbsent } from '../support/shared';
import { follow, onePage } from './visit';

const nets: readonly (readonly [string, string])[] = [
  ['LeNet', 'files/BVLC__caffe/examples/mnist/lenet_train_test.prototxt'],
  ['AlexNet', 'files/BVLC__caffe/models/bvlc_alexnet/train_val.prototxt'],
  ['CaffeNet', 'files/BVLC__caffe/models/bvlc_reference_caffenet/deploy.prototxt'],
  ['GoogLeNet', 'files/BVLC__caffe/models/bvlc_googlenet/train_val.prototxt'],
  ['VGG', 'files/soeaver__caffe-model/cls/vgg/deploy_vgg16-dsd.prototxt'],
  ['ResNet-50', 'files/soeaver__caffe-model/cls/resnet/deploy_resnet50.prototxt'],
  ['SqueezeNet', 'files/DeepScale__SqueezeNet/SqueezeNet_v1.1/train_val.prototxt'],
  ['Inception v3', 'files/soeaver__caffe-model/cls/inception/deploy_inception-v3.prototxt'],
  ['NiN', 'world/jolibrain__deepdetect/templates/caffe/nin/nin.prototxt'],
  ['FCN', 'files/shelhamer__fcn.berkeleyvision.org/voc-fcn8s/deploy.prototxt'],
  ['SSD', 'files/chuanqi305__MobileNet-SSD/deploy.prototxt'],
  ['YOLO', 'world/hojel__caffe-yolo-model/prototxt/yolo_deploy.prototxt'],
  ['YOLO v3', 'world/eric612__MobileNet-YOLO/models/mobilenetv1_voc/mobilenet_yolov3_lite_train.prototxt'],
];

describe.skipIf(sharedIsAbsent())('the nets of public repositories', () => {
  const { page, panel, session } = onePage('net', {
    name: 'one.prototxt',
    text: 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }',
  });

  afterEach(() => expect([...session().errors, ...session().outside]).toEqual([]));

  /** The graph of a net of the corpus. */
  async function draw(title: string, path: string): Promise<Locator> {
    const text = readShared(`corpus/${path}`);
    // Not every net has a name, and not always one of its own.
    await follow(page(), { name: title, text: `name: "${title}"\n${text.replace(/^name ?:.*$/m, '')}` });
    const graph = panel().locator(`[aria-label*="${title},"]`);
    await graph.locator('.node').nth(5).waitFor();
    return graph;
  }

  test.each(nets)('draws %s', async (title, path) => {
    const graph = await draw(title, path);
    const layers = Number(/, (\d+) layers/.exec((await graph.getAttribute('aria-label')) ?? '')?.[1]);
    expect(layers).toBeGreaterThan(8);
  });

  test('draws all of ResNet-269, and finds its last layers', async () => {
    const graph = await draw('ResNet-269', 'files/soeaver__caffe-model/cls/resnet-v2/deploy_resnet269-v2.prototxt');
    // 1169 are written; the net's input is one more.
    expect(await graph.getAttribute('aria-label')).toContain(' 1170 layers');
    await panel().getByRole('searchbox', { name: 'Find a layer' }).fill('classifier');
    await graph.locator('.node.current text', { hasText: 'classifier' }).waitFor();
  });
});
