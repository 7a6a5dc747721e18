import { describe, expect, test } from 'vitest';
import { bad, good } from './nets';
import { objects, shell } from './shell';

const files = { 'good.prototxt': good, 'bad.prototxt': bad };

describe('an invalid command line exits with 2 and a reason', () => {
  test.each([
    ['frobnicate a.prototxt', 'unknown command frobnicate; see'],
    ['chekc a.prototxt', 'unknown command chekc; did you mean check?'],
    ['a.prototxt', 'a.prototxt is not a command; to check this file, run prototxt-lens check a.prototxt'],
    ['check --phse TRAIN good.prototxt', 'unknown option --phse; did you mean --phase?'],
    ['check', 'check needs a FILE'],
    ['check --frob good.prototxt', 'unknown option --frob; see prototxt-lens check --help'],
    ['check -x good.prototxt', 'unknown option -x;'],
    ['check --level -1 good.prototxt', '--level needs a value; write --level=VALUE if the value starts with a dash'],
    ['check --syntax-only=yes good.prototxt', '--syntax-only takes no value'],
    ['check --help=yes good.prototxt', '--help takes no value'],
    ['check --seed 3 good.prototxt', '--seed'],
    ['check --format xml good.prototxt', '--format must be one of text, json, sarif, not xml'],
    ['check --phase train good.prototxt', '--phase must be one of TRAIN, TEST, not train'],
    ['check --level one good.prototxt', '--level must be an integer'],
    ['check --level 4294967296 good.prototxt', '--level must be an integer'],
    ['check --schema nowhere good.prototxt', 'nowhere'],
    ['check --kind onnx good.prototxt', '--kind must be one of auto, net, solver, not onnx'],
    ['check --datum 3x256 good.prototxt', '--datum must be a shape such as 3x256x256, not 3x256'],
    ['check --datum 0x1x1 good.prototxt', '--datum must be a shape'],
    ['check --iterations -1 good.prototxt', '--iterations'],
    ['check --files-from none.txt', 'cannot read none.txt: there is no such file'],
    ['check --phase', '--phase needs a value'],
  ])('%s', async (command, message) => {
    const { status, out, err } = await shell(command, { files });
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('prints its version', async () => {
  expect(await shell('--version')).toEqual({ status: 0, out: '1.2.3\n', err: '' });
});

test('lists every command in --help, and every option in the help of a command', async () => {
  const { status, out } = await shell('--help');
  expect(status).toBe(0);
  for (const command of ['check', 'inspect', 'init']) expect(out).toContain(`  ${command} `);
  const help = await shell('inspect --help');
  expect(help.status).toBe(0);
  const options = [
    '--phase',
    '--level',
    '--stage',
    '--schema',
    '--accept',
    '--kind',
    '--datum',
    '--iterations',
    '--syntax-only',
    '--files-from',
    'table|json',
  ];
  for (const option of options) expect(help.out).toContain(option);
});

test('treats help COMMAND as COMMAND --help, and omits options without effect', async () => {
  expect(await shell('help init')).toEqual(await shell('init --help'));
  expect(await shell('help')).toEqual(await shell('--help'));
  const { out } = await shell('weights --help');
  expect(out).toContain('--out FILE');
  expect(out).not.toMatch(/--format|--iterations|--syntax-only/);
});

test.each(['check', 'inspect --format json', 'init', 'signal'])('%s - reads standard input', async (command) => {
  const named = await shell(`${command} --phase TEST good.prototxt`, { files });
  const { status, out, err } = await shell(`${command} --phase TEST -`, { input: good });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toBe(named.out.replaceAll('good.prototxt', '-'));
});

test('prints one table for states with the same content', async () => {
  const { out } = await shell('init good.prototxt', { files });
  expect(out).toMatch(/^good\.prototxt \(TRAIN; TEST\)\n/);
  expect(out.match(/good\.prototxt/g)).toHaveLength(1);
});

test('accepts a negative level', async () => {
  const { out } = await shell('inspect --format json --phase TEST --level=-3 good.prototxt', { files });
  expect(objects(out)).toMatchObject([{ state: { phase: 'TEST', level: -3 } }]);
});

describe('--files-from', () => {
  test('reads a list of files, after those on the command line', async () => {
    const { status, out } = await shell('check --format json --phase TEST good.prototxt --files-from list.txt', {
      files: { ...files, 'list.txt': 'bad.prototxt\r\n\ngood.prototxt\n' },
    });
    expect(status).toBe(1);
    expect(objects(out).map(({ file }) => file)).toEqual(['good.prototxt', 'bad.prototxt', 'good.prototxt']);
  });

  test('reads the list from standard input', async () => {
    const { status, out } = await shell('check --format json --phase TEST --files-from -', {
      files,
      input: 'good.prototxt\nbad.prototxt',
    });
    expect(status).toBe(1);
    expect(objects(out).map(({ file }) => file)).toEqual(['good.prototxt', 'bad.prototxt']);
  });

  test('reports an empty list', async () => {
    expect(await shell('check --files-from -', { input: '\n' })).toEqual({
      status: 2,
      out: '',
      err: 'prototxt-lens: the list - names no file\n',
    });
  });
});
