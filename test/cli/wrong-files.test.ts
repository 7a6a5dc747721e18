/** What every command says of files that it can't use: one line, exit status 2, and nothing of their content. */
import { expect, test } from 'vitest';
import { shell, type Shell } from './shell';

/** The first bytes of a NetParameter with a layer, and weights. */
const weights = Uint8Array.from([
  0x0a,
  3,
  0x6e,
  0x65,
  0x74,
  0xa2,
  6,
  8,
  0x0a,
  2,
  0x69,
  0x70,
  0x12,
  2,
  0x1b,
  0x5b,
  ...Array.from({ length: 400 }, (_, i) => (i * 89) % 256),
]);

const files: Shell['files'] = {
  'net.prototxt':
    'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 } } }\nlayer { name: "ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: 2 weight_filler { type: "xavier" } } }',
  'binary.prototxt': weights,
  'net.caffemodel': weights,
  'solver.prototxt': 'net: "net.prototxt"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 10\n',
  'alone.prototxt': 'base_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 10\nsnapshot: 5\n',
  'none.prototxt': 'base_lr: 0.1\nlr_policy: "what"\nmax_iter: 10\n',
  'other.prototxt': 'item { name: "cat" id: 1 }\nitem { name: "dog" id: 2 }\n',
};

const commands = [
  'check',
  'inspect',
  'init',
  'signal',
  'run',
  'format',
  'format --write',
  'format --check',
  'upgrade',
  'upgrade --write',
  'weights --out w.npz',
  'onnx --out n.onnx',
];

test.each(
  commands.flatMap((command) =>
    [
      ['binary.prototxt', 'Cannot read binary.prototxt: it is a binary file, not text.'],
      [
        'net.caffemodel',
        'Cannot read net.caffemodel: it is a .caffemodel, which holds weights; name the net, a .prototxt.',
      ],
      ['nowhere/net.prototxt', 'Cannot read nowhere/net.prototxt: there is no such file.'],
    ].map(([file = '', says = '']) => [command, file, says] as const),
  ),
)('%s %s', async (command, file, says) => {
  expect(await shell(`${command} ${file}`, { files })).toEqual({ status: 2, out: '', err: `prototxt-lens: ${says}\n` });
});

const forNets = ['init', 'signal', 'run', 'weights --out w.npz', 'onnx --out n.onnx'];

test.each(
  forNets.flatMap((command) =>
    [
      ['solver.prototxt', 'solver.prototxt is a solver, not a net; its net is net.prototxt'],
      ['alone.prototxt', 'alone.prototxt is a solver, not a net'],
      ['other.prototxt', 'other.prototxt is neither a net nor a solver'],
    ].map(([file = '', says = '']) => [command, file, says] as const),
  ),
)('%s wants a net: %s', async (command, file, says) => {
  expect(await shell(`${command} ${file}`, { files })).toEqual({ status: 2, out: '', err: `prototxt-lens: ${says}\n` });
});

test('inspect takes a solver with a learning rate, and nothing else that is no net', async () => {
  expect(await shell('inspect solver.prototxt', { files })).toMatchObject({ status: 0, err: '' });
  expect(await shell('inspect none.prototxt', { files })).toEqual({
    status: 2,
    out: '',
    err: 'prototxt-lens: none.prototxt is a solver without a valid learning rate; see `prototxt-lens check`\n',
  });
  expect(await shell('inspect other.prototxt', { files })).toMatchObject({ status: 2, out: '' });
});

test('goes on with the other files', async () => {
  const { status, out } = await shell('init binary.prototxt solver.prototxt net.prototxt', { files });
  expect(status).toBe(2);
  expect(out).toMatch(/^net\.prototxt/);
});

test('reads binary standard input and lists of files as little', async () => {
  expect(await shell('check -', { input: '\u0000\u0001\u0002' })).toMatchObject({ status: 2, out: '' });
  expect(await shell('check --files-from binary.prototxt', { files })).toEqual({
    status: 2,
    out: '',
    err: 'prototxt-lens: cannot read binary.prototxt: it is a binary file, not text\n',
  });
});

test('reads texts in any encoding, and with a few control characters', async () => {
  // A comment in GBK, and one with an escape sequence.
  const gbk = Uint8Array.from([0x23, 0xd6, 0xd0, 0xce, 0xc4, 0xd7, 0xa2, 0xca, 0xcd, 0x0a]);
  expect(await shell('check a.prototxt', { files: { 'a.prototxt': gbk } })).toMatchObject({ status: 0 });
  expect((await shell('check a.prototxt', { files: { 'a.prototxt': '# \u001b[31mred\u001b[0m\n' } })).err).toBe('');
});
