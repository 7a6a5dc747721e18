import { bvlcFillers } from '../fillers';
import { bvlcLayers } from '../layers';
import { bvlcSolver } from '../policies';
import { bvlcSchema } from '../schema/compiled';
import { forkNames } from '../schema/forks';
import type { Dialect } from './dialect';

/** BVLC Caffe 9b89154 (February 2020), with every optional library. */
export const bvlc: Dialect = {
  id: 'bvlc',
  label: 'BVLC Caffe',
  schema: bvlcSchema,
  layers: bvlcLayers,
  fillers: bvlcFillers,
  solver: bvlcSolver,
  forks: forkNames,
  parts: [],
};
