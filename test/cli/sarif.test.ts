import { expect, test } from 'vitest';
import { shell } from './shell';

const net = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "r" type: "ReLu" bottom: "data" top: "r" }
`;

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly Readonly<Record<string, unknown>>[];
  }[];
}

test('prints one document, with one-based positions, rules and fixes', async () => {
  const { status, out } = await shell('check --format sarif a/n%t.prototxt b.prototxt none', {
    files: { 'a/n%t.prototxt': net, 'b.prototxt': net.replace('ReLu', 'ReLU') },
  });
  expect(status).toBe(2);
  const {
    version,
    runs: [run],
  } = JSON.parse(out) as Log;
  expect(version).toBe('2.1.0');
  expect(run?.tool.driver.name).toBe('prototxt-lens');
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['file/unreadable', 'net/unknown-layer-type']);
  const location = { uri: 'a/n%25t.prototxt', uriBaseId: 'SRCROOT' };
  const region = { startLine: 2, startColumn: 26, endLine: 2, endColumn: 30 };
  expect(run?.results[0]).toMatchObject({
    ruleId: 'net/unknown-layer-type',
    ruleIndex: 1,
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: location, region } }],
    fixes: [
      {
        artifactChanges: [
          { artifactLocation: location, replacements: [{ deletedRegion: region, insertedContent: { text: 'ReLU' } }] },
        ],
      },
    ],
  });
  expect(run?.results[1]).toMatchObject({
    ruleId: 'file/unreadable',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'none' } } }],
  });
});

test('prints an empty run for files without problems, and exits with 0', async () => {
  const { status, out } = await shell('check --format sarif b', { files: { b: net.replace('ReLu', 'ReLU') } });
  expect(status).toBe(0);
  expect((JSON.parse(out) as Log).runs[0]?.results).toEqual([]);
});
