/**
 * Everything that is made of a file that somebody else wrote. Each function throws where the project's promises do not
 * hold: an answer for any content, in plain words, with reads in proportion to the file.
 */
import { readFileSync } from 'node:fs';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { chooserOf, knownTypes } from '#core/dialects/user-dialect';
import { english } from '#core/messages/en/index';
import { messageOf } from '#core/messages/render';
import { testState } from '#core/net/state';
import type { Problem } from '#core/problems/index';
import { readProto } from '#core/schema/from-proto';
import type { ReadRange } from '#core/weight-files/binary-fields';
import { pairingProblems } from '#core/weight-files/pairing-problems';
import type { ModelBlob } from '#core/weight-files/read-blob';
import { arrayNames } from '#core/weight-files/array-names';
import { modelNpz } from '#core/weight-files/model-npz';
import { readModel, type ModelLayer } from '#core/weight-files/read-caffemodel';
import { modelValues } from '#core/weight-files/read-caffemodel-values';
import { readMean } from '#core/weight-files/read-mean';
import { trained } from '#core/weight-files/trained';
import { upgradeModel } from '#core/weight-files/upgrade-caffemodel';
import { ownNets } from '../values/nets';

const known = knownTypes();
const old = `input: "data" input_dim: 1 input_dim: 3 input_dim: 9 input_dim: 9
layers { name: "c" type: CONVOLUTION bottom: "data" top: "c" blobs_lr: 1 blobs_lr: 2 weight_decay: 1 include { phase: TRAIN }
  convolution_param { num_output: 2 kernel_size: 3 weight_filler { type: "xavier" } } }
layers { name: "l" type: SOFTMAX_LOSS bottom: "c" top: "l" loss_weight: 1 }`;
const oldest = `input: "data" input_dim: 1 input_dim: 3 input_dim: 9 input_dim: 9
layers { layer { name: "p" type: "padding" pad: 1 } bottom: "data" top: "p" }
layers { layer { name: "c" type: "conv" num_output: 2 kernelsize: 3 weight_filler { type: "xavier" } } bottom: "p" top: "c" }`;
const solver = `net_param { state { level: 1 } layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 } } } layer { name: "r" type: "ReLU" bottom: "d" top: "r" } }
test_state { stage: "a" } test_iter: 1 test_interval: 10 base_lr: 0.1 lr_policy: "multistep" gamma: 0.5 stepvalue: 3 stepvalue: 7 max_iter: 10
solver_type: ADAM regularization_type: "L1" clip_gradients: 3`;
const detection = `layer { name: "d" type: "AnnotatedData" top: "data" top: "label" data_param { source: "x" batch_size: 2 } annotated_data_param { } transform_param { crop_size: 8 } }
layer { name: "p" type: "Permute" bottom: "data" top: "p" permute_param { order: 0 order: 2 } }
layer { name: "prior" type: "PriorBox" bottom: "p" bottom: "data" top: "prior" prior_box_param { min_size: 4 aspect_ratio: 2 } }`;

export const netsRead: readonly string[] = [...ownNets().map(({ text }) => text), old, oldest, solver, detection];

/** Analyzes a net with the proto. Returns whether it is one that can be used. */
export function useProto(source: string, net: string): boolean {
  const reading = readProto(source, 'own.proto', known);
  if (reading.kind === 'broken') return false;
  const analysis = analyze(net, { dialect: chooserOf(reading, 'own.proto'), depth: 'all' });
  for (const problem of analysis.problems) said(problem);
  for (const state of analysis.states) analysis.problemsIn(state);
  void [analysis.names, analysis.references];
  return true;
}

const paired = analyze(
  `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 5 dim: 5 } } }
layer { name: "conv" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 2 kernel_size: 1 } }
layer { name: "ip" type: "InnerProduct" bottom: "c" top: "ip" inner_product_param { num_output: 2 } }`,
  { dialect: bvlc },
).state(testState);

/** Reads a model, pairs it with a net, upgrades it and reads the result. Returns its layers, undefined if it has none. */
export async function useModel(bytes: Uint8Array): Promise<readonly ModelLayer[] | undefined> {
  const read = counted(bytes);
  const model = await readModel('m.caffemodel', bytes.length, read);
  if (model.kind === 'problem') {
    said(model.problem);
    return undefined;
  }
  for (const problem of pairingProblems([paired], model, 'm.caffemodel')) said(problem);
  for (const blob of trained(paired, model).blobs.values()) await checkValues(blob, bytes);
  for (const { blobs } of model.layers.slice(0, 3))
    for (const blob of blobs.slice(0, 3)) await checkValues(blob, bytes);
  await useNpz(bytes, model.layers);
  await useUpgraded(bytes, countOf(model.layers));
  return model.layers;
}

async function useNpz(bytes: Uint8Array, layers: readonly ModelLayer[]): Promise<void> {
  const npz = modelNpz(layers, counted(bytes));
  let length = 0;
  for await (const chunk of npz.chunks()) length += chunk.length;
  check(length === npz.size, `${length} bytes of a .npz instead of ${npz.size}`);
  const names = arrayNames(layers).flat();
  check(new Set(names).size === names.length, 'two arrays of one name');
  check(!names.some((name) => name.split('/').some((part) => /^\.*$/.test(part))), 'a name that leads elsewhere');
}

async function useUpgraded(bytes: Uint8Array, values: number): Promise<void> {
  const read = counted(bytes);
  const upgraded = await upgradeModel('m.caffemodel', bytes.length, read, bvlc.schema);
  if (upgraded.kind === 'problem') return said(upgraded.problem);
  if (upgraded.kind === 'current') return;
  const chunks: Uint8Array[] = [];
  for await (const chunk of upgraded.chunks()) chunks.push(chunk);
  const now = new Uint8Array(Buffer.concat(chunks));
  check(now.length === upgraded.size, `${now.length} bytes instead of ${upgraded.size}`);
  const again = await readModel('now', now.length, counted(now));
  if (again.kind === 'problem') return check(upgraded.layers === 0, `upgraded to ${again.problem.code}`);
  check(again.age === 'current', `upgraded to ${again.age}`);
  check(countOf(again.layers) <= values, 'more values after the upgrade');
}

/** Returns the blob of a mean file, undefined if Caffe cannot use it. */
export async function useMean(bytes: Uint8Array): Promise<ModelBlob | undefined> {
  const mean = await readMean(bytes.length, counted(bytes));
  if (mean.kind === 'unfit') {
    check(mean.code in english.reasons, `no words for ${mean.code}`);
    return undefined;
  }
  const { shape, count } = mean.blob;
  check(shape.reduce((product, dim) => product * dim, 1) === count, `${count} values for ${shape.join('×')}`);
  await checkValues(mean.blob, bytes);
  return mean.blob;
}

async function checkValues(blob: ModelBlob, bytes: Uint8Array): Promise<void> {
  let length = 0;
  for await (const chunk of modelValues(blob, async (start, end) => bytes.slice(start, end))) length += chunk.length;
  check(Number.isInteger(blob.count) && length === 4 * blob.count, `${length} bytes for ${blob.count} values`);
}

function countOf(layers: readonly ModelLayer[]): number {
  return layers.reduce((sum, { blobs }) => blobs.reduce((inner, { count }) => inner + count, sum), 0);
}

/** Reads from memory; throws once more is read than a few passes over the file, or much at once. */
function counted(bytes: Uint8Array): ReadRange {
  let sum = 0;
  return async (start, end) => {
    sum += end - start;
    check(sum <= 4 * bytes.length + (1 << 20), `${sum} bytes read of ${bytes.length}`);
    check(end - start <= 1 << 22, `${end - start} bytes at once`);
    return bytes.slice(start, end);
  };
}

function said(problem: Problem): void {
  const message = messageOf(problem, english);
  check(message.length > 0 && message.length < 2000, `a message of ${message.length} characters`);
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

export const bvlcProto = readFileSync('schemas/bvlc.proto', 'utf8');
