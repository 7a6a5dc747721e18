/** Targets from the setting, and from a file in the workspace that changes. */
import { afterEach, expect, test } from 'vitest';
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver-protocol';
import { inProcess, type Session } from '../support/session';

const uri = 'file:///nets/net.prototxt';
const own = 'file:///nets/chip.target.json';
const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 6 dim: 6 } } }
layer { name: "t" type: "Tile" bottom: "d" top: "t" tile_param { tiles: 2 } }
layer { name: "s" type: "Silence" bottom: "t" }
`;
const chip = (types: readonly string[]): string =>
  JSON.stringify({
    id: 'chip',
    name: 'Chip',
    version: '1',
    date: '2026-01',
    basis: 'documents',
    sources: { manual: 'the manual' },
    layers: Object.fromEntries(types.map((type) => [type, { source: 'manual' }])),
  });

let session: Session;
afterEach(() => session.end());

async function messages(expected: number): Promise<readonly string[]> {
  const { diagnostics } = await session.diagnostics(uri, (sent) => sent.diagnostics.length === expected);
  return diagnostics.map(({ code, message }) => `${code}: ${String(message).split('. ')[0]}`);
}

test('judges nets for the targets of the setting', async () => {
  session = await inProcess();
  await session.client.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { prototxtLens: { targets: ['ncnn'] } },
  });
  await session.open(uri, net);
  expect(await messages(1)).toEqual(['target/lost-field: ncnn ignores `tiles` of Tile']);
});

test('reads a target beside the net again when it changes', async () => {
  const files: Record<string, string> = { [own]: chip(['Input', 'Silence']) };
  session = await inProcess(files);
  await session.open(uri, `# prototxt: target=chip.target.json\n${net}`);
  expect(await messages(1)).toEqual(['target/unsupported-layer: Chip has no layer type Tile']);
  files[own] = chip(['Input']);
  await session.client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: own, type: 2 }] });
  expect(await messages(2)).toEqual([
    'target/unsupported-layer: Chip has no layer type Tile',
    'target/unsupported-layer: Chip has no layer type Silence',
  ]);
});
