/** `scripts/make-atlas.mjs` on small checkouts of fictional Caffes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const mostTime = 60_000;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const crop = `
package caffe;
// Its comments are its own.
message LayerParameter {
  optional string name = 1;
  optional CropMoreParameter crop_more_param = 900;
}
message ReLUParameter {
  enum Engine { DEFAULT = 0; CAFFE = 1; CUDNN = 2; ABACUS = 3; }
  optional float negative_slope = 1 [default = 0.5];
  optional Engine engine = 2 [default = DEFAULT];
}
message CropMoreParameter {
  enum Side { LEFT = 0; RIGHT = 7; }
  repeated float margin = 1;
  optional Side side = 2 [default = RIGHT];
  optional string where = 3 [default = "a b=c"];
}
`;

const layerSources = {
  'include/crop_more.hpp': `
    // virtual inline int ExactNumTopBlobs() const { return 9; }
    template <typename Dtype>
    class CropBaseLayer : public Layer<Dtype> {
      virtual inline int MinBottomBlobs() const { return 1; }
      virtual inline int MaxBottomBlobs() const { return 4; }
      virtual inline int ExactNumTopBlobs() const { return 1; }
    };
    template <typename Dtype>
    class CropMoreLayer : public CropBaseLayer<Dtype> {
      virtual inline int MaxBottomBlobs() const { return -1; }
      virtual inline int MinTopBlobs() const { return n_; }
    };`,
  'include/factory.hpp': '#define REGISTER_LAYER_CLASS(type) \\\n  REGISTER_LAYER_CREATOR(type, Creator_##type##Layer)',
  'src/crop_more.cpp': 'REGISTER_LAYER_CLASS(CropMore);\nREGISTER_LAYER_CREATOR(ReLU, GetReLULayer);',
};

test('lists what BVLC lacks or defines differently, and nothing else', { timeout: mostTime }, () => {
  write('one/ada/caffe/src/caffe/proto/caffe.proto', crop);
  for (const [path, text] of Object.entries(layerSources)) write(`one/ada/caffe/${path}`, text);
  expect(make('one.json', join(folder, 'one'))).toEqual({
    repositories: ['ada/caffe'],
    messages: {
      CropMoreParameter: {
        margin: [{ label: 'repeated', type: 'float', in: [0] }],
        side: [{ label: 'optional', type: 'CropMoreParameter.Side', default: 'RIGHT', in: [0] }],
        where: [{ label: 'optional', type: 'string', default: 'a b=c', in: [0] }],
      },
      LayerParameter: { crop_more_param: [{ label: 'optional', type: 'CropMoreParameter', in: [0] }] },
      ReLUParameter: { negative_slope: [{ label: 'optional', type: 'float', default: '0.5', in: [0] }] },
    },
    enums: { 'CropMoreParameter.Side': { LEFT: [0], RIGHT: [0] }, 'ReLUParameter.Engine': { ABACUS: [0] } },
    layers: { CropMore: [{ minbottom: 1, exacttop: 1, in: [0] }] },
  });
  expect(readFileSync(join(folder, 'one.json'), 'utf8')).not.toContain('comments');
});

test('assigns the fields of `layers` in an old proto to V1LayerParameter', { timeout: mostTime }, () => {
  write(
    'old.proto',
    `package caffe;
    message NetParameter { repeated LayerParameter layers = 2; }
    message LayerParameter { enum LayerType { NONE = 0; CROP_MORE = 40; } optional LayerType type = 5; optional float crop = 90; }`,
  );
  write('caffe-old.proto', readFileSync(join(folder, 'old.proto'), 'utf8'));
  write('list.json', JSON.stringify({ 'bo/old': ['caffe-old.proto'] }));
  const { messages, enums } = make('old.json', join(folder, 'list.json'));
  expect(messages).toEqual({ V1LayerParameter: { crop: [{ label: 'optional', type: 'float', in: [0] }] } });
  expect(enums).toEqual({ 'V1LayerParameter.LayerType': { CROP_MORE: [0] } });
});

test('replaces the facts of a repository that is given again', { timeout: mostTime }, () => {
  write('two/bo/net/caffe.proto', crop.replaceAll('CropMore', 'Trim'));
  const both = make('both.json', join(folder, 'two'), '--from', join(folder, 'one.json'));
  expect(both.repositories).toEqual(['ada/caffe', 'bo/net']);
  expect(both.messages).toMatchObject({
    CropMoreParameter: { margin: [{ in: [0] }] },
    TrimParameter: { margin: [{ in: [1] }] },
    ReLUParameter: { negative_slope: [{ in: [0, 1] }] },
  });
  write('three/ada/caffe/caffe.proto', 'package caffe; message ReLUParameter { optional float negative_slope = 1; }');
  const renewed = make('renewed.json', join(folder, 'three'), '--from', join(folder, 'both.json'));
  expect(renewed).toMatchObject({ repositories: ['ada/caffe', 'bo/net'], layers: {} });
  expect(renewed.messages).not.toHaveProperty('CropMoreParameter');
  expect(renewed.messages['ReLUParameter']).toEqual({
    negative_slope: [
      { label: 'optional', type: 'float', default: '0.5', in: [1] },
      { label: 'optional', type: 'float', in: [0] },
    ],
  });
});

test('skips a broken proto, and prints its name and the reason', { timeout: mostTime }, () => {
  write('broken/cy/net/caffe.proto', 'package caffe; message {');
  const { stderr, status } = spawnSync(
    process.execPath,
    ['scripts/make-atlas.mjs', '--out', join(folder, 'broken.json'), join(folder, 'broken')],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stderr).toMatch(/^cy\/net: .*caffe\.proto is left out: .+/);
});

test("reproduces the project's own atlas", { timeout: mostTime }, () => {
  make('again.json', '--from', 'schemas/atlas.json');
  expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(readFileSync('schemas/atlas.json', 'utf8'));
});

interface Written {
  readonly repositories: readonly string[];
  readonly messages: Readonly<Record<string, unknown>>;
  readonly enums: object;
  readonly layers: object;
}

function make(out: string, ...args: readonly string[]): Written {
  const path = join(folder, out);
  execFileSync(process.execPath, ['scripts/make-atlas.mjs', '--out', path, ...args]);
  return JSON.parse(readFileSync(path, 'utf8')) as Written;
}

function write(path: string, text: string): void {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}
