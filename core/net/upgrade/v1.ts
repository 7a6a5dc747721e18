/** V1 layers (`layers { type: CONVOLUTION … }`) as today's (upgrade_proto.cpp: UpgradeNetDataTransformation, UpgradeV1Net). */
import { str, sub, type Entry, type Message } from '../../schema/message';
import type { Schema } from '../../schema/types';
import { paramSpecsOf } from './param-specs';
import { fieldNamed, merged, retarget, spanOf, typeNamed, withEntries } from './synthesis';

/** By V1LayerParameter.LayerType. */
const types: Readonly<Record<string, string>> = {
  NONE: '',
  ABSVAL: 'AbsVal',
  ACCURACY: 'Accuracy',
  ARGMAX: 'ArgMax',
  BNLL: 'BNLL',
  CONCAT: 'Concat',
  CONTRASTIVE_LOSS: 'ContrastiveLoss',
  CONVOLUTION: 'Convolution',
  DATA: 'Data',
  DECONVOLUTION: 'Deconvolution',
  DROPOUT: 'Dropout',
  DUMMY_DATA: 'DummyData',
  ELTWISE: 'Eltwise',
  EUCLIDEAN_LOSS: 'EuclideanLoss',
  EXP: 'Exp',
  FLATTEN: 'Flatten',
  HDF5_DATA: 'HDF5Data',
  HDF5_OUTPUT: 'HDF5Output',
  HINGE_LOSS: 'HingeLoss',
  IM2COL: 'Im2col',
  IMAGE_DATA: 'ImageData',
  INFOGAIN_LOSS: 'InfogainLoss',
  INNER_PRODUCT: 'InnerProduct',
  LRN: 'LRN',
  MEMORY_DATA: 'MemoryData',
  MULTINOMIAL_LOGISTIC_LOSS: 'MultinomialLogisticLoss',
  MVN: 'MVN',
  POOLING: 'Pooling',
  POWER: 'Power',
  RELU: 'ReLU',
  SIGMOID: 'Sigmoid',
  SIGMOID_CROSS_ENTROPY_LOSS: 'SigmoidCrossEntropyLoss',
  SILENCE: 'Silence',
  SLICE: 'Slice',
  SOFTMAX: 'Softmax',
  SOFTMAX_LOSS: 'SoftmaxWithLoss',
  SPLIT: 'Split',
  TANH: 'TanH',
  THRESHOLD: 'Threshold',
  WINDOW_DATA: 'WindowData',
};

/** Data layers that once held their transformation themselves. */
const transformed: Readonly<Record<string, string>> = { DATA: 'data_param', IMAGE_DATA: 'image_data_param', WINDOW_DATA: 'window_data_param' };
const transformation: ReadonlySet<string> = new Set(['scale', 'mean_file', 'crop_size', 'mirror']);
/** Carried over under a new name or not at all. */
const lists: ReadonlySet<string> = new Set(['type', 'param', 'blob_share_mode', 'blobs_lr', 'weight_decay', 'layer', 'blobs']);

/** `old` is a V1LayerParameter; the result is a LayerParameter at the same place. */
export function upgradeV1Layer(old: Message, schema: Schema): Message {
  const target = typeNamed(schema, 'LayerParameter');
  const entries: Entry[] = [];
  for (const entry of old.entries) {
    const { name } = entry.field;
    const field = target.fields.get(name);
    if (name === 'type') entries.push(retarget(entry, fieldNamed(target, 'type'), typeof entry.value === 'string' ? types[entry.value] : undefined));
    else if (field && !lists.has(name)) entries.push(retarget(entry, field));
  }
  entries.push(...paramSpecsOf(old, schema));
  return withEntries(old, target, moveTransformation(str(old, 'type'), entries, schema));
}

export function typeOfV1(name: string): string {
  return types[name] ?? '';
}

function moveTransformation(type: string, entries: readonly Entry[], schema: Schema): readonly Entry[] {
  const holder = transformed[type];
  const index = entries.findIndex(({ field }) => field.name === holder);
  const entry = entries[index];
  const data = entry?.value;
  if (!entry || typeof data !== 'object' || !data.entries.some(({ field }) => transformation.has(field.name))) return entries;
  const transformType = typeNamed(schema, 'TransformationParameter');
  const moved = data.entries.filter(({ field }) => transformation.has(field.name));
  const rest = data.entries.filter(({ field }) => !transformation.has(field.name));
  const layer = typeNamed(schema, 'LayerParameter');
  const old = entries.find(({ field }) => field.name === 'transform_param');
  const transform = merged(
    transformType,
    spanOf(entry),
    typeof old?.value === 'object' ? old.value : undefined,
    moved.map((part) => retarget(part, fieldNamed(transformType, part.field.name))),
  );
  return [
    ...entries.filter((candidate) => candidate !== entry && candidate !== old),
    retarget(entry, entry.field, withEntries(data, data.type, rest)),
    retarget(old ?? entry, fieldNamed(layer, 'transform_param'), transform),
  ];
}

/** True for a layer of the oldest format, whose parameters are in a `layer` of their own. */
export function isV0(old: Message): boolean {
  return sub(old, 'layer') !== undefined;
}
