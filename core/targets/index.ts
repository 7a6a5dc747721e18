/** The built-in targets, by name. Each is read at first use. */
import { lazy } from '../lazy';
import ascend310 from './data/ascend310.json';
import dpu from './data/dpu.json';
import mace from './data/mace.json';
import mnn from './data/mnn.json';
import ncnn from './data/ncnn.json';
import nnie from './data/nnie.json';
import opencv from './data/opencv.json';
import rknn from './data/rknn.json';
import tensorrt8 from './data/tensorrt8.json';
import tpuMlir from './data/tpu-mlir.json';
import x2paddle from './data/x2paddle.json';
import type { Target } from './target';
import { readTarget } from './target-form';

const files: readonly { readonly id: string }[] = [
  ncnn,
  opencv,
  mnn,
  rknn,
  tpuMlir,
  ascend310,
  nnie,
  x2paddle,
  tensorrt8,
  dpu,
  mace,
];

const targets: ReadonlyMap<string, () => Target> = new Map(files.map((file) => [file.id, lazy(() => read(file))]));

/** The names of the built-in targets. */
export const targetNames: readonly string[] = [...targets.keys()];

/** True where a target is a path to a JSON file rather than a name. */
export function isTargetPath(name: string): boolean {
  return name.includes('/') || name.includes('\\') || name.endsWith('.json');
}

/** Undefined for an unknown name. */
export function builtInTarget(name: string): Target | undefined {
  return targets.get(name)?.();
}

function read(file: { readonly id: string }): Target {
  const reading = readTarget(file);
  if (reading.kind === 'broken') throw new Error(`${file.id}: ${reading.path}: ${reading.reason}`);
  return reading.target;
}
