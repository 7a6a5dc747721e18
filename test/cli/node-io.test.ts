import { PassThrough, Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { nodeIo, type NodeProcess } from '#cli/node-io';

test('passes on what is written', async () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io = ioOf(processWith({ stdout, stderr }));
  expect(await io.write('one\n')).toBe(true);
  io.complain('two');
  expect(String(stdout.read())).toBe('one\n');
  expect(String(stderr.read())).toBe('prototxt-lens: two\n');
});

test('ends the output silently if the pipe is closed', async () => {
  const io = ioOf(processWith({ stdout: failing('EPIPE') }));
  expect(await io.write('one\n')).toBe(false);
  expect(await io.write('two\n')).toBe(false);
});

test('rejects if the disk is full', async () => {
  const io = ioOf(processWith({ stdout: failing('ENOSPC') }));
  await expect(io.write('one\n')).rejects.toThrow('ENOSPC');
});

test('reads standard input to its end', async () => {
  const io = ioOf(processWith({ stdin: Readable.from([Buffer.from('a\nb'), Buffer.from('\nc')]) }));
  expect(new TextDecoder().decode(await io.readInput())).toBe('a\nb\nc');
});

test('has the version of package.json', () => {
  expect(ioOf(processWith({ argv: ['node', 'cli/main.ts'] })).version()).toMatch(/^\d+\.\d+\.\d+/);
});

/** Without a worker: nothing is run. */
const ioOf = (process: NodeProcess) => nodeIo(process, () => expect.fail());

function processWith(parts: Partial<NodeProcess>): NodeProcess {
  return {
    stdin: Readable.from([]),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    argv: ['node', 'cli/main.ts'],
    env: {},
    ...parts,
  };
}

function failing(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}
