/** Runs of a net through the server: whole, cancelled, and not at all; and what a hover says of a run. */
import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, HoverRequest, type Hover } from 'vscode-languageserver-protocol';
import { npyHeader } from '#core/weight-files/write-npy';
import { runProgress, type RunProgress } from '#protocol/notifications';
import type { RunAnswer } from '#protocol/requests';
import type { LastRun, RunChoice, RunView } from '#protocol/run';
import type { Runtime } from '#server/runtime';
import { runtimeOf, type Session } from '../support/session';
import { endWorld, loss, net, python, uri, world, type World } from '../support/run-world';

let talk: Session;
async function open(...given: Parameters<typeof world>): Promise<World> {
  const opened = await world(...given);
  talk = opened.session;
  return opened;
}
afterEach(endWorld);

const choice: RunChoice = { seed: null, batch: null, whatIfs: [], input: null };
const view = (): Promise<RunView | null> => talk.client.sendRequest<RunView | null>('prototxt/run/view', { uri });
const run = (more: object = {}): Promise<RunAnswer | null> =>
  talk.client.sendRequest<RunAnswer | null>('prototxt/run', { uri, ...choice, ...more });

describe('a run', () => {
  test('is shown with its seed, batch and loss, a layer after the other', async () => {
    await open(loss);
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
    await open(net);
    await run();
    expect((await view())?.last?.loss).toBeNull();
    await talk.change(uri, 2, `# a line more\n${net.replace('"prob"', '"other"')}`);
    const last = (await view())?.last as LastRun;
    expect(last.isOld).toBe(true);
    expect(last.layers.map(({ lines }) => lines?.[0] ?? null)).toEqual([2, 3, null]);
  });

  test('is told in the hover of a layer and of a blob, after an edit as of before', async () => {
    await open(net);
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
      expect(await hover(place)).toMatch(/\nmeasured: mean 0\.3333, std 0\.\d+ \(seed 1701\)(?:$|\n)/m);
    await talk.change(uri, 2, net.replace('num_output: 3', 'num_output: 4'));
    for (const place of places)
      expect(await hover(place)).toMatch(
        /\nmeasured before the last edits: mean 0\.3333, std 0\.\d+ \(seed 1701\)(?:$|\n)/m,
      );
  });

  test('goes as far as it can, and says where it stopped', async () => {
    await open(python);
    expect(await run()).toEqual({ kind: 'done' });
    const last = (await view())?.last as LastRun;
    expect(last.layers.map(({ name }) => name)).toEqual(['data', 'ip', 'prob']);
    expect(last.stopped).toMatch(/^Layer mine \(Python\) and all layers after it were not run: .*\.$/);
  });

  test('of a net that Caffe rejects does not begin', async () => {
    await open(net.replace('bottom: "ip"', 'bottom: "nothing"'));
    const answer = await run();
    expect(answer).toMatchObject({ kind: 'problem', message: expect.stringContaining('net.prototxt') as string });
    expect((await view())?.last).toBeNull();
  });

  test('takes its input from an image or an array, and says so', async () => {
    const x = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const npy = Buffer.concat([npyHeader([2, 4]), Buffer.from(x.buffer)]);
    await open(net, { files: { 'file:///nets/x.npy': npy, 'file:///nets/y.npy': npyHeader([0]) } });
    expect(await run({ input: { uri: 'file:///nets/x.npy', name: 'x.npy' } })).toEqual({ kind: 'done' });
    expect((await view())?.last).toMatchObject({
      input: 'x.npy',
      layers: [{ tops: [{ min: 1, max: 8, mean: 4.5 }, {}] }, {}, {}],
    });
    expect(await run({ input: { uri: 'file:///nets/y.npy', name: 'y.npy' } })).toEqual({
      kind: 'problem',
      message: 'y.npy has 0 values, but data needs 8',
    });
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
    await open(net, { start: holding });
    const source = new CancellationTokenSource();
    const answer = talk.client.sendRequest<RunAnswer | null>('prototxt/run', { uri, ...choice }, source.token);
    await view();
    source.cancel();
    expect(await answer).toEqual({ kind: 'cancelled' });
    expect(ended).toBe(1);
    expect((await view())?.last).toBeNull();
  });
});
