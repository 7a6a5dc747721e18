/** The layer types of BVLC's Caffe, one file each. */
import { registry, type LayerRule, type Registry } from '../net/rules';
import { absVal } from './abs-val';
import { accuracy } from './accuracy';
import { argMax } from './arg-max';
import { batchReindex } from './batch-reindex';
import { bnll } from './bnll';
import { clip } from './clip';
import { concat } from './concat';
import { contrastiveLoss } from './contrastive-loss';
import { crop } from './crop';
import { dropout } from './dropout';
import { eltwise } from './eltwise';
import { elu } from './elu';
import { euclideanLoss } from './euclidean-loss';
import { exp } from './exp';
import { filter } from './filter';
import { flatten } from './flatten';
import { hingeLoss } from './hinge-loss';
import { infogainLoss } from './infogain-loss';
import { log } from './log';
import { multinomialLogisticLoss } from './multinomial-logistic-loss';
import { mvn } from './mvn';
import { power } from './power';
import { reduction } from './reduction';
import { relu } from './relu';
import { reshape } from './reshape';
import { sigmoid } from './sigmoid';
import { sigmoidCrossEntropyLoss } from './sigmoid-cross-entropy-loss';
import { silence } from './silence';
import { slice } from './slice';
import { softmax } from './softmax';
import { softmaxWithLoss } from './softmax-with-loss';
import { split } from './split';
import { swish } from './swish';
import { tanh } from './tanh';
import { threshold } from './threshold';
import { tile } from './tile';

/** In alphabetical order of their files. */
export const bvlcLayers: Registry<LayerRule> = registry([
  absVal,
  accuracy,
  argMax,
  batchReindex,
  bnll,
  clip,
  concat,
  contrastiveLoss,
  crop,
  dropout,
  eltwise,
  elu,
  euclideanLoss,
  exp,
  filter,
  flatten,
  hingeLoss,
  infogainLoss,
  log,
  multinomialLogisticLoss,
  mvn,
  power,
  reduction,
  relu,
  reshape,
  sigmoid,
  sigmoidCrossEntropyLoss,
  silence,
  slice,
  softmax,
  softmaxWithLoss,
  split,
  swish,
  tanh,
  threshold,
  tile,
]);
