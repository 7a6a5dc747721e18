/** Runs and exports from the shell, each a process of its own, beside the time that Node and the program take to start. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Contender } from './rounds';

const lenet = resolve('examples/lenet_train_test.prototxt');
const alexnet = resolve('examples/alexnet_train_val.prototxt');

export function runContenders(): readonly Contender[] {
  const out = resolve('.build/bench/net.onnx');
  return [
    of('LeNet inspected', 'inspect', lenet),
    of('LeNet forward', 'run', lenet, '--no-back'),
    of('LeNet forward and back', 'run', lenet),
    of('AlexNet forward, batch 2', 'run', alexnet, '--batch', '2', '--no-back'),
    of('AlexNet forward and back, batch 2', 'run', alexnet, '--batch', '2'),
    of('AlexNet exported', 'onnx', alexnet, '--out', out, '--force'),
  ];
}

function of(name: string, ...args: readonly string[]): Contender {
  const run = (): void => {
    execFileSync(process.execPath, [resolve('dist/cli/main.cjs'), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  };
  return { name, run, times: 1 };
}
