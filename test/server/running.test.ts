/** Runs, exports and upgrades through the server: whole, cancelled, and not at all; and what a hover says of a run. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  CodeActionRequest,
  HoverRequest,
  type CodeAction,
  type Hover,
} from 'vscode-languageserver-protocol';
import { readModel } from '#core/weight-files/read-caffemodel';
import { upgradeModel } from '#protocol/commands';
import { runProgress, type RunProgress } from '#protocol/notifications';
import type { OnnxAnswer, RunAnswer, UpgradeAnswer } from '#protocol/requests';
import type { LastRun, RunView } from '#protocol/run';
import type { Sink } from '#project/files';
import type { Runtime } from '#server/runtime';
import { inProcessOn, runtimeOf, type Session } from '../support/session';

const uri = 'file:///nets/net.prototxt';
const net = `name: "small"
layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 2 dim: 4 } shape { dim: 2 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
`;
const loss = `${net}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }\n`;
const python = `${net}layer { name: "mine" type: "Python" bottom: "ip" top: "mine" python_param { module: "m" layer: "L" } }\n`;

let talk: Session;
afterEach(() => talk.end());

interface World {
  readonly session: Session;
  /** By URI. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

async function world(
  text: string,
  {
    files = {},
    ...more
  }: Partial<Omit<Runtime, 'files'>> & { readonly files?: Readonly<Record<string, Uint8Array>> } = {},
  fails?: Error,
): Promise<World> {
  const written = new Map<string, Uint8Array>();
  const usual = runtimeOf({ ...files, [uri]: text });
  const create = async (to: string): Promise<Sink> => {
    const chunks: Uint8Array[] = [];
    return {
      write: async (bytes) => {
        if (fails) throw fails;
        chunks.push(bytes.slice());
      },
      commit: async () => void written.set(to, Buffer.concat(chunks)),
      abandon: async () => undefined,
    };
  };
  const runtime: Runtime = { ...usual, ...more, files: { ...usual.files, create } };
  talk = await inProcessOn(runtime, {}, { commands: [upgradeModel] });
  await talk.open(uri, text);
  return { session: talk, written };
}

const view = (): Promise<RunView | null> => talk.client.sendRequest<RunView | null>('prototxt/run/view', { uri });
const run = (more: object = {}): Promise<RunAnswer | null> =>
  talk.client.sendRequest<RunAnswer | null>('prototxt/run', { uri, seed: null, batch: null, ...more });

describe('a run', () => {
  test('is shown with its seed, batch and loss, a layer after the other', async () => {
    await world(loss);
    expect(await view()).toEqual({ state: 'TRAIN', seed: 1701, last: null });
    const shares: number[] = [];
    talk.client.onNotification(runProgress, ({ done }: RunProgress) => void shares.push(done));
    expect(await run({ batch: 5, seed: 3 })).toEqual({ kind: 'done' });
    const last = (await view())?.last as LastRun;
    expect(last).toMatchObject({ state: 'TRAIN', seed: 3, batch: 5, isOld: false, stopped: null });
    expect(last.layers.map(({ name, lines }) => [name, lines?.[0]])).toEqual([
      ['data', 1],
      ['ip', 2],
      ['prob', 3],
      ['loss', 4],
    ]);
    expect(last.layers[2]?.tops[0]).toMatchObject({
      blob: 'prob',
      shape: [5, 3],
      mean: expect.closeTo(1 / 3, 5) as number,
    });
    expect(Number(last.loss)).toBeGreaterThan(0.5);
    expect(shares.at(-1)).toBe(1);
  });

  test('is old after an edit, and its layers are found by their names', async () => {
    await world(net);
    await run();
    await talk.change(uri, 2, `# a line more\n${net.replace('"prob"', '"other"')}`);
    const last = (await view())?.last as LastRun;
    expect(last.isOld).toBe(true);
    expect(last.layers.map(({ lines }) => lines?.[0] ?? null)).toEqual([2, 3, null]);
  });

  test('is told in the hover of a layer and of a blob, after an edit as of before', async () => {
    await world(net);
    await run();
    const hover = async (character: number): Promise<string> => {
      const answer = await talk.client.sendRequest<Hover>(HoverRequest.method, {
        textDocument: { uri },
        position: { line: 3, character },
      });
      return (answer.contents as { readonly value: string }).value;
    };
    const line = net.split('\n')[3] ?? '';
    const places = [line.indexOf('"prob"') + 2, line.lastIndexOf('"prob"') + 2];
    for (const place of places)
      expect(await hover(place)).toMatch(/\nmeasured: mean 0\.3333, std 0\.\d+ \(seed 1701\)$/);
    await talk.change(uri, 2, net.replace('num_output: 3', 'num_output: 4'));
    for (const place of places)
      expect(await hover(place)).toMatch(/\nmeasured before the last edits: mean 0\.3333, std 0\.\d+ \(seed 1701\)$/);
  });

  test('goes as far as it can, and says where it stopped', async () => {
    await world(python);
    expect(await run()).toEqual({ kind: 'done' });
    const last = (await view())?.last as LastRun;
    expect(last.layers.map(({ name }) => name)).toEqual(['data', 'ip', 'prob']);
    expect(last.stopped).toMatch(/^layer mine \(Python\) and the layers/);
  });

  test('of a net that Caffe rejects does not begin', async () => {
    await world(net.replace('bottom: "ip"', 'bottom: "nothing"'));
    const answer = await run();
    expect(answer).toMatchObject({ kind: 'problem', message: expect.stringContaining('net.prototxt') as string });
    expect((await view())?.last).toBeNull();
  });

  test('that is cancelled in its middle ends its worker, and leaves the last one', async () => {
    let ended = 0;
    const { start } = runtimeOf({});
    const holding: Runtime['start'] = (request) => {
      const running = start(request);
      async function* first(): AsyncGenerator<never> {
        yield* [];
        await new Promise<void>((resolve) => (release = resolve));
      }
      let release: () => void = () => undefined;
      const cancel = (): void => {
        ended++;
        running.cancel();
        release();
      };
      return { events: first(), cancel };
    };
    await world(net, { start: holding });
    const source = new CancellationTokenSource();
    const answer = talk.client.sendRequest<RunAnswer | null>(
      'prototxt/run',
      { uri, seed: null, batch: null },
      source.token,
    );
    await view();
    source.cancel();
    expect(await answer).toEqual({ kind: 'cancelled' });
    expect(ended).toBe(1);
    expect((await view())?.last).toBeNull();
  });
});

describe('an export as ONNX', () => {
  const to = 'file:///nets/net.onnx';
  const exported = (more: object = {}): Promise<OnnxAnswer | null> =>
    talk.client.sendRequest<OnnxAnswer | null>('prototxt/onnx/export', {
      uri,
      to,
      weights: 'drawn',
      opset: 17,
      batch: null,
      ...more,
    });

  test('is whole, and checked by running it', async () => {
    const { written } = await world(net);
    const answer = await exported({ batch: 'symbolic' });
    expect(answer).toEqual({ kind: 'written', layers: 2, size: written.get(to)?.length, drawn: [], check: 'ran' });
  });

  test('lists the layers that have no operators, and writes nothing', async () => {
    const { written } = await world(python);
    expect(await exported()).toMatchObject({ kind: 'missing', layers: [expect.stringMatching(/^mine \(Python\): /)] });
    expect(written.size).toBe(0);
  });

  test('takes the weights of the file that the net starts from', async () => {
    const text = `# prototxt: weights w.caffemodel\n${net}`;
    const { written } = await world(text, { files: { 'file:///nets/w.caffemodel': current } });
    await talk.diagnostics(uri);
    expect(await talk.client.sendRequest('prototxt/onnx/choices', { uri })).toMatchObject({ model: 'w.caffemodel' });
    expect(await exported({ weights: 'model' })).toMatchObject({ kind: 'written', drawn: [] });
    const sevens = Buffer.from(Float32Array.from({ length: 12 }, () => 7).buffer);
    expect(Buffer.from(written.get(to) ?? []).includes(sevens)).toBe(true);
  });

  test('on a full disk says so', async () => {
    const { written } = await world(net, {}, Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    expect(await exported()).toMatchObject({ kind: 'problem', message: expect.stringContaining('full') as string });
    expect(written.size).toBe(0);
  });

  test('of more than 2 GiB is an error before anything is drawn', async () => {
    const { written } = await world(net.replace('num_output: 3', 'num_output: 200000000'));
    expect(await exported()).toMatchObject({
      kind: 'problem',
      message: expect.stringMatching(/^The ONNX file would have 4\d+ bytes/) as string,
    });
    expect(written.size).toBe(0);
  });
});

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const encoded = (message: object): Uint8Array => {
  const type = root.lookupType('caffe.NetParameter');
  return type.encode(type.fromObject(message)).finish();
};
const blobs = [
  { shape: { dim: [3, 4] }, data: new Array<number>(12).fill(7) },
  { shape: { dim: [3] }, data: [7, 7, 7] },
];
const current = encoded({ layer: [{ name: 'ip', type: 'InnerProduct', blobs }] });
const old = encoded({ layers: [{ name: 'ip', type: 'INNER_PRODUCT', blobs }] });

describe('a .caffemodel of V1 layers', () => {
  const model = 'file:///nets/w.caffemodel';
  const to = 'file:///nets/new.caffemodel';
  const upgrade = (): Promise<UpgradeAnswer> =>
    talk.client.sendRequest<UpgradeAnswer>('prototxt/weights/upgrade', { model, to });

  test('is told at the comment that names it, with a fix', async () => {
    await world(`# prototxt: weights w.caffemodel\n${net}`, { files: { [model]: old } });
    const { diagnostics } = await talk.diagnostics(uri, (sent) => sent.diagnostics.length > 0);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'w.caffemodel has V1 layers, which current converters do not read. Upgrade it to the current format.',
    ]);
    const [diagnostic] = diagnostics;
    const actions = await talk.client.sendRequest<readonly CodeAction[]>(CodeActionRequest.method, {
      textDocument: { uri },
      range: diagnostic?.range,
      context: { diagnostics },
    });
    const [action] = actions.filter(({ command }) => command?.command === upgradeModel);
    expect(action).toMatchObject({ title: 'Upgrade w.caffemodel to the current format…', diagnostics });
    expect(action?.command?.arguments).toEqual([model]);
  });

  test('is written as a current one', async () => {
    const { written } = await world(net, { files: { [model]: old } });
    expect(await upgrade()).toMatchObject({ kind: 'written', layers: 1 });
    const bytes = written.get(to) ?? new Uint8Array();
    expect(await readModel('new', bytes.length, async (start, end) => bytes.slice(start, end))).toMatchObject({
      age: 'current',
      layers: [{ name: 'ip', blobs: [{ shape: [3, 4] }, { shape: [3] }] }],
    });
  });

  test('that is current already is left alone; one that is none says so', async () => {
    const { written } = await world(net, { files: { [model]: current } });
    expect(await upgrade()).toEqual({ kind: 'current' });
    await talk.end();
    await world(net, { files: { [model]: new Uint8Array() } });
    expect(await upgrade()).toMatchObject({ kind: 'problem', message: expect.stringContaining('empty') as string });
    expect(written.size).toBe(0);
  });
});
