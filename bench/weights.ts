/**
 * Drawing weights with both engines, compared with a C++ program that uses Boost as Caffe does, if a compiler and Boost's
 * headers are available.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { StateAnalysis } from '#core/infer/types';
import { testState } from '#core/net/state';
import type { Engine } from '#core/random/engine';
import { plainEngine } from '#core/random/plain-engine';
import { wasmEngine } from '#core/random/wasm-engine';
import { drawBlobs } from '#core/weights/draw';
import { passingRoom } from '#core/weights/parts';
import { drawPlan, weightsOf } from '#core/weights/plan';
import { checksumsOf } from '#core/weight-files/checksums';
import { timing, type Timing } from './rounds';

export interface Drawings {
  readonly title: string;
  readonly timings: readonly Timing[];
}

const kinds = ['xavier', 'gaussian'] as const;
type Kind = (typeof kinds)[number];
const rounds = 9;
const values = 1 << 24;

/** Ratios relative to C++, or to WebAssembly without C++. */
export function drawings(): readonly Drawings[] {
  const cpp = compiled();
  const engines = [...(wasm ? [{ name: 'WebAssembly', engine: wasm }] : []), { name: 'plain', engine: plainEngine() }];
  const names = [...(cpp ? ['C++ with Boost'] : []), ...engines.map(({ name }) => name)];
  return kinds.flatMap((kind) => {
    const draw = kind === 'xavier' ? 'uniform' : 'normal';
    const net = vgg16(kind);
    return [
      interleaved(`${draw}, ns a value (processor's time)`, names, [
        ...(cpp ? [() => Number(cpp('time', kind, String(values)))] : []),
        ...engines.map(
          ({ engine }) =>
            () =>
              nsAValue(engine, kind),
        ),
      ]),
      interleaved(`VGG-16 ${kind}, into fresh memory, ms (processor's time)`, names, [
        ...(cpp ? [() => Number(cpp('net', kind, '1701', ...blobsOf(net)))] : []),
        ...engines.map(
          ({ engine }) =>
            () =>
              msANet(engine, net),
        ),
      ]),
      interleaved(
        `VGG-16 ${kind}, part by part as files are written, ms (processor's time)`,
        engines.map(({ name }) => name),
        engines.map(
          ({ engine }) =>
            () =>
              msInParts(engine, net),
        ),
      ),
    ];
  });
}

/** Compares the checksums of all blobs with those of C++; undefined if it is not available. */
export function sumsAgree(): string | undefined {
  const cpp = compiled();
  if (!cpp) return undefined;
  return kinds
    .map((kind) => {
      const net = vgg16(kind);
      const theirs = cpp('sums', kind, '1701', ...blobsOf(net)).split('\n');
      return [wasm, plainEngine()]
        .map((engine, i) => {
          if (!engine) return '';
          const sum = checksumsOf(net, 1701, engine);
          const equal = weightsOf(net).filter((weight, blob) => sum(weight) === theirs[blob]).length;
          return `${kind}, ${i === 0 ? 'WebAssembly' : 'plain'}: ${equal} of ${theirs.length} blobs`;
        })
        .join('; ');
    })
    .join('; ');
}

const wasm = wasmEngine();

function interleaved(title: string, names: readonly string[], contenders: readonly (() => number)[]): Drawings {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) contenders.forEach((run, i) => times[i]?.push(run()));
  return { title, timings: names.map((name, i) => timing(name, times[i] ?? [], times[0] ?? [])) };
}

const scratch = new Float32Array(values).fill(1);

function nsAValue(engine: Engine, kind: Kind): number {
  engine.seed(1701);
  // Starting the C++ program has made all pages copy-on-write; this write copies them before the measurement.
  scratch.fill(1);
  return (
    (busy(() => (kind === 'xavier' ? engine.uniform(scratch, -1, 1) : engine.normal(scratch, 0, 1))) * 1e6) / values
  );
}

function msANet(engine: Engine, net: StateAnalysis): number {
  const plan = drawPlan(net);
  let kept: readonly unknown[] = [];
  const ms = busy(() => {
    const draw = drawBlobs(plan, 1701, engine);
    kept = plan.blobs.map((_, i) => draw.values(i));
  });
  if (kept.includes(undefined)) throw new Error('a blob is not known');
  kept = [];
  globalThis.gc?.();
  return ms;
}

function msInParts(engine: Engine, net: StateAnalysis): number {
  const plan = drawPlan(net);
  return busy(() => {
    const draw = drawBlobs(plan, 1701, engine);
    const room = passingRoom();
    for (const blob of plan.blobs.keys()) for (const _ of draw.parts(blob, room));
  });
}

/** CPU time in ms, as the C++ program counts it: independent of other load on the machine. */
function busy(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function vgg16(kind: Kind): StateAnalysis {
  const text = readFileSync('examples/vgg16.prototxt', 'utf8');
  const filler = kind === 'xavier' ? 'type: "xavier"' : 'type: "gaussian" std: 0.01';
  return analyze(text.replaceAll('type: "xavier"', filler), { dialect: bvlc }).state(testState);
}

/** In the format of `draw.cpp`: a bias draws nothing. */
function blobsOf(net: StateAnalysis): readonly string[] {
  return weightsOf(net).map(({ role, fanIn, count }) => `${role === 'bias' ? 0 : (fanIn ?? 0)}:${count ?? 0}`);
}

/** Runs the C++ program with the given arguments; undefined if it can't be compiled. */
function compiled(): ((...args: readonly string[]) => string) | undefined {
  const program = resolve('.build/bench/draw');
  mkdirSync(resolve('.build/bench'), { recursive: true });
  const { status } = spawnSync('g++', ['-O2', '-o', program, 'bench/boost/draw.cpp'], { stdio: 'ignore' });
  if (status !== 0) return undefined;
  return (...args) => {
    const { stdout, status: failed } = spawnSync(program, args, { encoding: 'utf8' });
    if (failed !== 0) throw new Error('the C++ program failed');
    return stdout.trim();
  };
}
