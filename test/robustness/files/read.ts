/** What is made of files that others wrote: each reader with all that follows from it. Throws where the project's own promises break. */
import { readFileSync } from 'node:fs';
import { analyze } from '#core/analysis/analysis';
import { chooserOf, knownTypes } from '#core/dialects/user-dialect';
import { english } from '#core/messages/en/index';
import { messageOf } from '#core/messages/render';
import { readProto } from '#core/schema/from-proto';
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

export const netsRead: readonly string[] = [
  ...ownNets()
    .filter(({ name }) => !name.startsWith('small'))
    .map(({ text }) => text),
  old,
  oldest,
  solver,
  detection,
];

/** Whether the proto was taken. */
export function makeOfProto(source: string, nets: readonly string[]): 'proto' | 'broken' {
  const reading = readProto(source, 'own.proto', known);
  if (reading.kind === 'broken') return 'broken';
  const dialect = chooserOf(reading, 'own.proto');
  for (const text of nets) {
    const analysis = analyze(text, { dialect, depth: 'all' });
    for (const problem of analysis.problems) messageOf(problem, english);
    for (const state of analysis.states) analysis.problemsIn(state);
    void [analysis.names, analysis.references];
  }
  return 'proto';
}

export const bvlcProto = readFileSync('schemas/bvlc.proto', 'utf8');
