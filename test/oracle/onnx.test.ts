/** Exports public nets, runs the written files on the inputs of run.jsonl, and compares with Caffe's values. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportOnnx } from '#core/onnx/export';
import { varied } from '#core/onnx/variation';
import { fastEngine } from '#core/random/wasm-engine';
import { runNet, type RanTop } from '#run/run';
import { isWhole } from '../support/corpus';
import { nodeRuntime } from '../support/runtime';
import { difference, planOf, runCases, type CaffeValues, type RunCase } from '../support/run-cases';
import { sharedIsAbsent } from '../support/shared';

const checker = 'import sys, onnx; onnx.checker.check_model(onnx.load(sys.argv[1]))';

/** Debian's Python, if its ONNX package is installed. */
function pythonWithOnnx(): string | undefined {
  try {
    execFileSync('/usr/bin/python3', ['-c', 'import onnx'], { stdio: 'ignore' });
    return '/usr/bin/python3';
  } catch {
    return undefined;
  }
}

interface Exported {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly outputs: readonly string[];
}

/** Undefined if the net draws values in Forward. */
async function exported(asked: RunCase): Promise<Exported | undefined> {
  const { analysis, plan } = planOf(asked);
  const [state] = analysis.states;
  if (!state || !analysis.world) return undefined;
  const inState = varied(analysis.state(state), analysis.dialect, analysis.world, {
    batch: asked.batch,
    filler: asked.what_if,
  });
  const drawing = plan.parts.flatMap(({ layers: own, draws }) =>
    own.filter(({ name }) => draws.some((draw) => draw.name.startsWith(`${name}/`))),
  );
  const end = drawing[0]?.index ?? Infinity;
  const layers = plan.parts.flatMap((part) => part.layers);
  // A blob is exported in its last version.
  const later = new Set(layers.filter(({ index }) => index >= end).flatMap(({ tops }) => tops.map(({ blob }) => blob)));
  const last = layers.findLast(({ index, tops }) => index < end && tops.some(({ blob }) => !later.has(blob)));
  const to = last?.tops.slice(0, 1).map(({ blob }) => blob) ?? [];
  const result = exportOnnx(
    inState,
    undefined,
    { opset: 17, from: [], to, seed: 1701, trained: new Map(), read: () => Promise.reject(new Error('no model')) },
    fastEngine(),
  );
  if (result.kind !== 'file') throw new Error(JSON.stringify(result));
  const bytes = new Uint8Array(result.file.size);
  let at = 0;
  for await (const chunk of result.file.chunks()) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, outputs: to };
}

/**
 * All of them take half a minute. Of those that are not the largest: from the smallest on, each net with a layer type that no net
 * before it has. Only Concat and Scale are in the largest alone, and those are in runs.
 */
function tried(cases: readonly RunCase[]): readonly RunCase[] {
  if (isWhole) return cases;
  const seen = new Set<string>();
  return cases
    .filter((each) => valuesIn(each) < 2e7)
    .toSorted((a, b) => valuesIn(a) - valuesIn(b))
    .filter(({ layers, what_if: filler = '' }) => {
      const traits = [filler, ...layers.map(({ type }) => type)].filter((trait) => !seen.has(trait));
      for (const trait of traits) seen.add(trait);
      return traits.length > 0;
    });
}

function valuesIn({ layers }: RunCase): number {
  return layers.reduce((sum, { tops }) => sum + tops.reduce((each, { v }) => each + v.n, 0), 0);
}

describe.skipIf(sharedIsAbsent())('exported public nets', () => {
  const python = pythonWithOnnx();
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'prototxt-lens-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const cases = sharedIsAbsent()
    ? []
    : tried(runCases().filter((each) => each.origin === 'corpus' && each.layers.length < 60));

  test('include many', () => {
    expect(cases.length).toBeGreaterThanOrEqual(isWhole ? 20 : 5);
  });

  test.each(cases.map((each) => [`${each.file} ${each.phase}`, each] as const))(
    '%s',
    { timeout: 300_000 },
    async (_, asked) => {
      const made = await exported(asked);
      if (!made) throw new Error('not exported');
      const { plan } = planOf(asked, 'forward');
      const [output = ''] = made.outputs;
      const part = {
        model: made.bytes,
        reads: plan.inputs.map(({ value }) => value),
        params: [],
        draws: [],
        outputs: [output],
        loadOnly: false,
        layers: [
          {
            index: 0,
            name: '',
            type: '',
            tops: [{ blob: output, id: 0, value: output, shape: [], dynamic: false, lossWeight: 0 }],
          },
        ],
      };
      let found: RanTop | undefined;
      for await (const event of runNet({ ...plan, parts: [part] }, fastEngine(), await nodeRuntime()))
        if (event.kind === 'layer') [found] = event.layer.tops;
      const tops = asked.layers.flatMap((layer) => layer.tops);
      const expected = tops.findLast(({ blob }) => blob === output)?.v as CaffeValues;
      const largest = Math.max(...tops.map(({ v }) => Math.sqrt(Number(v.m2))));
      expect(found && difference(expected, found, largest, [])).toBe('');
      if (python === undefined) return;
      const path = join(folder, 'net.onnx');
      writeFileSync(path, made.bytes);
      execFileSync(python, ['-c', checker, path]);
    },
  );
});
