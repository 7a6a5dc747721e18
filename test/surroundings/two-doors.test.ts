/** Asks the editor and the command line the same questions about one folder, and expects the same answers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import type { Io } from '#cli/io';
import { nodeIo } from '#cli/node-io';
import { run } from '#cli/dispatch';
import { english } from '#core/messages/en/index';
import { nodeFiles } from '#project/node/files';
import type { WeightsAnswer } from '#protocol/weights';
import { meanFile } from '../support/mean-file';
import { inProcessOn, runtimeOf, type Session } from '../support/session';

const data = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 } } }\n';
const net = (outputs: number): string =>
  `${data}layer { name: "ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: ${outputs} weight_filler { type: "xavier" } } }\n`;
const withMean = (path: string): string =>
  `layer { name: "d" type: "Data" top: "d" transform_param { mean_file: "${path}" } data_param { source: "db" batch_size: 2 } }\n${net(3).slice(data.length)}`;
const solver = (nets: string): string => `${nets}\nrandom_seed: 42\nbase_lr: 0.1\nlr_policy: "fixed"\n`;
const mean = meanFile(3, 5, 7);
const proto =
  'message LayerParameter { optional FooParameter foo_param = 1001; }\nmessage FooParameter { optional uint32 count = 1; }\n';
const foo = 'layer { name: "f" type: "Foo" bottom: "d" top: "f" foo_param { count: 2 } }\n';

let folder = '';
let session: Session | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prototxt-lens-'));
});
afterEach(async () => {
  await session?.end();
  session = undefined;
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly seed: number;
  /** `code line message`, in text order. */
  readonly problems: readonly string[];
}

function lay(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, content);
  }
}

async function editor(path: string, text: string, settings: object): Promise<Answer> {
  const host = runtimeOf({});
  const uri = URI.file(join(folder, path)).toString();
  const root = URI.file(folder).toString();
  session = await inProcessOn(
    { ...host, files: { ...host.files, ...nodeFiles } },
    { textDocument: { diagnostic: {} } },
    settings,
    root,
  );
  await session.open(uri, text);
  // Answered once everything around the net has been read.
  await session.client.sendRequest('prototxt/weights/pair', { uri, model: null });
  const weights = await session.client.sendRequest<WeightsAnswer | null>('prototxt/weights', { uri });
  const { items } = await session.client.sendRequest<{
    readonly items: readonly {
      readonly code: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  }>('textDocument/diagnostic', { textDocument: { uri } });
  return {
    seed: weights?.seed?.value ?? 1701,
    problems: items.map(({ code, message, range }) => `${code} ${range.start.line} ${message}`),
  };
}

async function shell(path: string, options: string): Promise<Answer> {
  let reported = '';
  const ask = async (command: string): Promise<string> => {
    let out = '';
    const io: Io = {
      ...nodeIo(
        { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), argv: [], env: {} },
        () => expect.fail(),
      ),
      uriOf: (name) => URI.file(join(folder, name)).toString(),
      create: async () => ({
        write: async () => undefined,
        commit: async () => undefined,
        abandon: async () => undefined,
      }),
      complain: (sentence) => {
        reported += `${sentence}\n`;
      },
      language: english,
      write: async (text) => {
        out += text;
        return true;
      },
    };
    await run([...command.split(' '), ...options.split(' ').filter((word) => word !== ''), path], io);
    return out;
  };
  const checked = JSON.parse((await ask('check --format json')).split('\n')[0] ?? '{}') as {
    readonly problems: readonly {
      readonly code: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  };
  await ask('weights --phase TRAIN --out w.npz');
  return {
    seed: Number(/seed (\d+) is the random_seed of/.exec(reported)?.[1] ?? 1701),
    problems: checked.problems.map(({ code, message, range }) => `${code} ${range.start.line} ${message}`),
  };
}

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly path?: string;
  readonly settings?: object;
  readonly options?: string;
  readonly seed?: number;
  readonly codes: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'the seed of a solver that names the net by net': {
    files: { 'net.prototxt': net(3), 'solver.prototxt': solver('net: "net.prototxt"') },
    seed: 42,
    codes: [],
  },
  'by train_net': {
    files: { 'net.prototxt': net(3), 'solver.prototxt': solver('train_net: "models/net.prototxt"') },
    seed: 42,
    codes: [],
  },
  'by test_net, in a file not called solver, without a blank': {
    files: { 'net.prototxt': net(3), 'a.prototxt': solver('train_net:"other.prototxt" test_net:"net.prototxt"') },
    seed: 42,
    codes: [],
  },
  'a solver with net_param has its own net': {
    files: { 'net.prototxt': net(3), 'solver.prototxt': solver(`net_param { ${net(5)} }`) },
    seed: 1701,
    codes: [],
  },
  'siblings by name and by a solver in another folder': {
    files: {
      'nets/net.prototxt': net(3),
      'nets/net_deploy.prototxt': net(4),
      'eval/t.prototxt': net(5),
      'solvers/solver.prototxt': solver(
        'train_net: "nets/net.prototxt" test_net: "eval/t.prototxt" test_iter: 1 test_interval: 2',
      ),
    },
    path: 'nets/net.prototxt',
    codes: ['net/drift'],
  },
  'a sibling by a solver alone': {
    files: {
      'nets/net.prototxt': net(3),
      'eval/t.prototxt': net(5),
      'solvers/solver.prototxt': solver(
        'train_net: "nets/net.prototxt" test_net: "eval/t.prototxt" test_iter: 1 test_interval: 2',
      ),
    },
    path: 'nets/net.prototxt',
    codes: ['net/drift'],
  },
  'a comment suppresses what other files show': {
    files: {
      'net.prototxt': net(3).replace(
        'layer { name: "ip"',
        '# prototxt-disable-next-line net/drift\nlayer { name: "ip"',
      ),
      'net_deploy.prototxt': net(4),
    },
    codes: [],
  },
  'a mean file in the folder above': {
    files: { 'nets/net.prototxt': withMean('mean.binaryproto'), 'mean.binaryproto': mean },
    path: 'nets/net.prototxt',
    codes: [],
  },
  'a mean file from the opened folder': {
    files: { 'a/b/net.prototxt': withMean('data/mean.binaryproto'), 'data/mean.binaryproto': mean },
    path: 'a/b/net.prototxt',
    codes: [],
  },
  'a mean file that is a folder': {
    files: { 'net.prototxt': withMean('mean'), 'mean/x': '' },
    codes: ['data/unknown-record-shape', 'file/not-read'],
  },
  'a path to another computer does not affect other files': {
    files: {
      'net.prototxt': withMean('//host/share/mean.binaryproto'),
      'solver.prototxt': solver('net: "net.prototxt"'),
      'net_deploy.prototxt': net(4),
    },
    seed: 42,
    codes: ['data/unknown-record-shape', 'file/not-read', 'net/drift'],
  },
  'a model that is missing': {
    files: { 'net.prototxt': `# prototxt: weights w.caffemodel\n${net(3)}` },
    codes: ['weights/model-unreadable'],
  },
  'a proto named by a comment': {
    files: { 'net.prototxt': `# prototxt: schema=own.proto\n${net(3)}${foo}`, 'own.proto': proto },
    codes: [],
  },
  'a proto named by a comment that is missing': {
    files: { 'net.prototxt': `# proto-file: none.proto\n${net(3)}` },
    codes: ['file/not-read'],
  },
  'a selected schema applies to siblings': {
    files: {
      'net.prototxt': net(3),
      'net_deploy.prototxt': `${data}layer { name: "ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: 4 } own_param { } }\n`,
      'own.proto': 'message LayerParameter { optional OwnParameter own_param = 1001; }\nmessage OwnParameter {}\n',
    },
    settings: { schema: 'own.proto' },
    options: '--schema own.proto',
    codes: ['net/drift'],
  },
  'nets of a solver that do not exist': {
    files: {
      'solver.prototxt': 'train_net: "a.prototxt"\nbase_lr: 0.1\nlr_policy: "fixed"\n',
    },
    path: 'solver.prototxt',
    codes: ['solver/net-not-found'],
  },
};

describe('editor and command line agree', () => {
  test.each(Object.entries(cases))(
    '%s',
    async (_, { files, path = 'net.prototxt', settings = {}, options = '', seed, codes }) => {
      lay(files);
      const text = files[path];
      if (typeof text !== 'string') throw new Error(`no ${path}`);
      const [inEditor, inShell] = [await editor(path, text, settings), await shell(path, options)];
      expect(inEditor).toEqual(inShell);
      expect(inShell.problems.map((problem) => problem.split(' ')[0])).toEqual(expect.arrayContaining([...codes]));
      expect(
        inShell.problems.filter((problem) => /^(net\/drift|data\/|file\/|weights\/|solver\/)/.test(problem)),
      ).toHaveLength(codes.length);
      if (seed !== undefined) expect(inShell.seed).toBe(seed);
    },
    60_000,
  );
});
