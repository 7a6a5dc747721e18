/** The layer types of BVLC's Caffe, one file each. */
import { registry, type LayerRule, type Registry } from '../net/rules';
import { absVal } from './abs-val';
import { accuracy } from './accuracy';
import { argMax } from './arg-max';
import { batchNorm } from './batch-norm';
import { batchReindex } from './batch-reindex';
import { bias } from './bias';
import { bnll } from './bnll';
import { clip } from './clip';
import { concat } from './concat';
import { contrastiveLoss } from './contrastive-loss';
import { convolution } from './convolution';
import { crop } from './crop';
import { data } from './data';
import { deconvolution } from './deconvolution';
import { dropout } from './dropout';
import { dummyData } from './dummy-data';
import { eltwise } from './eltwise';
import { elu } from './elu';
import { embed } from './embed';
import { euclideanLoss } from './euclidean-loss';
import { exp } from './exp';
import { filter } from './filter';
import { flatten } from './flatten';
import { hdf5Data } from './hdf5-data';
import { hdf5Output } from './hdf5-output';
import { hingeLoss } from './hinge-loss';
import { im2col } from './im2col';
import { imageData } from './image-data';
import { infogainLoss } from './infogain-loss';
import { innerProduct } from './inner-product';
import { input } from './input';
import { log } from './log';
import { lrn } from './lrn';
import { lstm } from './lstm';
import { lstmUnit } from './lstm-unit';
import { memoryData } from './memory-data';
import { multinomialLogisticLoss } from './multinomial-logistic-loss';
import { mvn } from './mvn';
import { parameter } from './parameter';
import { pooling } from './pooling';
import { power } from './power';
import { prelu } from './prelu';
import { python } from './python';
import { reduction } from './reduction';
import { relu } from './relu';
import { reshape } from './reshape';
import { rnn } from './rnn';
import { scale } from './scale';
import { sigmoid } from './sigmoid';
import { sigmoidCrossEntropyLoss } from './sigmoid-cross-entropy-loss';
import { silence } from './silence';
import { slice } from './slice';
import { softmax } from './softmax';
import { softmaxWithLoss } from './softmax-with-loss';
import { split } from './split';
import { spp } from './spp';
import { swish } from './swish';
import { tanh } from './tanh';
import { threshold } from './threshold';
import { tile } from './tile';
import { windowData } from './window-data';

/** In alphabetical order of their files. */
export const bvlcLayers: Registry<LayerRule> = registry([
  absVal,
  accuracy,
  argMax,
  batchNorm,
  batchReindex,
  bias,
  bnll,
  clip,
  concat,
  contrastiveLoss,
  convolution,
  crop,
  data,
  deconvolution,
  dropout,
  dummyData,
  eltwise,
  elu,
  embed,
  euclideanLoss,
  exp,
  filter,
  flatten,
  hdf5Data,
  hdf5Output,
  hingeLoss,
  im2col,
  imageData,
  infogainLoss,
  innerProduct,
  input,
  log,
  lrn,
  lstm,
  lstmUnit,
  memoryData,
  multinomialLogisticLoss,
  mvn,
  parameter,
  pooling,
  power,
  prelu,
  python,
  reduction,
  relu,
  reshape,
  rnn,
  scale,
  sigmoid,
  sigmoidCrossEntropyLoss,
  silence,
  slice,
  softmax,
  softmaxWithLoss,
  split,
  spp,
  swish,
  tanh,
  threshold,
  tile,
  windowData,
]);
