/** An old `.caffemodel`: its problem, the fix of it, and the file that is written. */
import { afterEach, describe, expect, test } from 'vitest';
import { CodeActionRequest, type CodeAction } from 'vscode-languageserver-protocol';
import { readModel } from '#core/weight-files/read-caffemodel';
import { upgradeModel } from '#protocol/commands';
import type { UpgradeAnswer } from '#protocol/requests';
import type { Session } from '../support/session';
import { current, endWorld, net, old, uri, world, type World } from '../support/run-world';

let talk: Session;
async function open(...given: Parameters<typeof world>): Promise<World> {
  const opened = await world(...given);
  talk = opened.session;
  return opened;
}
afterEach(endWorld);

describe('a .caffemodel of V1 layers', () => {
  const model = 'file:///nets/w.caffemodel';
  const to = 'file:///nets/new.caffemodel';
  const upgrade = (): Promise<UpgradeAnswer> =>
    talk.client.sendRequest<UpgradeAnswer>('prototxt/weights/upgrade', { model, to });

  test('is told at the comment that names it, with a fix', async () => {
    await open(`# prototxt: weights w.caffemodel\n${net}`, { files: { [model]: old } });
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
    const { written } = await open(net, { files: { [model]: old } });
    expect(await upgrade()).toMatchObject({ kind: 'written', layers: 1 });
    const bytes = written.get(to) ?? new Uint8Array();
    expect(await readModel('new', bytes.length, async (start, end) => bytes.slice(start, end))).toMatchObject({
      age: 'current',
      layers: [{ name: 'ip', blobs: [{ shape: [3, 4] }, { shape: [3] }] }],
    });
  });

  test('that is current already is left alone; one that is none says so', async () => {
    const { written } = await open(net, { files: { [model]: current } });
    expect(await upgrade()).toEqual({ kind: 'current' });
    await endWorld();
    await open(net, { files: { [model]: new Uint8Array() } });
    expect(await upgrade()).toMatchObject({ kind: 'problem', message: expect.stringContaining('empty') as string });
    expect(written.size).toBe(0);
  });
});
