import { expect, test } from 'vitest';
import { shell } from './shell';

const net = (
  outputs: number,
): string => `layer { name: "data" type: "DummyData" top: "data" dummy_data_param { shape { dim: 8 dim: 5 } } }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: ${outputs} weight_filler { type: "xavier" } } }
`;

test('warns about a net that does not exist where its solver says, and finds one in a parent folder', async () => {
  const solver =
    'base_lr: 0.1\nlr_policy: "fixed"\nnet: "a/net.prototxt"\ntest_net: "b/net.prototxt"\ntest_iter: 1\ntest_interval: 5\n';
  const { out, status } = await shell('check models/a/solver.prototxt', {
    files: { 'models/a/solver.prototxt': solver, 'models/a/net.prototxt': net(3) },
  });
  expect(out).toMatch(/^models\/a\/solver\.prototxt:4:11: warning solver\/net-not-found Cannot find b\/net\.prototxt /);
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(status).toBe(0);
});

test('reports differences between the layers of nets with the same base name', async () => {
  const { out } = await shell('check m/x_train.prototxt', {
    files: { 'm/x_train.prototxt': net(3), 'm/x_deploy.prototxt': net(4), 'm/y.prototxt': net(5) },
  });
  expect(out).toContain(
    'm/x_train.prototxt:2:16: information net/drift The weight of fc is 3×5 here but 4×5 in x_deploy.prototxt',
  );
  expect(out.trim().split('\n')).toHaveLength(1);
});

test('compares the nets of a solver, wherever they are', async () => {
  const solver =
    'base_lr: 0.1\nlr_policy: "fixed"\ntrain_net: "nets/train.prototxt"\ntest_net: "eval/nets/test.prototxt"\ntest_iter: 1\ntest_interval: 5\n';
  const files = {
    'p/solver.prototxt': solver,
    'p/nets/train.prototxt': net(3),
    'p/eval/nets/test.prototxt': net(4),
    'p/nets/other.prototxt': net(5),
    'p/solver2.prototxt': solver.replaceAll('nets/', 'gone/'),
  };
  const { out } = await shell('check p/nets/train.prototxt p/eval/nets/test.prototxt p/nets/other.prototxt', { files });
  expect(out).toContain(
    'p/nets/train.prototxt:2:16: information net/drift The weight of fc is 3×5 here but 4×5 in eval/nets/test.prototxt',
  );
  expect(out).toContain(
    'p/eval/nets/test.prototxt:2:16: information net/drift The weight of fc is 4×5 here but 3×5 in nets/train.prototxt',
  );
  expect(out.trim().split('\n')).toHaveLength(2);
});

test('a field that a proto defines otherwise is told on the error stream, and does not keep others from being told', async () => {
  const solver = 'net: "a.prototxt"\nlr_policy: "fixedly"\nsolver_mode: 1\n';
  const { out, err, status } = await shell('check --schema old.proto s.prototxt', {
    files: {
      'old.proto': 'message SolverParameter {\n  optional int32 solver_mode = 17;\n}\n',
      's.prototxt': solver,
      'a.prototxt': net(3),
    },
  });
  expect(err).toContain('old.proto:2: information schema/unread-field This field is not read: solver_mode of');
  expect(out).toContain('s.prototxt:2:12: error solver/unknown-policy');
  expect(out.match(/error/g)).toHaveLength(1);
  expect(status).toBe(1);
});

test('a proto that no rule can read is told at its place, and the other files are checked', async () => {
  const named = `# proto-file: odd.proto\n${net(3)}`;
  const { out, err, status } = await shell('check a.prototxt b.prototxt', {
    files: {
      'odd.proto': 'message NetParameter {\n  optional int32 name = 1;\n}\n',
      'a.prototxt': named,
      'b.prototxt': net(3).replace('bottom: "data"', 'bottom: "missing"'),
    },
  });
  expect(err).toContain(
    'odd.proto:2: error schema/broken-proto Cannot use this proto: name of NetParameter is int32, but Caffe reads string.',
  );
  expect(out).toContain('b.prototxt:2:');
  expect(status).toBe(2);
});

test.each([
  ['that only trains it', 'train_net: "net.prototxt"', 'information net/rejected-in-state', 0],
  ['that never tests it', 'net: "net.prototxt"', 'information net/rejected-in-state', 0],
  [
    'that tests another net',
    'train_net: "net.prototxt" test_net: "b.prototxt" test_iter: 1',
    'net/rejected-in-state',
    0,
  ],
  ['that tests it', 'net: "net.prototxt" test_iter: 1 test_interval: 5', 'error layer/axis-out-of-range', 1],
  [
    'that tests it and others',
    'net: "net.prototxt" test_net: "b.prototxt" test_iter: 1 test_iter: 1',
    'error layer/axis',
    1,
  ],
  ['that tests only others', 'net: "net.prototxt" test_net: "b.prototxt" test_iter: 1', 'net/rejected-in-state', 0],
])('an error in TEST of a net with a solver %s', async (_, solver, expected, status) => {
  const wrong =
    'layer { name: "r" type: "Concat" bottom: "fc" top: "r" concat_param { axis: 9 } include { phase: TEST } }\n';
  const ran = await shell('check net.prototxt', {
    files: { 'net.prototxt': net(3) + wrong, 'solver.prototxt': `${solver}\nbase_lr: 0.1\nlr_policy: "fixed"\n` },
  });
  expect(ran.out).toContain(expected);
  expect(ran.status).toBe(status);
});

test('reads a solver with the Caffe of its net, if its own text does not tell', async () => {
  const ofTsn =
    'layer { name: "d" type: "VideoData" top: "data" top: "label" video_data_param { source: "l" batch_size: 2 new_length: 1 num_segments: 3 modality: RGB } transform_param { crop_size: 224 fix_crop: true } }\n';
  const solver = 'net: "n.prototxt"\nbase_lr: 0.1\nlr_policy: "fixed"\ndevice_id: [0, 1]\n';
  const files = {
    'tsn/s.prototxt': solver,
    'tsn/n.prototxt': ofTsn,
    'tsn/bvlc.prototxt': `# prototxt: schema=bvlc\n${solver}`,
    'plain/s.prototxt': solver,
    'plain/n.prototxt': net(3),
  };
  const { out } = await shell('check tsn/s.prototxt tsn/bvlc.prototxt plain/s.prototxt', { files });
  const lines = out.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^tsn\/bvlc\.prototxt:5:12: error schema\/not-repeated /);
  expect(lines[1]).toMatch(/^plain\/s\.prototxt:4:12: information schema\/other-caffe /);
});
