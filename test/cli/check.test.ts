import { describe, expect, test } from 'vitest';
import { deepNet } from '../support/deep-net';
import { bad, good, phased } from './nets';
import { objects, shell } from './shell';

describe('--target', () => {
  const net =
    'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 } } }\nlayer { name: "l" type: "Tile" bottom: "d" top: "t" tile_param { tiles: 2 } }\n';
  const own = JSON.stringify({
    id: 'chip',
    name: 'Chip',
    version: '1',
    date: '2026-01-01',
    basis: 'documents',
    sources: { manual: 'the manual' },
    layers: { Input: { source: 'manual' } },
  });

  test('adds warnings, which do not change the exit status', async () => {
    const { status, out } = await shell('check --target ncnn net.prototxt', { files: { 'net.prototxt': net } });
    expect(status).toBe(0);
    expect(out).toBe(
      'net.prototxt:2:66: warning target/lost-field ncnn ignores `tiles` of Tile. Remove it, or check that the result stays the same.\n',
    );
  });

  test('names the target in JSON', async () => {
    const files = { 'net.prototxt': net, 'chip.json': own };
    const { out } = await shell('check --format json --target ncnn,chip.json net.prototxt', { files });
    const [first] = objects(out) as readonly { readonly problems: readonly object[] }[];
    expect(first?.problems).toMatchObject([
      { code: 'target/unsupported-layer', target: 'chip' },
      { code: 'target/lost-field', target: 'ncnn' },
    ]);
  });

  test('reads the file that a comment in the net names', async () => {
    const files = { 'nets/net.prototxt': `# prototxt: target=chip.json\n${net}`, 'nets/chip.json': own };
    const { out } = await shell('check nets/net.prototxt', { files });
    expect(out).toMatch(/^nets\/net\.prototxt:3:26: warning target\/unsupported-layer Chip has no layer type Tile\./);
  });

  test('reports a file that is missing or is no target', async () => {
    const files = { 'net.prototxt': `# prototxt: target=none.json\n${net}`, 'chip.json': '{}' };
    expect((await shell('check net.prototxt', { files })).out).toMatch(/^net\.prototxt:1:20: \w+ file\/not-read /);
    const { status, err } = await shell('check --target chip.json net.prototxt', { files });
    expect([status, err]).toMatchObject([2, expect.stringContaining('chip.json: id: ')]);
  });

  test('rejects an unknown name', async () => {
    const { status, err } = await shell('check --target nccn net.prototxt', { files: { 'net.prototxt': net } });
    expect([status, err]).toMatchObject([2, expect.stringContaining('--target takes ')]);
  });
});

describe('text output', () => {
  test('prints nothing for a valid net, and exits with 0', async () => {
    expect(await shell('check good.prototxt', { files: { 'good.prototxt': good } })).toEqual({
      status: 0,
      out: '',
      err: '',
    });
  });

  test('prints one line per error: file:line:column: severity code message', async () => {
    const { status, out } = await shell('check bad.prototxt', { files: { 'bad.prototxt': bad } });
    expect(status).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "bad.prototxt:7:83: error filler/sparse-unsupported xavier does not support \`sparse: 3\`; only gaussian does. Remove \`sparse\`, or use gaussian. Caffe: “Sparsity not supported by this Filler.”
      bad.prototxt:9:44: error net/unknown-bottom No layer before 'relu' produces its bottom 'missing'. Caffe: “Unknown bottom blob 'missing' (layer 'relu', bottom index 0)”
      "
    `);
  });

  test.each(['utf-16le', 'utf-16be'] as const)(
    'reports only that one error for a file in %s, as some shells write it',
    async (encoding) => {
      const bytes = Buffer.from(`\ufeff${good}`, 'utf16le');
      if (encoding === 'utf-16be') bytes.swap16();
      const { status, out } = await shell('check wide.prototxt', { files: { 'wide.prototxt': bytes } });
      expect(status).toBe(1);
      expect(out).toMatch(/^wide\.prototxt:1:1: error syntax\/byte-order-mark [^\n]*\n$/);
    },
  );

  test('reports a byte-order mark, which Caffe rejects, at the first character', async () => {
    const { status, out } = await shell('check bom.prototxt', { files: { 'bom.prototxt': `\ufeff${good}` } });
    expect(status).toBe(1);
    expect(out).toMatch(/^bom\.prototxt:1:1: error syntax\/byte-order-mark /);
  });

  test('reports a binary file in one line', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);
    expect(await shell('check --kind net net.bin', { files: { 'net.bin': bytes } })).toEqual({
      status: 2,
      out: '',
      err: 'prototxt-lens: Cannot read net.bin: it is a binary file, not text.\n',
    });
  });

  test("reports the forecast's problems of a large net with all others", async () => {
    const { out } = await shell('check deep.prototxt', { files: { 'deep.prototxt': deepNet('type: "xavier"', 60) } });
    expect(out).toMatch(/^deep\.prototxt:24:\d+: information signal\/vanishing-xavier /m);
  });

  test('reports an unreadable file on standard error, and still checks the others', async () => {
    const { status, out, err } = await shell('check none.prototxt bad.prototxt', { files: { 'bad.prototxt': bad } });
    expect(status).toBe(2);
    expect(out).toContain('bad.prototxt:7:');
    expect(err).toMatchInlineSnapshot(`
      "prototxt-lens: Cannot read none.prototxt: there is no such file.
      "
    `);
  });
});

describe('names unknown to every Caffe', () => {
  const files = { 'net.prototxt': good.replace('type: "ReLU"', 'type: "Wobble" wobble_param { a: 1 }') };

  test('are warnings, and the exit code stays 0', async () => {
    const { status, out } = await shell('check net.prototxt', { files });
    expect(status).toBe(0);
    expect(out.split('\n').map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'warning schema/unknown-name',
      'warning schema/unknown-name',
      '',
    ]);
  });

  test('are not reported if --accept names them', async () => {
    const command = 'check --accept Wobble --accept=wobble_param net.prototxt';
    expect(await shell(command, { files })).toEqual({ status: 0, out: '', err: '' });
    expect((await shell('check --accept Wobble net.prototxt', { files })).out).not.toContain('Wobble');
    expect((await shell('check --accept Wobble net.prototxt', { files })).out).toContain('wobble_param');
  });

  test('are errors for a Caffe selected by name, even if accepted', async () => {
    const { status, out } = await shell('check --schema bvlc --accept Wobble net.prototxt', { files });
    expect(status).toBe(1);
    expect(out).toContain('error net/unknown-layer-type');
  });

  test.each(['inspect', 'init'])('are accepted by %s too', async (command) => {
    const [before, after] = await Promise.all(
      ['', '--accept Wobble --accept wobble_param'].map(async (accept) =>
        objects((await shell(`${command} --format json ${accept} net.prototxt`, { files })).out).flatMap(
          ({ problems }) => problems,
        ),
      ),
    );
    expect(JSON.stringify(before)).toContain('schema/unknown-name');
    expect(after).toEqual([]);
  });
});

describe('JSON output', () => {
  test('has one object per file and state, with the problems of that state', async () => {
    const { status, out } = await shell('check --format json phased.prototxt bad.prototxt', {
      files: { 'phased.prototxt': phased, 'bad.prototxt': bad },
    });
    expect(status).toBe(1);
    expect(objects(out).map(({ file, state }) => [file, state])).toEqual([
      ['phased.prototxt', { phase: 'TRAIN', level: 0, stages: [] }],
      ['phased.prototxt', { phase: 'TEST', level: 0, stages: [] }],
      ['bad.prototxt', { phase: 'TRAIN', level: 0, stages: [] }],
      ['bad.prototxt', { phase: 'TEST', level: 0, stages: [] }],
    ]);
    expect(objects(out)[2]).toMatchInlineSnapshot(`
      {
        "file": "bad.prototxt",
        "kind": "net",
        "problems": [
          {
            "code": "filler/sparse-unsupported",
            "message": "xavier does not support \`sparse: 3\`; only gaussian does. Remove \`sparse\`, or use gaussian. Caffe: “Sparsity not supported by this Filler.”",
            "range": {
              "end": {
                "character": 91,
                "line": 6,
              },
              "start": {
                "character": 82,
                "line": 6,
              },
            },
            "severity": "error",
          },
          {
            "code": "net/unknown-bottom",
            "message": "No layer before 'relu' produces its bottom 'missing'. Caffe: “Unknown bottom blob 'missing' (layer 'relu', bottom index 0)”",
            "range": {
              "end": {
                "character": 50,
                "line": 8,
              },
              "start": {
                "character": 43,
                "line": 8,
              },
            },
            "severity": "error",
          },
        ],
        "schema": "bvlc",
        "state": {
          "level": 0,
          "phase": "TRAIN",
          "stages": [],
        },
      }
    `);
  });

  test('reports a problem of one state only in the object of that state', async () => {
    const net =
      phased.replace('bottom: "data" top: "score"', 'bottom: "data" top: "score" include { phase: TRAIN }') +
      'layer { name: "relu" type: "ReLU" bottom: "score" top: "score" }\n';
    const [train, test] = objects(
      (await shell('check --format json a.prototxt', { files: { 'a.prototxt': net } })).out,
    );
    expect(train?.['problems']).toEqual([]);
    expect(test?.['problems']).toMatchObject([{ code: 'net/unknown-bottom' }]);
  });

  test('has an object with one problem for an unreadable file', async () => {
    const { status, out, err } = await shell('check --format json none.prototxt', {});
    expect(status).toBe(2);
    expect(err).toBe('');
    expect(objects(out)).toMatchInlineSnapshot(`
      [
        {
          "file": "none.prototxt",
          "kind": "other",
          "problems": [
            {
              "code": "file/unreadable",
              "message": "Cannot read none.prototxt: there is no such file.",
              "range": {
                "end": {
                  "character": 0,
                  "line": 0,
                },
                "start": {
                  "character": 0,
                  "line": 0,
                },
              },
              "severity": "error",
            },
          ],
          "schema": "auto",
        },
      ]
    `);
  });

  test('has one object per file, without states, for --syntax-only', async () => {
    const files = { 'bad.prototxt': bad, 'typo.prototxt': bad.replace('num_output', 'num_outputs') };
    const { status, out } = await shell('check --syntax-only --format json bad.prototxt typo.prototxt', { files });
    expect(status).toBe(1);
    expect(objects(out)).toMatchObject([
      { file: 'bad.prototxt', problems: [] },
      { file: 'typo.prototxt', problems: [{ code: 'schema/unknown-field' }] },
    ]);
    expect(objects(out)[0]).not.toHaveProperty('state');
  });
});
