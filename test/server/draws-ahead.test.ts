/** How far the generator is at a blob: passed in leisure, or when a panel asks. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { analyze } from '#core/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Engine } from '#core/random/engine';
import { fastEngine, hostOf } from '#core/random/wasm-engine';
import { drawBlobs, type Reached } from '#core/weights/draw';
import { drawPlan, type DrawPlan, type PlannedBlob } from '#core/weights/plan';
import { createDrawsAhead } from '#server/draws-ahead';
import { seededPlan } from '#server/features/weights';
import type { Runtime } from '#server/runtime';
import type { Solver } from '#server/solver-beside';

const uri = 'file:///nets/net.prototxt';
const seed = 1701;
const normal: PlannedBlob['distribution'] = { kind: 'normal', mean: 0, std: 0.01 };
const uniform: PlannedBlob['distribution'] = { kind: 'uniform', min: -1, max: 1 };
const engine = (): Engine => fastEngine(hostOf(globalThis));

function planOf(...blobs: readonly Pick<PlannedBlob, 'shape' | 'distribution'>[]): DrawPlan {
  return {
    blobs: blobs.map((blob, owner) => ({ ...blob, owner })),
    steps: blobs.map((_, blob) => ({ kind: 'fill', blob })),
  };
}

const plan = planOf(
  { shape: [900, 8000], distribution: normal },
  { shape: [900], distribution: { kind: 'constant', value: 0 } },
  { shape: [9, 5], distribution: uniform },
  { shape: [900, 2000], distribution: normal },
  { shape: [4], distribution: uniform },
);

function reachedAfresh(of: DrawPlan, blob: number): Reached | undefined {
  const steps = drawBlobs(of, seed, engine()).reach(blob);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** An engine that counts what it draws. */
function counted(): { readonly engine: () => Engine; readonly values: () => number } {
  let values = 0;
  return {
    values: () => values,
    engine: () => {
      const inner = engine();
      return {
        ...inner,
        normal: (part, ...rest) => {
          values += part.length;
          inner.normal(part, ...rest);
        },
      };
    },
  };
}

const errors: string[] = [];
const runtime: Pick<Runtime, 'engine' | 'timer' | 'log'> = {
  engine,
  log: { error: (message) => errors.push(message) },
  timer: {
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  },
};
const never = (): boolean => false;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  expect(errors.splice(0)).toEqual([]);
});

/** What a promise comes to, with all the time that it takes. */
async function inTime<Result>(promise: Promise<Result>): Promise<Result> {
  await vi.runAllTimersAsync();
  return promise;
}

test('a panel is told when it asks', async () => {
  const { reach } = createDrawsAhead(runtime);
  expect(await inTime(reach({ uri, plan, seed, blob: 4 }, never))).toEqual(reachedAfresh(plan, 4));
  expect(await inTime(reach({ uri, plan, seed, blob: 1 }, never))).toBeNull();
  expect(await inTime(reach({ uri, plan, seed, blob: 9 }, never))).toBeNull();
  expect(await inTime(reach({ uri, plan, seed: 7, blob: 2 }, never))).not.toEqual(reachedAfresh(plan, 2));
});

test('who cancels, or asks for what lies far behind, is told nothing', async () => {
  const { reach } = createDrawsAhead(runtime);
  expect(await inTime(reach({ uri, plan, seed, blob: 4 }, () => true))).toBeNull();
  const endless = planOf({ shape: [90_000, 8000], distribution: normal }, { shape: [4], distribution: uniform });
  expect(await inTime(reach({ uri, plan: endless, seed, blob: 1 }, never))).toBeNull();
});

test('in leisure a net is passed up to its last draw, so that nothing is left to be done', async () => {
  const { engine: counting, values } = counted();
  const { prepare, reach } = createDrawsAhead({ ...runtime, engine: counting });
  prepare(uri, () => ({ plan, seed }));
  expect(values()).toBe(0);
  await vi.runAllTimersAsync();
  const passed = values();
  expect(passed).toBe(900 * 10_000);
  for (const blob of [0, 2, 3, 4])
    expect(await inTime(reach({ uri, plan, seed, blob }, never))).toEqual(reachedAfresh(plan, blob));
  expect(values()).toBe(passed);
});

test('an edit costs what comes after it', async () => {
  const { engine: counting, values } = counted();
  const { prepare } = createDrawsAhead({ ...runtime, engine: counting });
  prepare(uri, () => ({ plan, seed }));
  await vi.runAllTimersAsync();
  const before = values();
  const edited: DrawPlan = {
    ...plan,
    blobs: plan.blobs.map((blob, i) => (i === 3 ? { ...blob, shape: [10, 20] } : blob)),
  };
  prepare(uri, () => ({ plan: edited, seed }));
  await vi.runAllTimersAsync();
  expect(values() - before).toBe(200);
});

test('it waits for leisure, and ends when the net is shown anew, asked for or closed', async () => {
  const { prepare, forget, reach } = createDrawsAhead(runtime);
  const net = vi.fn(() => ({ plan, seed }));
  for (const end of [
    () => prepare(uri, () => undefined),
    () => forget(uri),
    () => void reach({ uri, plan, seed, blob: 0 }, never),
  ]) {
    prepare(uri, net);
    await vi.advanceTimersByTimeAsync(300);
    end();
    await vi.runAllTimersAsync();
  }
  expect(net).not.toHaveBeenCalled();
});

test('a mistake is logged, and harms nobody', async () => {
  const { prepare } = createDrawsAhead(runtime);
  prepare(uri, () => {
    throw new Error('of ours');
  });
  await vi.runAllTimersAsync();
  expect(errors.splice(0).join()).toContain('of ours');
});

test('what lies too far behind is left, and what comes before it is not', async () => {
  const { engine: counting, values } = counted();
  const { prepare } = createDrawsAhead({ ...runtime, engine: counting });
  prepare(uri, () => ({
    plan: planOf(
      { shape: [20, 50], distribution: normal },
      { shape: [90_000, 8000], distribution: normal },
      { shape: [4], distribution: uniform },
    ),
    seed,
  }));
  await vi.runAllTimersAsync();
  expect(values()).toBe(1000);
});

test('what is prepared for is what the panel shows: the state, and the seed of the solver', () => {
  const analysis = analyze(
    'layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 } }',
    { dialect: bvlc },
  );
  const [state] = analysis.states;
  if (!state) throw new Error('no net');
  const shown = { plan: drawPlan(analysis.state(state)) };
  const solver = (randomSeed: number): Solver => ({
    name: 'solver.prototxt',
    randomSeed,
    baseLr: 0.01,
    weightDecay: 0,
    states: [],
  });
  expect(seededPlan(analysis, state, { solver: solver(7) })).toEqual({ ...shown, seed: 7 });
  expect(seededPlan(analysis, state, { solver: solver(-1) })).toEqual({ ...shown, seed: 1701 });
  expect(seededPlan(analysis, state, { solver: undefined })).toEqual({ ...shown, seed: 1701 });
});
