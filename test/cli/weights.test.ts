import { expect, test } from 'vitest';
import { crc32 } from '#core/weights/crc32';
import { good } from './nets';
import { objects, shell } from './shell';

const files = { 'good.prototxt': good };
/** The draws of a TRAIN-only layer shift those of the following layers. */
const phases = good.replace('name: "conv"', 'include { phase: TRAIN } name: "conv"');
const solver = 'net: "models/good.prototxt" base_lr: 0.1 lr_policy: "fixed" random_seed: 7';

test("writes a layer's blob, drawn with Caffe's seed", async () => {
  const { status, out, created } = await shell('weights --phase TEST --layer conv --out w.npy good.prototxt', {
    files,
  });
  expect({ status, out }).toEqual({ status: 0, out: 'w.npy: 108 values, 560 bytes, drawn with seed 1701 for TEST\n' });
  const bytes = created?.['w.npy'] ?? new Uint8Array();
  const { out: json } = await shell('inspect --format json --weights --phase TEST good.prototxt', { files });
  const sums = objects(json)
    .flatMap(({ layers }) => layers as { params: { crc32: string }[] }[])
    .flatMap(({ params }) => params.map((param) => param.crc32));
  expect(sums[0]).toBe(crc32(new Float32Array(new Uint8Array(bytes).slice(128).buffer)));
  expect(sums).toHaveLength(4);
});

test('uses the given seed, or that of the solver beside the net', async () => {
  const write = (options: string): ReturnType<typeof shell> =>
    shell(`weights --phase TEST --out w.npz ${options} good.prototxt`, {
      files: { ...files, 'my_solver.prototxt': solver },
    });
  const [own, asked, other] = [await write(''), await write('--seed 7'), await write('--seed 8')];
  expect(own.err).toBe('prototxt-lens: seed 7 is the random_seed of my_solver.prototxt; use --seed N for another\n');
  expect(own.created).toEqual(asked.created);
  expect(other.created).not.toEqual(asked.created);
});

test.each([
  ['weights good.prototxt', 'weights needs --out FILE; the name must end in .npy, .npz or .caffemodel'],
  ['weights --out w.h5 good.prototxt', 'weights needs --out FILE; the name must end in .npy, .npz or .caffemodel'],
  ['weights --out w.npz --phase TEST good.prototxt good.prototxt', 'weights takes one FILE'],
  [
    'weights --out w.npz my_solver.prototxt',
    'my_solver.prototxt is a solver, not a net; its net is models/other.prototxt',
  ],
  ['weights --out w.npz nobody.prototxt', 'Cannot read nobody.prototxt: there is no such file.'],
  [
    'weights --out good.prototxt.npz --phase TEST good.prototxt',
    'good.prototxt.npz already exists; use --force to replace it',
  ],
  ['weights --out w.npz --phase TEST --layer nobody good.prototxt', 'No layer nobody has weights in this state.'],
])('%s fails: %s', async (command, sentence) => {
  const ran = await shell(command, {
    files: {
      ...files,
      'my_solver.prototxt': solver.replace('good', 'other'),
      'good.prototxt.npz': '',
    },
  });
  expect(ran).toEqual({ status: 2, out: '', err: `prototxt-lens: ${sentence}\n` });
});

test('of states that draw differently TRAIN is written, with a note; of states that agree no note is printed', async () => {
  const write = (file: string): ReturnType<typeof shell> =>
    shell(`weights --out w.npz ${file}`, { files: { ...files, 'phases.prototxt': phases } });
  const [train, test] = [await write('--phase TRAIN phases.prototxt'), await write('--phase TEST phases.prototxt')];
  expect(train.created).not.toEqual(test.created);
  expect(await write('phases.prototxt')).toEqual({
    ...train,
    err: 'prototxt-lens: phases.prototxt can be built in TRAIN, TEST; using TRAIN; choose another with --phase\n',
  });
  expect((await write('good.prototxt')).err).toBe('');
});

test('reports a full disk, and leaves no file', async () => {
  const ran = await shell('weights --phase TEST --out w.npz good.prototxt', { files, diskFull: true });
  expect(ran).toEqual({
    status: 2,
    out: '',
    err: 'prototxt-lens: Cannot write w.npz: the disk is full. No partial file was left.\n',
  });
});

test('draws nothing for a net that Caffe rejects', async () => {
  const broken = good.replace('kernel_size: 3', 'kernel_size: 300');
  const { status, err } = await shell('weights --phase TEST --out w.npz good.prototxt', {
    files: { 'good.prototxt': broken },
  });
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('Caffe rejects this net in TEST') });
});
